import type { Operation, Parameter } from '../../contract/contract.ts';
import { instantOf } from '../../contract/instants.ts';
import { unpackKey } from '../../contract/keys.ts';
import type { TypeNode } from '../../contract/types.ts';
import type { RestContract } from '../../contract/contract.ts';
import type { RefusedField } from '../access/api-errors.ts';

/** Parameter values in the domain's terms: ids as integers, dates as ISO 8601, enums as numbers. */
export type ParameterValues = Readonly<Record<string, unknown>>;

export interface ParsedParameters {
  readonly values: ParameterValues;
  readonly problems: readonly RefusedField[];
  /** Query parameters the contract does not know. */
  readonly unknown: readonly string[];
}

/** @param raw path parameters in the order of the template */
export function parsePathParameters(
  contract: RestContract,
  operation: Operation,
  raw: readonly string[],
): ParsedParameters {
  const names = [...operation.path.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '');
  const values: Record<string, unknown> = {};
  const problems: RefusedField[] = [];
  names.forEach((name, n) => {
    const parameter = operation.params.find((one) => one.name === name);
    const parsed = parseValue(contract, parameter?.type ?? { kind: 'scalar', name: 'string' }, raw[n] ?? '');
    if (parsed.ok) values[name] = parsed.value;
    else problems.push({ field: name, message: parsed.message });
  });
  return { values, problems, unknown: [] };
}

/** Query names match ignoring case; of a repeated parameter the first value counts. */
export function parseQuery(
  contract: RestContract,
  operation: Operation,
  query: URLSearchParams,
): ParsedParameters {
  const known = new Map(operation.query.map((parameter) => [parameter.name.toLowerCase(), parameter]));
  const values: Record<string, unknown> = {};
  const problems: RefusedField[] = [];
  const unknown: string[] = [];
  for (const [name, text] of query) {
    const parameter = known.get(name.toLowerCase());
    if (!parameter) {
      if (!unknown.includes(name)) unknown.push(name);
      continue;
    }
    if (parameter.name in values || text === '') continue;
    const parsed = parseValue(contract, parameter.type, text);
    if (parsed.ok) values[parameter.name] = parsed.value;
    else problems.push({ field: name, message: parsed.message });
  }
  for (const missing of missingOf(operation.query, values))
    problems.push({ field: missing, message: `The ${missing} parameter is required.` });
  return { values, problems, unknown };
}

function missingOf(parameters: readonly Parameter[], values: ParameterValues): string[] {
  return parameters.filter((one) => one.required && !(one.name in values)).map((one) => one.name);
}

type Parsed = { ok: true; value: unknown } | { ok: false; message: string };

function parseValue(contract: RestContract, type: TypeNode, text: string): Parsed {
  switch (type.kind) {
    case 'key': {
      const key = unpackKey(type.key, text);
      return key.ok ? { ok: true, value: key.id } : { ok: false, message: key.problem };
    }
    case 'enum':
      return parseEnum(type.values, text);
    case 'schema': {
      const values = contract.enumValues(type.name);
      return values ? parseEnum(values, text) : { ok: true, value: text };
    }
    case 'scalar':
      return parseScalar(type.name, text);
    default:
      return { ok: true, value: text };
  }
}

function parseEnum(values: ReadonlyMap<number, string>, text: string): Parsed {
  for (const [value, name] of values)
    if (text === String(value) || text.toLowerCase() === name.toLowerCase()) return { ok: true, value };
  return {
    ok: false,
    message: `The value '${text}' is not one of ${[...values].map(([value, name]) => `${value} (${name})`).join(', ')}.`,
  };
}

function parseScalar(name: string, text: string): Parsed {
  const refused = (): Parsed => ({ ok: false, message: `The value '${text}' is not valid for ${name}.` });
  switch (name) {
    case 'int32':
    case 'int64': {
      const value = Number(text);
      return /^[+-]?\d+$/.test(text.trim()) && Math.abs(value) <= 2_147_483_647
        ? { ok: true, value }
        : refused();
    }
    case 'decimal':
    case 'double':
      return Number.isFinite(Number(text)) ? { ok: true, value: Number(text) } : refused();
    case 'boolean': {
      const lower = text.toLowerCase();
      if (lower === 'true' || lower === '1') return { ok: true, value: true };
      return lower === 'false' || lower === '0' ? { ok: true, value: false } : refused();
    }
    case 'date-time': {
      // A plus sign of an offset arrives as a space when the client did not encode it.
      const repaired = text.replace(/ (\d{2}:\d{2})$/, (space, offset: string) =>
        text.includes('T') ? `+${offset}` : space,
      );
      const instant = instantOf(repaired);
      return instant === undefined ? refused() : { ok: true, value: instant };
    }
    default:
      return { ok: true, value: text };
  }
}
