import type { IncomingMessage, ServerResponse } from 'node:http';
import { assume } from '../../platform/http.ts';
import type { Tenant } from '../../platform/model.ts';
import type { Platform } from '../../platform/platform.ts';
import { Authorizer } from '../wire/access/authorization.ts';
import type { Operation } from '../contract/contract.ts';
import type { Major } from '../contract/versions.ts';
import { graphqlVersions } from '../graphql/versions.ts';
import type { Edition } from '../rest/api.ts';
import { isV2, restVersions } from '../rest/versions.ts';
import { ApiError } from '../wire/access/api-errors.ts';
import { writeRefusal } from '../rest/refusal-writer.ts';
import type { Wawi } from '../store/wawi.ts';
import { admitByKey } from './admission.ts';
import { versionFor } from './api-version.ts';
import { onPremiseWording } from './wording.ts';

/** A merchant's own Wawi, without a gateway before it. */
const onPremise: Edition = { isCloud: false, word: onPremiseWording };

type OnPremiseHandler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** The parts of a request's path: mandant, version, and the path in the API. */
interface Address {
  mandant: string;
  named?: Major;
  path: string;
  query: string;
}

/**
 * The API as a merchant's own Wawi serves it, mounted at `/api`: `/<mandant>/...` with header `api-version`, or
 * `/<mandant>/v1/...` as in older builds (platform.md sections 5 and 11). The mandant selects the tenant; the key in
 * `Authorization: Wawi <key>` authenticates the app.
 */
export function createOnPremiseService(platform: Platform, wawi: Wawi): OnPremiseHandler {
  const authorizer = new Authorizer(platform);
  const { rest, types } = restVersions(platform, wawi, authorizer, onPremise);
  const graphql = graphqlVersions(platform, wawi, authorizer, types, false);
  return async (request, response) => {
    const { mandant, named, path, query } = addressOf(request.url ?? '/');
    const tenant = tenantOf(platform, mandant);
    if (!tenant) {
      writeRefusal(response, 'v1', unknownMandant(platform, mandant));
      return;
    }
    const choice = versionFor(request, { named, isGraphql: isGraphql(named, path) }, tenant, platform);
    if (choice instanceof ApiError) {
      writeRefusal(response, named ?? 'v1', choice);
      return;
    }
    if (choice.isAssumed) assume(response, 'api-version-missing');
    const { version } = choice;
    const admit = (incoming: IncomingMessage, operation?: Operation) =>
      admitByKey(wawi, tenant, incoming, operation, platform.config.enforceScopes);
    if (isV2(version) && isGraphql(named, path))
      await (await graphql(version)).handle(request, response, (incoming) => admit(incoming));
    else await (await rest(version)).handle({ request, response, path, query }, admit);
  };
}

function addressOf(url: string): Address {
  const mark = url.indexOf('?');
  const whole = mark < 0 ? url : url.slice(0, mark);
  const [, mandant = '', first = '', ...rest] = whole.split('/');
  const query = mark < 0 ? '' : url.slice(mark + 1);
  const named = /^v[12]$/i.test(first) ? (first.toLowerCase() as Major) : undefined;
  const path = `/${(named ? rest : [first, ...rest]).join('/')}`;
  return { mandant: decoded(mandant), path, query, ...(named && { named }) };
}

/** GraphQL is at `/v2/graphql` and at `/graphql`. */
function isGraphql(named: Major | undefined, path: string): boolean {
  return named !== 'v1' && /^\/graphql\/?$/i.test(path);
}

/** A name that is not properly encoded is taken as it stands; no mandant has it. */
function decoded(mandant: string): string {
  try {
    return decodeURIComponent(mandant);
  } catch {
    return mandant;
  }
}

function tenantOf({ registry }: Platform, mandant: string): Tenant | undefined {
  const wanted = mandant.toLowerCase();
  return registry.tenants.find((tenant) => tenant.mandant.toLowerCase() === wanted);
}

function unknownMandant({ registry }: Platform, mandant: string): ApiError {
  const known = registry.tenants.map((tenant) => tenant.mandant).join(', ');
  return new ApiError({
    status: 404,
    code: 'NotFound',
    message: 'The requested resource was not found.',
    reason: `there is no mandant '${mandant}'; known mandants: ${known}`,
  });
}
