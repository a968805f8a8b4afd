import fc from 'fast-check';
import type { GraphqlContractData } from '../../src/wawi/contract/graphql-contract.ts';

/** A row as the wire shows it. */
export type Row = Readonly<Record<string, unknown>>;

type Where = Readonly<Record<string, unknown>>;

/** Evaluates filters on the values of the wire, one operation at a time: slow, simple, and independent of the product. */
export function fits(row: Row, where: Where): boolean {
  return Object.entries(where).every(([name, value]) => {
    if (name === 'and') return (value as Where[]).every((part) => fits(row, part));
    if (name === 'or')
      return (value as Where[]).length === 0 || (value as Where[]).some((part) => fits(row, part));
    return valueFits(row[name] ?? null, value as Where);
  });
}

function valueFits(actual: unknown, operations: Where): boolean {
  return Object.entries(operations).every(([name, wanted]) => {
    if (name === 'and') return (wanted as Where[]).every((part) => valueFits(actual, part));
    if (name === 'or')
      return (wanted as Where[]).length === 0 || (wanted as Where[]).some((part) => valueFits(actual, part));
    return operationHolds(name, folded(actual), wanted);
  });
}

function operationHolds(name: string, actual: unknown, wanted: unknown): boolean {
  if (name === 'in') return (wanted as unknown[]).some((one) => folded(one) === actual);
  if (name === 'eq') return actual === folded(wanted);
  if (name.startsWith('n')) return !operationHolds(name.slice(1), actual, wanted);
  if (actual === null) return false;
  const other = folded(wanted) as string;
  const value = actual as string;
  const order = compareValues(value, other);
  switch (name) {
    case 'gt':
      return order > 0;
    case 'gte':
      return order >= 0;
    case 'lt':
      return order < 0;
    case 'lte':
      return order <= 0;
    case 'contains':
      return String(value).includes(other);
    case 'startsWith':
      return String(value).startsWith(other);
    default:
      return String(value).endsWith(other);
  }
}

function folded(value: unknown): unknown {
  return typeof value === 'string' ? value.toLowerCase() : value;
}

/** @returns negative, zero or positive as a comes before, with or after b under the sort inputs */
export function compareRows(a: Row, b: Row, order: readonly Row[]): number {
  for (const element of order) {
    for (const [field, direction] of Object.entries(element)) {
      const sign =
        (typeof direction === 'string' ? direction : Object.values(direction as Row)[0]) === 'DESC' ? -1 : 1;
      const result = compareValues(keyOrValue(a[field], direction), keyOrValue(b[field], direction));
      if (result !== 0) return result * sign;
    }
  }
  return 0;
}

/** A packed key sorts by its integer, the last eight digits in little endian. */
function keyOrValue(value: unknown, direction: unknown): unknown {
  if (typeof direction === 'string' || typeof value !== 'string') return folded(value);
  return Buffer.from(value.slice(-8), 'hex').readInt32LE();
}

function compareValues(a: unknown, b: unknown): number {
  if (a === b) return 0;
  if (a === null || a === undefined) return -1;
  if (b === null || b === undefined) return 1;
  const [one, other] = [sorted(a), sorted(b)];
  return one === other ? 0 : one < other ? -1 : 1;
}

/** Umlauts lie with their vowels, ß with ss; where that leaves no difference, the accents and then the letters decide. */
function sorted(value: unknown): string | number {
  if (typeof value !== 'string') return Number(value);
  const whole = value.toLowerCase();
  const accented = whole.normalize('NFC').replace(/ß/g, 'ss');
  const bare = accented.normalize('NFD').replace(/\p{Mn}/gu, '');
  return `${bare}\u0000${accented}\u0000${whole}`;
}

/** Numbers of enum fields are not on the wire, so only these operation filters are generated. */
const operations: Readonly<Record<string, readonly string[]>> = {
  Id: ['eq', 'neq', 'in', 'nin'],
  String: [
    'eq',
    'neq',
    'in',
    'nin',
    'contains',
    'ncontains',
    'startsWith',
    'nstartsWith',
    'endsWith',
    'nendsWith',
  ],
  Boolean: ['eq', 'neq'],
};
const comparisons = ['eq', 'neq', 'in', 'nin', 'gt', 'ngt', 'gte', 'ngte', 'lt', 'nlt', 'lte', 'nlte'];

function operationsOf(filter: string): readonly string[] {
  return operations[filter] ?? (/(?:Int32|Decimal|DateTime|DateTimeOffset)$/.test(filter) ? comparisons : []);
}

/** Filters over the fields of a filter input, with values that rows have, near ones, and ones that no row has. */
export function whereArbitrary(
  contract: GraphqlContractData,
  nodeType: string,
  rows: readonly Row[],
): fc.Arbitrary<Where> {
  const fields = Object.entries(contract.filters[`${nodeType}FilterInput`] ?? {}).filter(
    ([name, filter]) => operationsOf(filter).length > 0 && rows.some((row) => row[name] !== null),
  );
  const leaf = fc
    .tuple(
      fc.constantFrom(...fields),
      fc.constantFrom(...rows),
      fc.constantFrom(...rows),
      fc.nat(),
      fc.boolean(),
    )
    .map(([[name, filter], one, other, pick, part]): Where => {
      const names = operationsOf(filter);
      const operation = names[pick % names.length] ?? 'eq';
      const value = valueFor(operation, one[name], other[name], part);
      // Comparisons take no null.
      return { [name]: value === undefined ? { eq: null } : { [operation]: value } };
    });
  return fc.letrec<{ where: Where }>((tie) => ({
    where: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      leaf,
      fc
        .tuple(fc.constantFrom('and', 'or'), fc.array(tie('where'), { maxLength: 3 }))
        .map(([how, parts]) => ({ [how]: parts })),
      fc.tuple(leaf, tie('where')).map(([a, b]) => ({ ...a, or: [b] })),
    ),
  })).where;
}

function valueFor(operation: string, one: unknown, other: unknown, part: boolean): unknown {
  if (operation === 'in' || operation === 'nin') return [one, other];
  const needsValue = !['eq', 'neq'].includes(operation);
  const value = one ?? (needsValue ? other : null);
  if (/(?:contains|startsWith|endsWith)$/i.test(operation)) {
    const text = String(value ?? 'x');
    return part ? text.slice(0, 2).toUpperCase() : text.slice(-2);
  }
  return needsValue && value === null ? undefined : value;
}

/** Orders of up to three keys, key sorts included. */
export function orderArbitrary(contract: GraphqlContractData, nodeType: string): fc.Arbitrary<Row[]> {
  const enumFields = new Set(
    Object.entries(contract.types[nodeType] ?? {})
      .filter(([, type]) => String(type).replace(/[[\]!]/g, '') in contract.enums)
      .map(([name]) => name),
  );
  const keys = (contract.sorts[`${nodeType}SortInput`] ?? []).flatMap(
    (row): ((direction: string) => Row)[] => {
      const nested = /^!(\w+):(\w+)$/.exec(row);
      if (nested) {
        const [, name = '', input = ''] = nested;
        const [key = ''] = contract.sorts[input] ?? [];
        // Only own keys are packed for certain; other ids may be opaque text.
        return name === 'id' ? [(direction) => ({ [name]: { [key]: direction } })] : [];
      }
      return enumFields.has(row) ? [] : [(direction) => ({ [row]: direction })];
    },
  );
  const key = fc
    .tuple(fc.constantFrom(...keys), fc.constantFrom('ASC', 'DESC'))
    .map(([make, direction]) => make(direction));
  return fc.array(key, { maxLength: 3 });
}
