import type { RouteMatch } from '../../platform/route-tree.ts';
import type { Operation, RestContract } from '../contract/contract.ts';
import { loadContract } from '../contract/load.ts';
import { apiVersions, existence, type AnyVersion, type Major } from '../contract/versions.ts';
import { ApiError } from '../wire/access/api-errors.ts';
import { restRoutes, type RestRoutes } from './route-table.ts';
import { uncontractedArea } from './uncontracted.ts';

/**
 * @param base the client's path before the operation's
 * @returns the refusal of an operation that documentation lists without saying what it does
 */
export function notImplemented({ method, path }: Operation, base: string): ApiError {
  return new ApiError({
    status: 501,
    code: 'NotImplemented',
    message: 'The operation is not implemented.',
    reason: `no public page states what ${method} ${base}${path} does; the emulator knows its parameters and fields only`,
    assumptions: ['undocumented-behaviour'],
  });
}

/**
 * @param method of the request
 * @param place the path relative to the version's base, and that base as the client wrote it
 * @param isCloud whether the version is that of the tenant
 * @returns the refusal of a path, or of a method, that the version does not have
 */
export async function notThere(
  method: string,
  { path, base }: { path: string; base: string },
  match: Exclude<RouteMatch<Operation>, { kind: 'found' }>,
  { version, apiVersion }: RestContract,
  isCloud: boolean,
): Promise<ApiError> {
  // On-premise, the header api-version stands above the version of the tenant.
  const who = isCloud ? 'this tenant has' : 'the request is for';
  const elsewhere = await versionsWithRoute(version, method, path);
  const others =
    elsewhere.length > 0 ? `${method} ${base}${path} ${existence(elsewhere, apiVersion, who)}` : undefined;
  if (match.kind === 'method') {
    const allowed = match.allowed.join(', ');
    return new ApiError({
      status: 405,
      code: 'MethodNotAllowed',
      message: 'Method not allowed.',
      reason: others ?? `${method} is not offered at ${base}${path}; allowed: ${allowed}`,
      headers: { Allow: allowed },
    });
  }
  return new ApiError({
    status: 404,
    code: 'NotFound',
    message: 'The requested resource was not found.',
    reason: others ?? unknownPath(`${method} ${base}${path}`, path, base, match.nearest),
  });
}

function unknownPath(title: string, path: string, base: string, nearest = ''): string {
  const area = uncontractedArea(path);
  return area === undefined
    ? `there is no operation ${title}; the nearest path is ${base}${nearest}`
    : `${title} belongs to ${area}, of which no public contract exists; the emulator does not have it`;
}

const trees = new Map<AnyVersion, RestRoutes>();

async function versionsWithRoute(major: Major, method: string, path: string): Promise<AnyVersion[]> {
  const found: AnyVersion[] = [];
  for (const version of apiVersions[major])
    if ((await treeOf(version)).find(method, path).kind === 'found') found.push(version);
  return found;
}

async function treeOf(version: AnyVersion): Promise<RestRoutes> {
  const known = trees.get(version);
  if (known) return known;
  const tree = restRoutes(await loadContract(version));
  trees.set(version, tree);
  return tree;
}
