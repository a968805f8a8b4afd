import { parseRange, type AnyVersion } from '../versions.ts';
import {
  typeKeys,
  type Annotations,
  type OperationNode,
  type ParameterNode,
  type SchemaNode,
} from './model.ts';

/** Documents have few ranges, each many times. */
const ranges = new Map<string, readonly AnyVersion[]>();

/** @returns the versions of a range, see `parseRange` */
export function versionsOf(range: string): readonly AnyVersion[] {
  const known = ranges.get(range);
  if (known) return known;
  const versions = parseRange(range);
  ranges.set(range, versions);
  return versions;
}

function covers(range: string, version: AnyVersion): boolean {
  return versionsOf(range).includes(version);
}

/**
 * @param element an element whose parent exists in the version
 * @returns whether the version has the element
 */
export function existsIn(element: Annotations, version: AnyVersion): boolean {
  const range = element['x-versions'];
  return range === undefined || covers(range, version);
}

/** A property's schema in one version, with whether it is required there if a variant says so. */
export interface SchemaAt {
  readonly schema: SchemaNode;
  readonly required?: boolean;
}

/**
 * @returns a property's schema as it is in the version: the variant of that version applied
 */
export function schemaAt(node: SchemaNode, version: AnyVersion): SchemaAt {
  const variant = node['x-variants']?.find(({ versions }) => covers(versions, version));
  if (!variant) return { schema: node };
  const { required } = variant;
  const own = entriesBut(variant, ['required', 'versions']);
  const replaced = own.some(([key]) => typeKeySet.has(key));
  const base = replaced ? entriesBut(node, typeKeys) : Object.entries(node);
  return {
    schema: Object.fromEntries([...base, ...own]) as SchemaNode,
    ...(required === undefined ? {} : { required }),
  };
}

const typeKeySet = new Set<string>(typeKeys);

function entriesBut(object: object, keys: readonly string[]): [string, unknown][] {
  return Object.entries(object).filter(([key]) => !keys.includes(key));
}

/** @returns a parameter as it is in the version */
export function parameterAt(node: ParameterNode, version: AnyVersion): ParameterNode {
  const variant = node['x-variants']?.find(({ versions }) => covers(versions, version));
  return variant ? { ...node, ...variant } : node;
}

/** @returns body and answers of an operation as they are in the version */
export function operationAt(
  node: OperationNode,
  version: AnyVersion,
): Pick<OperationNode, 'requestBody' | 'responses'> {
  const variant = node['x-variants']?.find(({ versions }) => covers(versions, version));
  const requestBody = variant && 'requestBody' in variant ? variant.requestBody : node.requestBody;
  return {
    ...(requestBody ? { requestBody } : {}),
    responses: variant?.responses ?? node.responses,
  };
}

/** @returns names of the values of an enum that the version has, by value */
export function enumAt(node: SchemaNode, version: AnyVersion): ReadonlyMap<number, string> {
  const names = node['x-enum-varnames'] ?? [];
  const entries = (node.enum ?? []).map((value, n) => [value, names[n] ?? String(value)] as const);
  const ranges = node['x-enum-versions'] ?? {};
  return new Map(
    entries.filter(([value]) => {
      const range = ranges[String(value)];
      return range === undefined || covers(range, version);
    }),
  );
}
