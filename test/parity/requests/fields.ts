import type { RestContract } from '../../../src/wawi/contract/contract.ts';
import type { TypeNode } from '../../../src/wawi/contract/types.ts';
import { comparable } from '../../contract/agreement.ts';
import { enumOf } from '../../contract/body-leaves.ts';
import type { FieldPath } from './request-row.ts';

/** Fields that hold values, with their types. */
export type Fields = ReadonlyMap<FieldPath, TypeNode>;

/** @returns the documented fields of a body */
export function documentedFields(contract: RestContract, type: TypeNode): Fields {
  const found = new Map<FieldPath, TypeNode>();
  collect(contract, type, '', found, []);
  return found;
}

function collect(
  contract: RestContract,
  type: TypeNode,
  path: FieldPath,
  found: Map<FieldPath, TypeNode>,
  open: readonly string[],
): void {
  if (type.kind === 'list') return collect(contract, type.of, path, found, open);
  if (type.kind !== 'schema' || contract.enumValues(type.name)) {
    found.set(path, type);
    return;
  }
  if (open.includes(type.name)) return;
  for (const { name, type: inner, readOnly } of contract.object(type.name).properties)
    if (!readOnly) collect(contract, inner, below(path, name), found, [...open, type.name]);
}

/** @returns the values of a JSON document by the paths of their fields, nulls left out */
export function valuesByField(json: unknown): Map<FieldPath, Set<unknown>> {
  const found = new Map<FieldPath, Set<unknown>>();
  gather(json, '', found);
  return found;
}

function gather(json: unknown, path: FieldPath, found: Map<FieldPath, Set<unknown>>): void {
  if (json === null || json === undefined) return;
  if (Array.isArray(json)) {
    for (const element of json as unknown[]) gather(element, path, found);
  } else if (typeof json === 'object') {
    for (const [name, value] of Object.entries(json)) gather(value, below(path, name), found);
  } else {
    const values = found.get(path) ?? new Set();
    found.set(path, values.add(comparable(json)));
  }
}

/** @returns the path of a field under another */
export function below(path: FieldPath, name: string): FieldPath {
  return path === '' ? name.toLowerCase() : `${path}.${name.toLowerCase()}`;
}

/** @returns the entry whose key is the longest beginning of the path, and what of the path follows it */
export function longestBeginning<T>(
  table: Readonly<Record<FieldPath, T>>,
  path: FieldPath,
): { entry: T; rest: string } | undefined {
  const [key] = Object.keys(table)
    .filter((one) => one === '' || path === one || path.startsWith(`${one}.`))
    .sort((a, b) => b.length - a.length);
  return key === undefined ? undefined : { entry: table[key] as T, rest: path.slice(key.length) };
}

/**
 * Finds where a read has a field of the body: under the same parent and name, else deeper under that parent.
 * @param names other paths by beginnings of the body's, and other names of single fields as `*.name`
 */
export function placesOf(
  path: FieldPath,
  names: Readonly<Record<string, FieldPath>>,
  shown: ReadonlyMap<FieldPath, ReadonlySet<unknown>>,
): { place: FieldPath; values: ReadonlySet<unknown> } {
  const whole = names[path];
  if (whole !== undefined) return { place: whole, values: shown.get(whole) ?? new Set() };
  const segments = path.split('.');
  const own = segments.at(-1) ?? '';
  const last = names[`*.${own}`] ?? own;
  const parent = segments.slice(0, -1).join('.');
  const renamed = longestBeginning(names, parent);
  const under = renamed ? [renamed.entry + renamed.rest].filter(Boolean).join('.') : parent;
  const place = below(under.replace(/^\./, ''), last);
  const exact = shown.get(place);
  if (exact) return { place, values: exact };
  const deeper = [...shown].filter(
    ([one]) => (under === '' || one.startsWith(`${under}.`)) && one.endsWith(`.${last}`),
  );
  return { place, values: new Set(deeper.flatMap(([, values]) => [...values])) };
}

/** @returns whether shown values have a sent one: enums are numbers in REST, names in GraphQL */
export function isShown(
  contract: RestContract,
  type: TypeNode | undefined,
  sent: unknown,
  shown: ReadonlySet<unknown>,
): boolean {
  if (shown.has(sent)) return true;
  const name = type && enumOf(contract, type)?.get(Number(sent));
  return name !== undefined && [...shown].some((one) => plain(String(one)) === plain(name));
}

function plain(name: string): string {
  return name.replaceAll('_', '').toLowerCase();
}
