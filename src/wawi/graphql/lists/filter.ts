import type { Predicate } from '../../wire/graphql/call.ts';
import type { GraphqlTypes, Leaf } from '../../wire/graphql/types.ts';
import { orderedForm } from '../../store/collections/text-order.ts';
import { GraphqlProblem } from '../../wire/graphql/errors.ts';
import { comparableReader, wantedValue, type Comparable } from './comparable.ts';

/** A `where` argument, ready to run. */
export interface Filter {
  readonly holds: Predicate;
  /** Values of which the field at the path must have one, when the filter demands that of every row; for indexes. */
  readonly narrowing: { readonly path: string; readonly values: readonly Comparable[] } | undefined;
}

export type Where = Readonly<Record<string, unknown>>;
type Test = Predicate<Comparable>;

/**
 * The operations of the contract's operation filters. A comparison with an absent value never holds, its negation always
 * does; equality compares null like any other value (platform.md section 6; fidelity row `graphql-null-filters`).
 */
const operations: Readonly<Record<string, (wanted: Comparable, leaf: Leaf) => Test>> = {
  eq: (wanted) => (actual) => actual === wanted,
  gt: compared((actual, wanted) => actual > wanted),
  gte: compared((actual, wanted) => actual >= wanted),
  lt: compared((actual, wanted) => actual < wanted),
  lte: compared((actual, wanted) => actual <= wanted),
  contains: (wanted) => (actual) => typeof actual === 'string' && actual.includes(String(wanted)),
  startsWith: (wanted) => (actual) => typeof actual === 'string' && actual.startsWith(String(wanted)),
  endsWith: (wanted) => (actual) => typeof actual === 'string' && actual.endsWith(String(wanted)),
};

/** Negations by the negated operator; `neq` and `nin` follow the same pattern. */
const negated: Readonly<Record<string, string>> = {
  neq: 'eq',
  ngt: 'gt',
  ngte: 'gte',
  nlt: 'lt',
  nlte: 'lte',
  ncontains: 'contains',
  nstartsWith: 'startsWith',
  nendsWith: 'endsWith',
};

const everyRow: Predicate = () => true;

/**
 * @param nodeType the rows' GraphQL type
 * @param where a filter input of that type as GraphQL coerced it; default: every row
 * @throws GraphqlProblem for null where the platform does not allow it, and for keys of the wrong kind
 */
export function compileFilter(
  types: GraphqlTypes,
  nodeType: string,
  where: Where | null | undefined,
): Filter {
  if (!where) return { holds: everyRow, narrowing: undefined };
  let narrowing: Filter['narrowing'];
  const tests: Predicate[] = [];
  for (const [name, value] of Object.entries(where)) {
    if (name === 'and' || name === 'or') {
      const parts = listOf(name, value).map((part) => compileFilter(types, nodeType, part as Where));
      if (parts.length === 0) continue;
      tests.push(
        combined(
          name,
          parts.map((part) => part.holds),
        ),
      );
      if (name === 'and') narrowing ??= parts.find((part) => part.narrowing)?.narrowing;
      continue;
    }
    const operation = operationsOf(name, value);
    const { test, path } = fieldFilter(types, nodeType, name, operation);
    tests.push(test);
    const values = path === undefined ? undefined : equalities(types, nodeType, name, operation);
    if (path !== undefined && values)
      narrowing = path === 'id' ? { path, values } : (narrowing ?? { path, values });
  }
  return { holds: combined('and', tests), narrowing };
}

function fieldFilter(
  types: GraphqlTypes,
  nodeType: string,
  name: string,
  operation: Where,
): { test: Predicate; path: string | undefined } {
  const object = types.object(nodeType);
  const field = object.field(name);
  if (!field.leaf) throw new Error(`${nodeType}.${name} is not a scalar and cannot be filtered`);
  const { enums } = types.contract;
  const read = comparableReader(object, field, field.leaf, enums);
  const test = compileOperations(field.leaf, operation, enums);
  return { test: (row, context) => test(read(row, context), context), path: field.path };
}

function compileOperations(leaf: Leaf, operation: Where, enums: GraphqlTypes['contract']['enums']): Test {
  const tests = Object.entries(operation).map(([name, value]): Test => {
    if (name === 'and' || name === 'or') {
      const parts = listOf(name, value).map((part) => compileOperations(leaf, part as Where, enums));
      return parts.length === 0 ? () => true : combined(name, parts);
    }
    if (name === 'in' || name === 'nin') {
      const wanted = new Set(listOf(name, value).map((element) => wantedValue(leaf, element, enums)));
      return name === 'in' ? (actual) => wanted.has(actual) : (actual) => !wanted.has(actual);
    }
    const positive = negated[name] ?? name;
    if (value === null && positive !== 'eq') throw nullFilter(name);
    const test = operations[positive]?.(wantedValue(leaf, value, enums), leaf);
    if (!test) throw new Error(`no operation '${name}'`);
    return positive === name ? test : (actual, context) => !test(actual, context);
  });
  return combined('and', tests);
}

/** @returns the values of which a row must have one, or undefined when the operations do not say so */
function equalities(
  types: GraphqlTypes,
  nodeType: string,
  name: string,
  operation: Where,
): readonly Comparable[] | undefined {
  const { leaf } = types.object(nodeType).field(name);
  // Only keys and text are indexed in the form that filters compare.
  if (!leaf || (leaf.kind !== 'key' && leaf.kind !== 'text')) return undefined;
  const { eq } = operation;
  const wanted = eq === undefined ? operation['in'] : [eq];
  if (!Array.isArray(wanted)) return undefined;
  const values = wanted.map((value) => wantedValue(leaf, value, types.contract.enums));
  // Absent values may count as empty text or key 0, which an index does not contain.
  return values.includes(null) || values.includes('') || values.includes(0) ? undefined : values;
}

/** A plain loop, since it runs once for every row of a tenant. */
function combined<A>(how: 'and' | 'or', tests: readonly Predicate<A>[]): Predicate<A> {
  const [only] = tests;
  if (tests.length === 1 && only) return only;
  const stopsAt = how === 'or';
  return (value, context) => {
    for (const test of tests) if (test(value, context) === stopsAt) return stopsAt;
    return !stopsAt;
  };
}

/** Texts are compared as they are sorted. */
function compared(
  holds: (actual: string | number | boolean, wanted: string | number | boolean) => boolean,
): (wanted: Comparable, leaf: Leaf) => Test {
  return (wanted, { kind }) => {
    if (wanted === null) return () => false;
    if (kind !== 'text') return (actual) => actual !== null && holds(actual, wanted);
    const form = orderedForm(String(wanted));
    return (actual) => actual !== null && holds(orderedForm(String(actual)), form);
  };
}

function operationsOf(name: string, value: unknown): Where {
  if (value === null) throw nullFilter(name);
  return value as Where;
}

function listOf(name: string, value: unknown): readonly unknown[] {
  if (value === null) throw nullFilter(name);
  return value as readonly unknown[];
}

/** HotChocolate's refusal of null in a filter. */
function nullFilter(name: string): GraphqlProblem {
  return new GraphqlProblem(
    `The provided value for filter \`${name}\` is invalid. Null values are not supported.`,
    'HC0026',
    { filter: name },
    `the filter '${name}' is null; leave it out, or compare with {eq: null}`,
  );
}
