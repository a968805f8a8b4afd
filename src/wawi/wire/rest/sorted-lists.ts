import type { EntityMap, EntityName } from '../../store/entity-map.ts';
import { pageOf, type RowPage } from '../../store/collections/query.ts';
import { compareKeys, reader, sortKey } from '../../store/collections/order.ts';
import type { TenantData } from '../../store/tenant-data.ts';
import type { Call, Handler } from './call.ts';
import { filtersOf, pageRequest, type Filter } from './handlers.ts';
import { ApiError } from '../access/api-errors.ts';

/** How a list of 2.1 and later is filtered and sorted. */
export interface SortedListSpec<E> {
  /** The fields of `sortBy`: field as the answer writes it -> path in the domain; decimals by `numericPath`. */
  sorts: Readonly<Record<string, string>>;
  /** Fields that `{field}After` and `{field}Before` narrow, both ends included: field -> path of an ISO 8601 text. */
  dates?: Readonly<Record<string, string>>;
  /** Query parameter -> filter. */
  filters?: Readonly<Record<string, Filter<E>>>;
  /** Always holds. */
  only?: (row: E, data: TenantData) => boolean;
}

/**
 * Lists a kind page by page as versions 2.1 and later do: `pageNumber`, `pageSize`, `sortBy` (comma list),
 * `sortDescending`, and dates by `{field}After` and `{field}Before` (platform.md section 5).
 * @throws ApiError 400 for a field that cannot be sorted by, or a page outside the limits
 */
export function sortedPage<N extends EntityName>(name: N, spec: SortedListSpec<EntityMap[N]>): Handler {
  return (call) => ({ value: select(call, name, spec) });
}

/** Takes one page of rows that are not a collection of their own, sorted as {@link sortedPage} does. */
export function sortedPageOfRows<T extends { readonly id: number }>(
  call: Call,
  rows: readonly T[],
  sorts: Readonly<Record<string, string>>,
): RowPage<T> {
  const { pageNumber, pageSize } = pageRequest(call);
  const descending = call.query['sortDescending'] === true;
  const sortedRows = [...refined(rows, '', sortPaths(call, sorts), descending)];
  const from = (pageNumber - 1) * pageSize;
  return { items: sortedRows.slice(from, from + pageSize), totalItems: rows.length, pageNumber, pageSize };
}

function select<N extends EntityName>(
  call: Call,
  name: N,
  spec: SortedListSpec<EntityMap[N]>,
): RowPage<EntityMap[N]> {
  const { pageNumber, pageSize } = pageRequest(call);
  const { only } = spec;
  const predicates = [
    ...filtersOf(call, spec.filters ?? {}),
    ...dateFilters(call, spec.dates ?? {}),
    ...(only ? [(row: EntityMap[N]) => only(row, call.data)] : []),
  ];
  const collection = call.data.of(name);
  const descending = call.query['sortDescending'] === true;
  const [first = 'id', ...others] = sortPaths(call, spec.sorts);
  if (others.length === 0)
    return pageOf(collection, { predicates, pageNumber, pageSize, ...orderOf(first, descending) });
  const from = (pageNumber - 1) * pageSize;
  const items: EntityMap[N][] = [];
  let totalItems = 0;
  for (const row of refined(collection.orderedBy(first, descending), first, others, descending)) {
    if (!predicates.every((holds) => holds(row))) continue;
    if (totalItems >= from && items.length < pageSize) items.push(row);
    totalItems++;
  }
  return { items, totalItems, pageNumber, pageSize };
}

/** Rows lie by id already. */
function orderOf(path: string, descending: boolean): { orderBy?: string; descending?: boolean } {
  return path === 'id' && !descending ? {} : { orderBy: path, descending };
}

function dateFilters<E>(call: Call, dates: Readonly<Record<string, string>>): ((row: E) => boolean)[] {
  return Object.entries(dates).flatMap(([field, path]) => {
    const read = reader(path);
    const after = call.query[`${field}After`] as string | undefined;
    const before = call.query[`${field}Before`] as string | undefined;
    const has = (row: E, holds: (instant: string) => boolean): boolean => {
      const instant = read(row);
      return typeof instant === 'string' && holds(instant);
    };
    return [
      ...(after === undefined ? [] : [(row: E) => has(row, (instant) => instant >= after)]),
      ...(before === undefined ? [] : [(row: E) => has(row, (instant) => instant <= before)]),
    ];
  });
}

/** The first field's index gives the order; only rows that agree in it are sorted by the others. */
function* refined<E extends { readonly id: number }>(
  ordered: Iterable<E>,
  first: string,
  others: readonly string[],
  descending: boolean,
): Iterable<E> {
  const readFirst = reader(first);
  const reads = others.map(reader);
  const compare = (a: E, b: E): number => {
    for (const read of reads) {
      const difference = compareKeys(sortKey(read(a)), sortKey(read(b)));
      if (difference !== 0) return descending ? -difference : difference;
    }
    return descending ? b.id - a.id : a.id - b.id;
  };
  let run: E[] = [];
  for (const row of ordered) {
    const [head] = run;
    if (head !== undefined && compareKeys(sortKey(readFirst(head)), sortKey(readFirst(row))) !== 0) {
      yield* run.sort(compare);
      run = [];
    }
    run.push(row);
  }
  yield* run.sort(compare);
}

function sortPaths(call: Call, sorts: Readonly<Record<string, string>>): string[] {
  const named = String(call.query['sortBy'] ?? '')
    .split(',')
    .map((field) => field.trim())
    .filter(Boolean);
  const known = new Map(Object.entries(sorts).map(([field, path]) => [field.toLowerCase(), path]));
  const unknown = named.filter((field) => !known.has(field.toLowerCase()));
  if (unknown.length > 0) {
    const message = `'${unknown.join("', '")}' cannot be sorted by; allowed fields: ${Object.keys(sorts).join(', ')}.`;
    throw new ApiError({
      status: 400,
      code: 'ValidationError',
      message,
      fields: [{ field: 'sortBy', message }],
    });
  }
  return named.map((field) => known.get(field.toLowerCase()) as string);
}
