import { looseSpelling, RouteTree, type RouteRow } from '../../platform/route-tree.ts';
import type { Operation, RestContract } from '../contract/contract.ts';

/** The routes of one version of the REST API. */
export type RestRoutes = RouteTree<Operation>;

/** @returns the routes of a version, its further paths included; both spellings of v2 lead to one operation */
export function restRoutes({ operations, alsoAt }: Pick<RestContract, 'operations' | 'alsoAt'>): RestRoutes {
  return new RouteTree(
    operations.flatMap((operation) => rowsOf(operation, alsoAt)),
    looseSpelling,
  );
}

function rowsOf(operation: Operation, alsoAt: RestContract['alsoAt']): RouteRow<Operation>[] {
  const { method, path } = operation;
  const paths = [path, ...(alsoAt[`${method} ${path}`] ?? [])];
  return paths.map((at) => ({ method, path: at, target: operation }));
}
