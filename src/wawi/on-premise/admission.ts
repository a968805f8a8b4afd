import type { IncomingMessage } from 'node:http';
import { authorizationProblem, credentialsOf } from '../../platform/authorization-header.ts';
import type { Tenant } from '../../platform/model.ts';
import type { Operation } from '../contract/contract.ts';
import type { AppRegistration } from '../areas/system/schema/system.ts';
import { registrationByKey, scopesOf } from '../areas/system/operations/registrations.ts';
import type { Caller } from '../wire/access/authorization.ts';
import { hashOfKey } from '../areas/system/rules/api-keys.ts';
import { isGranted } from '../wire/access/scope-spellings.ts';
import { ApiError } from '../wire/access/api-errors.ts';
import type { Wawi } from '../store/wawi.ts';

const everything = 'system.all';
/** The operations by which an app gets its key, so without one. */
const registrationTag = 'appRegistration';

/**
 * Lets a request into the Wawi of a mandant by the key its app was given (platform.md section 11). Registering needs
 * no key; foreign apps are registered by an app that has one.
 * @param operation undefined for GraphQL, whose fields check their scopes themselves
 * @param enforceScopes whether an operation outside the granted scopes is refused
 * @throws ApiError 401, 403
 */
export async function admitByKey(
  wawi: Wawi,
  tenant: Tenant,
  request: IncomingMessage,
  operation: Operation | undefined,
  enforceScopes: boolean,
): Promise<Caller> {
  const header = request.headers.authorization;
  if (header === undefined && operation?.tag === registrationTag && operation.scopes.length === 0)
    return { app: { id: 'registration', name: 'registration' }, tenant, scopes: new Set() };
  const hash = hashOfKey(keyOf(header));
  const registration = registrationByKey(await wawi.data(tenant), hash);
  if (registration?.status !== 2) {
    throw unauthorized(
      `the API key is not one of mandant '${tenant.mandant}'; register the app at POST /api/${tenant.mandant}/authentication and send the key it is given`,
    );
  }
  checkAppId(registration, request.headers['x-appid']);
  const scopes = new Set(scopesOf(registration));
  if (enforceScopes && operation) checkScopes(registration, scopes, operation);
  return { app: { id: registration.appId, name: registration.displayName }, tenant, scopes };
}

function keyOf(header: string | undefined): string {
  const key = credentialsOf(header, 'Wawi');
  if (key !== undefined) return key;
  throw unauthorized(authorizationProblem(header, 'Wawi', 'Authorization: Wawi <api key>'));
}

function checkAppId(registration: AppRegistration, header: string | string[] | undefined): void {
  if (header === undefined || header === registration.appId) return;
  throw unauthorized(
    `X-AppID is '${String(header)}' but the key was given to '${registration.appId}'; send the id the app registered with`,
  );
}

function checkScopes(
  registration: AppRegistration,
  granted: ReadonlySet<string>,
  { scopes }: Operation,
): void {
  if (scopes.length === 0 || granted.has(everything) || isGranted(granted, scopes)) return;
  throw new ApiError({
    status: 403,
    code: 'Forbidden',
    message: 'Insufficient scope.',
    reason: `app '${registration.appId}' lacks the scope ${scopes.map((scope) => `'${scope}'`).join(' or ')} (granted: ${[...granted].join(', ') || 'none'}); name it in MandatoryApiScopes or OptionalApiScopes and register again`,
  });
}

function unauthorized(reason: string): ApiError {
  return new ApiError({
    status: 401,
    code: 'Unauthorized',
    message: 'The API key is missing or invalid.',
    reason,
    headers: {
      'WWW-Authenticate': 'Wawi',
    },
  });
}
