import { keyValue } from '../../wire/graphql/arguments.ts';
import type { GraphqlContractData } from '../../contract/graphql-contract.ts';
import { wholeInstant } from '../../contract/instants.ts';
import type { GraphqlField, GraphqlObject, Leaf } from '../../wire/graphql/types.ts';
import type { Read, ViewContext } from '../../wire/views/views.ts';
import { enumNumber } from '../../contract/graphql-enums.ts';
import { shownNumber } from '../../wire/views/whole-numbers.ts';

/** A value in the form of filters: text without case, numbers (also of keys and enums), booleans, null for undefined. */
export type Comparable = string | number | boolean | null;

/** @returns a reader of the field from a row of the type, computed source included */
function fieldReader(object: GraphqlObject, field: GraphqlField): Read<unknown> {
  const { from } = object;
  if (!from) return field.read;
  return (row, context) => {
    const source = from(row, context);
    return source === undefined || source === null ? undefined : field.read(source, context);
  };
}

/** @returns a reader of what filters compare; where the type allows no null, absent values count as what is shown for them */
export function comparableReader(
  object: GraphqlObject,
  field: GraphqlField,
  leaf: Leaf,
  enums: GraphqlContractData['enums'],
): (row: unknown, context: ViewContext) => Comparable {
  const read = fieldReader(object, field);
  const absent = field.type.nullable ? null : absentValue(leaf, enums);
  switch (leaf.kind) {
    case 'number': {
      const shown = shownNumber(leaf.name);
      return (row, context) => {
        const value = read(row, context);
        return value === undefined || value === null || value === '' ? absent : shown(Number(value));
      };
    }
    case 'boolean':
      return (row, context) => {
        const value = read(row, context);
        return value === undefined || value === null ? absent : Boolean(value);
      };
    case 'enum':
      return (row, context) => {
        const value = read(row, context);
        if (typeof value === 'string') return enumNumber(leaf.name, enums[leaf.name] ?? [], value);
        return typeof value === 'number' ? value : absent;
      };
    case 'key':
      return (row, context) => {
        const value = read(row, context);
        if (typeof value === 'number') return value;
        return typeof value === 'string' ? value.toLowerCase() : absent;
      };
    case 'instant':
      return (row, context) => {
        const value = read(row, context);
        return typeof value === 'string' && value !== '' ? wholeInstant(value) : absent;
      };
    case 'text':
      return (row, context) => {
        const value = read(row, context);
        if (typeof value === 'string') return value.toLowerCase();
        return value === undefined || value === null ? absent : String(value).toLowerCase();
      };
  }
}

/**
 * @returns a value of a filter in the form that fields are compared in
 * @throws GraphqlProblem for a key that is none or of another kind
 */
export function wantedValue(leaf: Leaf, value: unknown, enums: GraphqlContractData['enums']): Comparable {
  if (value === null || value === undefined) return null;
  switch (leaf.kind) {
    case 'number':
      return Number(value);
    case 'boolean':
      return Boolean(value);
    case 'enum':
      return enumNumber(leaf.name, enums[leaf.name] ?? [], String(value));
    case 'key':
      return keyValue(leaf.key, String(value));
    case 'instant':
    case 'text':
      return leaf.kind === 'instant' ? String(value) : String(value).toLowerCase();
  }
}

function absentValue(leaf: Leaf, enums: GraphqlContractData['enums']): Comparable {
  switch (leaf.kind) {
    case 'number':
    case 'key':
      return 0;
    case 'boolean':
      return false;
    case 'enum':
      return enumNumber(leaf.name, enums[leaf.name] ?? [], enums[leaf.name]?.[0] ?? '');
    case 'instant':
      return '0001-01-01T00:00:00.000Z';
    case 'text':
      return '';
  }
}
