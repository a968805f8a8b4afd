import type { Platform } from '../platform/platform.ts';
import { serveRoutes } from '../platform/routes.ts';
import type { Route, RouteHandler } from '../platform/routes.ts';
import { discoveryEndpoint } from './discovery.ts';
import { answerError } from './errors.ts';
import { generation1, generation2 } from './generation.ts';
import type { Generation } from './generation.ts';
import { clientCredentials } from './grants/client-credentials.ts';
import type { Grant } from './grants/grant.ts';
import { keysEndpoint } from './keys.ts';
import { tokenEndpoint } from './token-endpoint.ts';

/**
 * The Identity Provider, both generations, to be mounted at the root: generation 2 lies below `/id`, and its paths
 * that generation 1 does not have are aliases at the root (design.md section 4).
 */
export function createIdentityService(platform: Platform): RouteHandler {
  const first = routesOf(platform, generation1);
  const second = routesOf(platform, generation2);
  const below = second.map((route) => ({ ...route, path: `/id${route.path}` }));
  const aliases = second.filter((route) => !first.some((other) => other.path === route.path));
  return serveRoutes([...first, ...below, ...aliases], platform.registry, answerError);
}

function routesOf(platform: Platform, generation: Generation): Route[] {
  const grants = new Map([clientCredentials].map((grant): [string, Grant] => [grant.type, grant]));
  const { paths } = generation;
  return [
    { path: paths.token, cors: true, methods: { POST: tokenEndpoint(platform, generation, grants) } },
    { path: paths.keys, cors: true, methods: { GET: keysEndpoint(platform, generation) } },
    { path: paths.discovery, cors: true, methods: { GET: discoveryEndpoint(platform, generation, grants) } },
  ];
}
