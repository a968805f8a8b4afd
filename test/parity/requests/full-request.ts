import { parseGraphqlType, type GraphqlContractData } from '../../../src/wawi/contract/graphql-contract.ts';

/** A scalar of a request, or a list of them, under its path without list positions. */
export interface Leaf {
  path: string;
  value: unknown;
}

export interface Request {
  request: Record<string, unknown>;
  leaves: Leaf[];
}

/** Values of a request by path, such as `billingAddress.countryIso`; undefined leaves a field out. */
export type GivenValues = Readonly<Record<string, unknown>>;

/** The fields of a request: all of them, or those that the contract requires. */
export type Extent = 'minimal' | 'full';

/**
 * Builds a request of a command. A value that is not given is made from the field's name and its position, so that no two
 * of the made ones are alike.
 * @param input name of the input type
 * @param sequence makes the texts of one request differ from those of another
 * @param demanded paths of nullable fields that a minimal request has nevertheless
 * @throws Error for keys and enums without a given value
 */
export function requestOf(
  contract: GraphqlContractData,
  input: string,
  given: GivenValues,
  extent: Extent,
  sequence = 0,
  demanded: readonly string[] = [],
): Request {
  const leaves: Leaf[] = [];
  const build = (name: string, within: string): Record<string, unknown> => {
    const fields = Object.entries(contract.inputs[name] ?? {}).flatMap(([field, expression]) => {
      const path = within === '' ? field : `${within}.${field}`;
      const type = parseGraphqlType(expression);
      const isOptional = type.nullable && !demanded.includes(path);
      const isLeftOut = (path in given && given[path] === undefined) || (extent === 'minimal' && isOptional);
      if (path === 'idempotencyKey' || isLeftOut) return [];
      const value = valueAt(type.name, path);
      return [[field, type.list && !Array.isArray(value) ? [value] : value] as const];
    });
    return Object.fromEntries(fields);
  };
  const valueAt = (type: string, path: string): unknown => {
    if (!(path in given) && type in contract.inputs) return build(type, path);
    const value = path in given ? given[path] : madeValue(contract, type, path, sequence, leaves.length);
    leaves.push({ path, value });
    return value;
  };
  return { request: build(input, ''), leaves };
}

function madeValue(
  { enums }: GraphqlContractData,
  type: string,
  path: string,
  sequence: number,
  n: number,
): unknown {
  const name = path.split('.').at(-1) ?? path;
  if (type in enums) throw new Error(`${path} needs a value of ${type}: ${enums[type]?.join(', ')}`);
  switch (type) {
    case 'String':
      return `${name} ${sequence}.${n}`;
    case 'Int':
    case 'Byte':
      return 10 + n;
    case 'Decimal':
      return 10.25 + n;
    case 'Boolean':
      return true;
    case 'DateTime':
      return `2027-01-${String(1 + (n % 28)).padStart(2, '0')}T00:00:${String(n % 60).padStart(2, '0')}Z`;
    default:
      throw new Error(`${path} needs a value of ${type}`);
  }
}
