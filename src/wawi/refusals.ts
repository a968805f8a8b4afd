import { ApiError } from './rest/errors.ts';
import type { AssumptionId } from '../platform/assumptions.ts';
import type { App, Tenant } from '../platform/model.ts';

/** What the gateway refuses before an operation is reached, in the order of checks of platform.md section 5. */

export function noToken(): ApiError {
  return new ApiError(
    401,
    'Unauthorized',
    'JWT not present or malformed.',
    "there is no Authorization header; send 'Authorization: Bearer <access token>' from POST /oauth2/token",
    [],
    [],
    { 'WWW-Authenticate': 'Bearer' },
  );
}

/**
 * @param reason why the token is refused, for the developer
 * @param assumption the decision of ours that the refusal rests on, if any
 */
export function badToken(reason: string, assumption?: AssumptionId): ApiError {
  const assumptions = assumption === undefined ? [] : [assumption];
  return new ApiError(401, 'Unauthorized', 'JWT is not valid.', reason, [], assumptions, {
    'WWW-Authenticate': 'Bearer error="invalid_token"',
  });
}

export function tenantMissing(): ApiError {
  return new ApiError(
    400,
    'TenantIdMissing',
    'Tenant id is missing.',
    "there is no X-Tenant-ID header; send the tenant's UUID, which the session token or app token names",
  );
}

export function tenantInvalid(value: string): ApiError {
  return new ApiError(
    400,
    'TenantIdInvalid',
    'Tenant id is invalid.',
    `X-Tenant-ID is '${value}', which is no UUID; send the tenant's id, not its name or mandant`,
    [],
    ['tenant-id-invalid'],
  );
}

export function tenantUnknown(value: string, known: readonly Tenant[]): ApiError {
  const list = known.map((tenant) => `${tenant.id} (${tenant.slug})`).join(', ');
  return new ApiError(
    404,
    'TenantNotFound',
    'Tenant not found.',
    `there is no tenant '${value}'; the app is installed in: ${list || 'none'}`,
    [],
    ['check-order'],
  );
}

export function otherTenant(header: string, own: string): ApiError {
  return new ApiError(
    403,
    'Forbidden',
    'Access to the tenant is forbidden.',
    `X-Tenant-ID is '${header}' but the token is for tenant '${own}'; leave the header out or send the token's tenant`,
    [],
    ['check-order'],
  );
}

export function notInstalled(app: App, tenant: Tenant): ApiError {
  return new ApiError(
    403,
    'Forbidden',
    'App is not installed in the tenant.',
    `app '${app.name}' (client ${app.clientId}) is not installed in tenant '${tenant.slug}'; install it in the Hub or with 'jtl-emulator app install ${app.slug} --tenant ${tenant.slug}'`,
    [],
    ['not-installed-403'],
  );
}

export function scopeMissing(
  app: Pick<App, 'name'>,
  tenant: Tenant,
  needed: readonly string[],
  granted: readonly string[],
): ApiError {
  return new ApiError(
    403,
    'Forbidden',
    'Insufficient scope.',
    `app '${app.name}' lacks the scope ${needed.map((scope) => `'${scope}'`).join(' or ')} in tenant '${tenant.slug}' (granted: ${granted.join(', ') || 'none'}); add it to capabilities.erp.api.scopes of the manifest and install again`,
    [],
    ['scope-enforcement'],
  );
}

export function notConnected(tenant: Tenant): ApiError {
  return new ApiError(
    504,
    'GatewayTimeout',
    'The Wawi instance did not answer in time.',
    `the Wawi of tenant '${tenant.slug}' is not connected; PATCH /_emulator/v1/tenants/${tenant.slug} {"wawi":{"connected":true}} connects it`,
    [],
    ['wawi-disconnected'],
  );
}
