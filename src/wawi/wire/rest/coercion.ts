import type { RestContract } from '../../contract/contract.ts';
import type { TypeNode } from '../../contract/types.ts';

const numbers: ReadonlySet<string> = new Set(['int32', 'int64', 'decimal', 'double']);
const numeric = /^[+-]?\d+(\.\d+)?([eE][+-]?\d+)?$/;
const texts: ReadonlySet<string> = new Set(['string', 'uri', 'guid', 'date-time', 'duration']);

/**
 * Converts scalars of a request body as Newtonsoft.Json does, which version 1 of the API reads with: numeric text
 * becomes a number, a number or boolean becomes text, `"true"` and `"false"` become booleans. Version 2 reads with
 * System.Text.Json, which converts nothing.
 * @param body under the contract's own names
 * @returns the body with converted scalars; values that cannot be converted stay, for the validation to refuse
 */
export function coerced(contract: RestContract, type: TypeNode, body: unknown): unknown {
  if (body === null || body === undefined) return body;
  switch (type.kind) {
    case 'list':
      return Array.isArray(body) ? body.map((element) => coerced(contract, type.of, element)) : body;
    case 'map':
      return isObject(body) ? mapped(body, (element) => coerced(contract, type.of, element)) : body;
    case 'enum':
      return numberOf(body);
    case 'schema':
      if (contract.enumValues(type.name)) return numberOf(body);
      return isObject(body) ? object(contract, type.name, body) : body;
    case 'scalar':
      return scalar(type.name, body);
    default:
      return body;
  }
}

function object(
  contract: RestContract,
  name: string,
  body: Record<string, unknown>,
): Record<string, unknown> {
  const types = new Map(contract.object(name).properties.map((property) => [property.name, property.type]));
  return mapped(body, (value, property) => {
    const type = types.get(property);
    return type === undefined ? value : coerced(contract, type, value);
  });
}

function scalar(name: string, value: unknown): unknown {
  if (numbers.has(name)) return numberOf(value);
  if (name === 'boolean') return booleanOf(value);
  if (texts.has(name)) return typeof value === 'number' || typeof value === 'boolean' ? String(value) : value;
  return value;
}

function numberOf(value: unknown): unknown {
  return typeof value === 'string' && numeric.test(value.trim()) ? Number(value) : value;
}

function booleanOf(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  const text = value.trim().toLowerCase();
  return text === 'true' ? true : text === 'false' ? false : value;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function mapped(
  value: Record<string, unknown>,
  convert: (element: unknown, name: string) => unknown,
): Record<string, unknown> {
  return Object.fromEntries(Object.entries(value).map(([name, element]) => [name, convert(element, name)]));
}
