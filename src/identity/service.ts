import type { Platform } from '../platform/platform.ts';
import { serveRoutes } from '../platform/routes.ts';
import type { Route, RouteHandler } from '../platform/routes.ts';
import { authorizeEndpoint } from './authorize.ts';
import { deviceAuthorizationEndpoint } from './device-authorization.ts';
import { deviceEndpoint } from './device-page.ts';
import { discoveryEndpoint } from './discovery.ts';
import { endSessionEndpoint } from './end-session.ts';
import { answerError, answerUnknownPath } from './errors.ts';
import { generation1, generation2 } from './generation.ts';
import type { Generation } from './generation.ts';
import { authorizationCode } from './grants/authorization-code.ts';
import { clientCredentials } from './grants/client-credentials.ts';
import { deviceCode } from './grants/device-code.ts';
import type { Grant } from './grants/grant.ts';
import { refreshToken } from './grants/refresh-token.ts';
import { introspectEndpoint } from './introspect.ts';
import { keysEndpoint } from './keys.ts';
import { revokeEndpoint } from './revoke.ts';
import { tokenEndpoint } from './token-endpoint.ts';
import { userinfoEndpoint } from './userinfo.ts';

/**
 * The Identity Provider, both generations, to be mounted at the root. Generation 2 is below `/id`; its paths that
 * generation 1 does not have are aliases at the root (platform.md section 1).
 */
export function createIdentityService(platform: Platform): RouteHandler {
  const first = routesOf(platform, generation1);
  const second = routesOf(platform, generation2);
  const below = second.map((route) => ({ ...route, path: `/id${route.path}` }));
  const aliases = second.filter((route) => !first.some((other) => other.path === route.path));
  return serveRoutes([...first, ...below, ...aliases], platform.cors, {
    error: answerError,
    unknownPath: answerUnknownPath,
  });
}

function routesOf(platform: Platform, generation: Generation): Route[] {
  const { paths } = generation;
  const device = deviceRoutes(platform, generation);
  const grants = grantsByType([clientCredentials, authorizationCode, refreshToken, ...device.grants]);
  return [
    { path: paths.token, cors: true, methods: { POST: tokenEndpoint(platform, generation, grants) } },
    { path: paths.authorize, methods: authorizeEndpoint(platform, generation) },
    { path: paths.introspect, methods: { POST: introspectEndpoint(platform, generation) } },
    { path: paths.revoke, cors: true, methods: { POST: revokeEndpoint(platform, generation) } },
    { path: paths.userinfo, cors: true, methods: userinfoEndpoint(platform, generation) },
    { path: paths.endSession, methods: endSessionEndpoint(platform) },
    { path: paths.keys, cors: true, methods: { GET: keysEndpoint(platform, generation) } },
    { path: paths.discovery, cors: true, methods: { GET: discoveryEndpoint(platform, generation, grants) } },
    ...device.routes,
  ];
}

/** The device grant, in the generation that has it. */
function deviceRoutes(platform: Platform, generation: Generation): { routes: Route[]; grants: Grant[] } {
  const { deviceAuthorization, device } = generation.paths;
  if (deviceAuthorization === undefined || device === undefined) return { routes: [], grants: [] };
  return {
    grants: [deviceCode],
    routes: [
      {
        path: deviceAuthorization,
        methods: { POST: deviceAuthorizationEndpoint(platform, generation, device) },
      },
      { path: device, methods: deviceEndpoint(platform) },
    ],
  };
}

function grantsByType(grants: readonly Grant[]): ReadonlyMap<string, Grant> {
  return new Map(grants.map((grant) => [grant.type, grant]));
}
