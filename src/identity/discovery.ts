import { clientOrigin, ignoredForwarding } from '../platform/client-origin.ts';
import type { Urls } from '../platform/config.ts';
import { remark } from '../platform/notices.ts';
import type { Platform } from '../platform/platform.ts';
import { answerJson } from '../platform/routes.ts';
import type { Exchange } from '../platform/routes.ts';
import { authenticationMethods } from './client-authentication.ts';
import { issuerOf, standardScopes } from './generation.ts';
import type { Generation } from './generation.ts';
import type { Grant } from './grants/grant.ts';

/** Prefix of generation 2 on the single origin; on a host of its own it is at the root. */
const singleOriginPrefix = '/id';

/** Metadata that both generations share. */
const capabilities = {
  response_types_supported: ['code'],
  response_modes_supported: ['query', 'fragment'],
  subject_types_supported: ['public'],
  id_token_signing_alg_values_supported: ['RS256'],
  claims_supported: [
    ...['sub', 'iss', 'aud', 'exp', 'iat', 'auth_time', 'nonce'],
    ...['name', 'given_name', 'family_name', 'locale', 'email', 'email_verified'],
  ],
  token_endpoint_auth_methods_supported: authenticationMethods,
  introspection_endpoint_auth_methods_supported: authenticationMethods.filter((method) => method !== 'none'),
  revocation_endpoint_auth_methods_supported: authenticationMethods,
  code_challenge_methods_supported: ['S256'],
  prompt_values_supported: ['none', 'login', 'select_account', 'consent'],
  ui_locales_supported: ['de', 'en'],
  claims_parameter_supported: false,
  request_parameter_supported: false,
  request_uri_parameter_supported: false,
  authorization_response_iss_parameter_supported: true,
};

/**
 * The discovery document (OpenID Connect Discovery section 3). The endpoints follow the host that the client used, so
 * that they work through a container's name or a tunnel; the issuer stays the same.
 */
export function discoveryEndpoint(
  platform: Platform,
  generation: Generation,
  grants: ReadonlyMap<string, Grant>,
) {
  return ({ request, response }: Exchange): void => {
    const ignored = ignoredForwarding(request.headers, platform.urls);
    if (ignored !== undefined) remark(response, 'forwarding', ignored);
    answerJson(response, 200, {
      issuer: issuerOf(generation, platform.urls),
      ...endpointsAt(endpointBase(request, generation, platform.urls), generation),
      grant_types_supported: [...grants.keys()],
      scopes_supported: [...standardScopes, ...generation.offlineScopes],
      ...capabilities,
    });
  };
}

function endpointsAt(base: string, { paths }: Generation): Record<string, string> {
  return {
    authorization_endpoint: base + paths.authorize,
    token_endpoint: base + paths.token,
    introspection_endpoint: base + paths.introspect,
    revocation_endpoint: base + paths.revoke,
    userinfo_endpoint: base + paths.userinfo,
    end_session_endpoint: base + paths.endSession,
    jwks_uri: base + paths.keys,
    ...(paths.deviceAuthorization !== undefined && {
      device_authorization_endpoint: base + paths.deviceAuthorization,
    }),
  };
}

/** @returns scheme, host and prefix of this generation's endpoints, as the client sees them */
export function endpointBase(
  request: Exchange['request'] & { originalUrl?: string },
  generation: Generation,
  urls: Urls,
): string {
  const path = request.originalUrl ?? request.url ?? '/';
  const prefixed = generation.number === 2 && path.startsWith(`${singleOriginPrefix}/`);
  return clientOrigin(request, urls) + (prefixed ? singleOriginPrefix : '');
}
