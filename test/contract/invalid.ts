import type { RestContract, Operation, Parameter } from '../../src/wawi/contract/contract.ts';
import { packKey } from '../../src/wawi/contract/keys.ts';
import type { TypeNode } from '../../src/wawi/contract/types.ts';
import { wireNameOf } from '../../src/wawi/contract/wire-names.ts';
import { firstAboveZero } from './samples.ts';
import { filledPath } from './tenant-client.ts';

/** A request that the contract forbids, and the fields that the refusal must name. */
export interface InvalidRequest {
  /** Where it is wrong. */
  place: 'path' | 'query' | 'body' | 'missing';
  path: string;
  body?: unknown;
  fields: readonly string[];
}

/**
 * Breaks the contract in every place where an operation can be called wrongly: all typed path parameters, all typed
 * query parameters, all typed properties of the body, all required ones left out.
 * @returns an empty list for an operation without typed input
 */
export function invalidRequests(contract: RestContract, operation: Operation): InvalidRequest[] {
  const path = filledPath(operation, placeholders(contract, operation));
  const body = operation.body === undefined ? {} : { body: bodyOfNothing(contract, operation.body) };
  return [
    ...wrongPath(contract, operation, body),
    ...wrongQuery(contract, operation, path, body),
    ...(operation.body ? wrongBody(contract, operation.body, path) : []),
  ];
}

/** Path parameters of the right types; whether anything has these ids does not matter to validation. */
export function placeholders(contract: RestContract, operation: Operation): Record<string, string> {
  const names = [...operation.path.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '');
  return Object.fromEntries(
    names.map((name) => {
      const type = operation.params.find((one) => one.name === name)?.type;
      return [name.toLowerCase(), type ? placeholder(contract, type) : 'x'];
    }),
  );
}

function placeholder(contract: RestContract, type: TypeNode): string {
  if (type.kind === 'key') return packKey(type.key, 1);
  const values = enumValues(contract, type);
  if (values) return String(firstAboveZero(values));
  return type.kind === 'scalar' && type.name === 'guid' ? '00000000-0000-4000-8000-000000000000' : '1';
}

function enumValues(contract: RestContract, type: TypeNode): ReadonlyMap<number, string> | undefined {
  if (type.kind === 'enum') return type.values;
  return type.kind === 'schema' ? contract.enumValues(type.name) : undefined;
}

/** Text can be anything; everything else has a form that this has not. */
const formless = '~';

function isTyped(contract: RestContract, { type }: Parameter): boolean {
  if (type.kind === 'scalar')
    return ['int32', 'int64', 'decimal', 'double', 'boolean', 'date-time'].includes(type.name);
  return type.kind === 'key' || enumValues(contract, type) !== undefined;
}

function wrongPath(contract: RestContract, operation: Operation, body: { body?: unknown }): InvalidRequest[] {
  const inPath = operation.params.filter((one) => operation.path.includes(`{${one.name}}`));
  const typed = inPath.filter((one) => isTyped(contract, one));
  if (typed.length === 0) return [];
  const wrong = Object.fromEntries(typed.map((one) => [one.name.toLowerCase(), formless]));
  const path = filledPath(operation, { ...placeholders(contract, operation), ...wrong });
  return [{ place: 'path', path, ...body, fields: typed.map((one) => one.name) }];
}

function wrongQuery(
  contract: RestContract,
  operation: Operation,
  path: string,
  body: { body?: unknown },
): InvalidRequest[] {
  const typed = operation.query.filter((one) => isTyped(contract, one));
  if (typed.length === 0) return [];
  const query = typed.map((one) => `${one.name}=${formless}`).join('&');
  return [{ place: 'query', path: `${path}?${query}`, ...body, fields: typed.map((one) => one.name) }];
}

function wrongBody(contract: RestContract, type: TypeNode, path: string): InvalidRequest[] {
  if (type.kind !== 'schema')
    return [{ place: 'body', path, body: wrongValue(contract, type), fields: [''] }];
  const wireName = wireNameOf(contract.version);
  const { properties } = contract.object(type.name);
  const wrong = properties
    .filter((one) => !one.readOnly)
    .map((one) => [wireName(one.name), wrongValue(contract, one.type)] as const)
    .filter(([, value]) => value !== undefined);
  const missing = properties.filter((one) => one.required && !one.readOnly).map((one) => wireName(one.name));
  return [
    ...(wrong.length > 0
      ? [
          {
            place: 'body' as const,
            path,
            body: Object.fromEntries(wrong),
            fields: wrong.map(([name]) => name),
          },
        ]
      : []),
    ...(missing.length > 0 ? [{ place: 'missing' as const, path, body: {}, fields: missing }] : []),
  ];
}

/** @returns a value that is none of the type; undefined where the contract takes anything */
function wrongValue(contract: RestContract, type: TypeNode): unknown {
  if (enumValues(contract, type)) return 9999;
  if (type.kind !== 'scalar') return 12;
  switch (type.name) {
    case 'object':
      return undefined;
    case 'int32':
    case 'int64':
    case 'decimal':
    case 'double':
    case 'boolean':
      return formless;
    default:
      // Version 1 turns a number into text, so only an object is wrong in both versions.
      return {};
  }
}

function bodyOfNothing(contract: RestContract, type: TypeNode): unknown {
  if (type.kind === 'list') return [];
  if (type.kind === 'schema' && !contract.enumValues(type.name)) return {};
  return type.kind === 'scalar' && type.name === 'string' ? 'x' : 1;
}
