import type { IncomingMessage, ServerResponse } from 'node:http';
import { pathOf } from '../../platform/request-path.ts';
import type { Tenant } from '../../platform/model.ts';
import type { Platform } from '../../platform/platform.ts';
import { Authorizer } from '../wire/access/authorization.ts';
import type { Edition } from '../rest/api.ts';
import { restVersions, type RestVersions } from '../rest/versions.ts';
import { ApiError } from '../wire/access/api-errors.ts';
import { writeRefusal } from '../rest/refusal-writer.ts';
import type { Wawi } from '../store/wawi.ts';
import { admitByKey } from './admission.ts';
import { onPremiseWording } from './wording.ts';

/** A merchant's own Wawi, without a gateway before it. */
const onPremise: Edition = { isCloud: false, word: onPremiseWording };

type OnPremiseHandler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** The parts of a request's path: mandant, version, and the path in the API. */
interface Address {
  mandant: string;
  version: 'v1' | 'v2';
  path: string;
  query: string;
}

/** The values of the `api-version` header and the version of the API each stands for; `1` is `1.0`. */
const headerVersions: Readonly<Record<string, 'v1' | 'v2'>> = {
  '1.0': 'v1',
  '1.1': 'v1',
  '1.2': 'v1',
  '2.0': 'v2',
  '2.1': 'v2',
  '2.2': 'v2',
};

/**
 * The API as a merchant's own Wawi serves it, mounted at `/api`: `/<mandant>/...` with header `api-version`, or
 * `/<mandant>/v1/...` as in older builds (platform.md sections 5 and 11). The mandant selects the tenant; the key in
 * `Authorization: Wawi <key>` authenticates the app.
 */
export function createOnPremiseService(platform: Platform, wawi: Wawi): OnPremiseHandler {
  const versions: RestVersions = restVersions(platform, wawi, new Authorizer(platform), onPremise);
  return async (request, response) => {
    const header = request.headers['api-version']?.toString().trim() || undefined;
    const address = addressOf(request.url ?? '/', header);
    if (address === undefined) {
      writeRefusal(response, 'v1', unknownVersion(pathOf(request), String(header)));
      return;
    }
    const tenant = tenantOf(platform, address.mandant);
    if (!tenant) {
      writeRefusal(response, 'v1', unknownMandant(platform, address.mandant));
      return;
    }
    const api = await versions[address.version]();
    await api.handle({ request, response, path: address.path, query: address.query }, (incoming, operation) =>
      admitByKey(wawi, tenant, incoming, operation, platform.config.enforceScopes),
    );
  };
}

/** @returns undefined for a version that is not known */
function addressOf(url: string, header: string | undefined): Address | undefined {
  const mark = url.indexOf('?');
  const whole = mark < 0 ? url : url.slice(0, mark);
  const [, mandant = '', first = '', ...rest] = whole.split('/');
  const query = mark < 0 ? '' : url.slice(mark + 1);
  const named = /^v[12]$/i.test(first) ? (first.toLowerCase() as 'v1' | 'v2') : undefined;
  const version =
    named ?? (header === undefined ? 'v1' : headerVersions[header.includes('.') ? header : `${header}.0`]);
  if (version === undefined) return undefined;
  const path = `/${(named ? rest : [first, ...rest]).join('/')}`;
  return { mandant: decoded(mandant), version, path, query };
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

/** In ASP.NET's words, by which clients recognise that they may try another version. */
function unknownVersion(path: string, header: string): ApiError {
  return new ApiError({
    status: 400,
    code: 'UnsupportedApiVersion',
    message: `The HTTP resource that matches the request URI '${path}' does not support the API version '${header}'.`,
    reason: `api-version is '${header}'; send one of ${Object.keys(headerVersions).join(', ')}`,
  });
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
