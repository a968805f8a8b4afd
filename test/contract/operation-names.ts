import type { Operation, Parameter } from '../../src/wawi/contract/contract.ts';

/** `v1 GET /items/{itemId}` */
export function nameOf(operation: Operation): string {
  return `${operation.version} ${operation.method} ${operation.path}`;
}

/** @returns a name of an operation, or a path, as it is matched: without case, hyphens and parameters' names */
export function normalised(name: string): string {
  return name
    .replace(/\{\w+\}/g, '{}')
    .replaceAll('-', '')
    .toLowerCase();
}

/** @returns the name of a path segment that is a parameter, in lower case */
export function parameterName(segment: string): string | undefined {
  return /^\{(\w+)\}$/.exec(segment)?.[1]?.toLowerCase();
}

/** @returns the parameter of the path that has the name in lower case */
export function parameterOf(operation: Operation, name: string): Parameter | undefined {
  return operation.params.find(
    (one) => one.name.toLowerCase() === name && operation.path.includes(`{${one.name}}`),
  );
}

/** @returns the parameters of an operation's path in order, in lower case */
export function parameterNames({ path }: Operation): string[] {
  return path.split('/').flatMap((segment) => parameterName(segment) ?? []);
}
