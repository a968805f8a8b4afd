import { ApiError } from './api-errors.ts';
import type { AssumptionId } from '../../../platform/assumptions.ts';
import type { App, Tenant } from '../../../platform/model.ts';

/** Refusals of the gateway before an operation runs, in the order of checks of platform.md section 5. */

/** 401: the request has no Authorization header. */
export function noToken(): ApiError {
  return new ApiError({
    status: 401,
    code: 'Unauthorized',
    message: 'JWT not present or malformed.',
    reason:
      "there is no Authorization header; send 'Authorization: Bearer <access token>' from POST /oauth2/token",
    headers: { 'WWW-Authenticate': 'Bearer' },
  });
}

/**
 * 401: there is a token, which is not accepted.
 * @param reason why the token is refused, for the developer
 * @param assumption the decision of ours that the refusal rests on, if any
 */
export function badToken(reason: string, assumption?: AssumptionId): ApiError {
  const assumptions = assumption === undefined ? [] : [assumption];
  return new ApiError({
    status: 401,
    code: 'Unauthorized',
    message: 'JWT is not valid.',
    reason,
    assumptions,
    headers: {
      'WWW-Authenticate': 'Bearer error="invalid_token"',
    },
  });
}

/** 400: neither a header nor the token names the tenant. */
export function tenantMissing(): ApiError {
  return new ApiError({
    status: 400,
    code: 'TenantIdMissing',
    message: 'Tenant id is missing.',
    reason:
      "there is no X-Tenant-ID header; send the tenant's UUID, which the session token or app token names",
  });
}

/**
 * 400: the header is not the id of a tenant.
 * @param value of the client
 */
export function tenantInvalid(value: string): ApiError {
  return new ApiError({
    status: 400,
    code: 'TenantIdInvalid',
    message: 'Tenant id is invalid.',
    reason: `X-Tenant-ID is '${value}', which is not a UUID; send the tenant's id, not its name or mandant`,
    assumptions: ['tenant-id-invalid'],
  });
}

/**
 * 404: there is no such tenant.
 * @param value the id asked for
 * @param known the tenants that the app is installed in
 */
export function tenantUnknown(value: string, known: readonly Tenant[]): ApiError {
  const list = known.map((tenant) => `${tenant.id} (${tenant.slug})`).join(', ');
  return new ApiError({
    status: 404,
    code: 'TenantNotFound',
    message: 'Tenant not found.',
    reason: `there is no tenant '${value}'; the app is installed in: ${list || 'none'}`,
    assumptions: ['check-order'],
  });
}

/**
 * 403: the header names another tenant than the token.
 * @param header the id in the header
 * @param own the id in the token
 */
export function otherTenant(header: string, own: string): ApiError {
  return new ApiError({
    status: 403,
    code: 'Forbidden',
    message: 'Access to the tenant is forbidden.',
    reason: `X-Tenant-ID is '${header}' but the token is for tenant '${own}'; leave the header out or send the token's tenant`,
    assumptions: ['check-order'],
  });
}

/** 403: the tenant has not installed the app. */
export function notInstalled(app: App, tenant: Tenant): ApiError {
  return new ApiError({
    status: 403,
    code: 'Forbidden',
    message: 'App is not installed in the tenant.',
    reason: `app '${app.name}' (client ${app.clientId}) is not installed in tenant '${tenant.slug}'; install it in the Hub or with 'jtl-emulator app install ${app.slug} ${tenant.slug}'`,
    assumptions: ['not-installed-403'],
  });
}

/**
 * 403: the installation does not grant what the operation asks for.
 * @param needed scopes of which one would do
 * @param granted the scopes that the call has
 */
export function scopeMissing(
  app: Pick<App, 'name'>,
  tenant: Tenant,
  needed: readonly string[],
  granted: readonly string[],
): ApiError {
  return new ApiError({
    status: 403,
    code: 'Forbidden',
    message: 'Insufficient scope.',
    reason: `app '${app.name}' lacks the scope ${needed.map((scope) => `'${scope}'`).join(' or ')} in tenant '${tenant.slug}' (granted: ${granted.join(', ') || 'none'}); add it to capabilities.erp.api.scopes of the manifest and install again`,
    assumptions: ['scope-enforcement'],
  });
}

/** 504: the tenant's Wawi is switched off (`wawi.connected`). */
export function notConnected(tenant: Tenant): ApiError {
  return new ApiError({
    status: 504,
    code: 'GatewayTimeout',
    message: 'The Wawi instance did not answer in time.',
    reason: `the Wawi of tenant '${tenant.slug}' is not connected; 'jtl-emulator tenant connect ${tenant.slug}' connects it`,
    assumptions: ['wawi-disconnected'],
  });
}
