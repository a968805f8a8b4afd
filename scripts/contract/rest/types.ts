import type { SchemaNode } from '../../../src/wawi/contract/openapi/model.ts';

/** A type as facts write it, read. */
export interface FactType {
  schema: SchemaNode;
  /** Marked with `!` or `*`; undefined for objects, which have no mark. */
  required: boolean | undefined;
  /** Marked with `?`. */
  nullable: boolean;
}

const scalars: Readonly<Record<string, SchemaNode>> = {
  string: { type: 'string' },
  text: { type: 'string' },
  int: { type: 'integer', format: 'int32' },
  int32: { type: 'integer', format: 'int32' },
  integer: { type: 'integer', format: 'int32' },
  int64: { type: 'integer', format: 'int64' },
  number: { type: 'number', format: 'decimal' },
  decimal: { type: 'number', format: 'decimal' },
  double: { type: 'number', format: 'double' },
  boolean: { type: 'boolean' },
  bool: { type: 'boolean' },
  'date-time': { type: 'string', format: 'date-time' },
  datetime: { type: 'string', format: 'date-time' },
  date: { type: 'string', format: 'date-time' },
  base64: { type: 'string', format: 'byte' },
  byte: { type: 'string', format: 'byte' },
  binary: { type: 'string', format: 'binary' },
  uri: { type: 'string', format: 'uri' },
  uuid: { type: 'string', format: 'uuid' },
  guid: { type: 'string', format: 'uuid' },
  key: { type: 'string', format: 'uuid' },
  id: { type: 'string', format: 'uuid' },
  enum: { type: 'integer', format: 'int32' },
  any: {},
  object: {},
};

/**
 * @param text such as `int32`, `Key!`, `string[]`, `number(max 5)`, `enum(0..5)!`, `enum(0=None|1=Full)`
 * @returns undefined for a text that is not a type, such as a remark
 */
export function factType(text: string): FactType | undefined {
  const match = /^(\w[\w-]*)(\([^)]*\))?((?:\[\])?)\s*([!*?]?)((?:\[\])?)(?:\s*=.*|\s.*)?$/.exec(text.trim());
  const [, name = '', limits = '', list = '', mark = '', lateList = ''] = match ?? [];
  const scalar = scalars[name.toLowerCase()];
  if (!scalar) return undefined;
  const one = name === 'enum' ? enumSchema(limits) : { ...scalar, ...limitsOf(limits) };
  const schema: SchemaNode = list || lateList ? { type: 'array', items: one } : one;
  return {
    schema,
    required: mark === '!' || mark === '*' || /[!*]$/.test(text.trim()),
    nullable: mark === '?',
  };
}

function limitsOf(text: string): SchemaNode {
  const max = /max (?:length )?(\d+)/.exec(text)?.[1];
  return max !== undefined && Number(max) < 100_000 ? { maxLength: Number(max) } : {};
}

function enumSchema(limits: string): SchemaNode {
  const text = limits.slice(1, -1);
  const range = /^(\d+)\.\.(\d+)$/.exec(text);
  const named = text.split('|').map((part) => /^(\d+)(?:=(\w+))?$/.exec(part.trim()));
  const plain = text.split(',').map((part) => part.trim());
  const integer: SchemaNode = { type: 'integer', format: 'int32' };
  if (range) {
    const [from, to] = [Number(range[1]), Number(range[2])];
    const values = Array.from({ length: to - from + 1 }, (_, n) => from + n);
    return { ...integer, enum: values, 'x-enum-varnames': values.map(String) };
  }
  if (named.length > 1 && named.every((one) => one))
    return {
      ...integer,
      enum: named.map((one) => Number(one?.[1])),
      'x-enum-varnames': named.map((one) => one?.[2] ?? one?.[1] ?? ''),
    };
  if (plain.length > 1 && plain.every((one) => /^\d+$/.test(one)))
    return { ...integer, enum: plain.map(Number), 'x-enum-varnames': plain };
  return integer;
}

/** Kinds of value that a page tells apart; within one kind the document's own type is the more exact. */
function kindOf(schema: SchemaNode): string {
  if (schema['x-page-of']) return 'page';
  if (schema.type === 'array') return 'list';
  if (schema.$ref !== undefined || schema.additionalProperties || schema.type === undefined) return 'object';
  if (schema.type === 'integer' || schema.type === 'number') return 'number';
  if (schema.type === 'boolean') return 'boolean';
  if (schema.format === 'uuid') return 'key';
  return 'text';
}

/**
 * @param resolve gives the schema behind a reference
 * @returns whether a documented type and one in the document may be the same, the latter said more exactly
 */
export function isCompatible(
  documented: SchemaNode,
  known: SchemaNode,
  resolve: (schema: SchemaNode) => SchemaNode,
): boolean {
  const target = resolve(known);
  const [one, other] = [kindOf(documented), kindOf(target)];
  if (one === 'object' || other === 'object')
    return one === other || (one === 'object' && known.$ref !== undefined && !target.enum);
  if (one === 'list' && other === 'list')
    return isCompatible(documented.items ?? {}, known.items ?? {}, resolve);
  return one === other;
}
