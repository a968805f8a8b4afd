import type { RestContract, Operation } from '../../src/wawi/contract/contract.ts';
import type { TypeNode } from '../../src/wawi/contract/types.ts';

export type Path = readonly (string | number)[];

/** A place in a body that holds one value, with the type that the contract gives it. */
export interface BodyLeaf {
  readonly path: Path;
  readonly type: TypeNode;
}

/** @returns every leaf of a body, the first element of each list only; members unknown to the contract are left out */
export function leavesOf(contract: RestContract, { body: type }: Operation, body: unknown): BodyLeaf[] {
  return type ? leaves(contract, type, body, []) : [];
}

function leaves(contract: RestContract, type: TypeNode, value: unknown, path: Path): BodyLeaf[] {
  if (value === undefined || value === null) return [];
  if (type.kind === 'list')
    return Array.isArray(value) ? leaves(contract, type.of, value[0], [...path, 0]) : [];
  if (type.kind !== 'schema' || contract.enumValues(type.name)) return [{ path, type }];
  const { properties } = contract.object(type.name);
  return Object.entries(value as object).flatMap(([name, part]) => {
    const property = properties.find((one) => one.name.toLowerCase() === name.toLowerCase());
    return property ? leaves(contract, property.type, part, [...path, name]) : [];
  });
}

/** @returns the body with another value at the path */
export function withValue(body: unknown, [key, ...rest]: Path, value: unknown): unknown {
  if (key === undefined) return value;
  const changed = withValue((body as Record<string | number, unknown> | undefined)?.[key], rest, value);
  if (Array.isArray(body)) return body.map((part, n) => (n === key ? changed : (part as unknown)));
  return { ...(body as object), [key]: changed };
}

/** @returns the values of an enum, undefined for any other type */
export function enumOf(contract: RestContract, type: TypeNode): ReadonlyMap<number, string> | undefined {
  if (type.kind === 'enum') return type.values;
  return type.kind === 'schema' ? contract.enumValues(type.name) : undefined;
}
