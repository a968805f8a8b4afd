import type { Collection, Entity } from './store/collection.ts';

/** What a list operation asks of a collection. */
export interface ListQuery<E extends Entity> {
  /** An equality that an index answers; narrows before the predicates run. */
  where?: { path: string; value: unknown };
  /** All must hold. */
  predicates?: readonly ((row: E) => boolean)[];
  /** Field to order by; absent: by id. */
  orderBy?: string;
  descending?: boolean;
  /** From 1. */
  pageNumber: number;
  pageSize: number;
}

/** One page of rows and how many there are over all pages. */
export interface RowPage<E> {
  items: E[];
  totalItems: number;
  pageNumber: number;
  pageSize: number;
}

/**
 * Reads one page. Without predicates it walks only up to the page's end; with them it looks at each candidate once.
 * The order is total (ties by id), so every row is on exactly one page.
 */
export function pageOf<E extends Entity>(collection: Collection<E>, query: ListQuery<E>): RowPage<E> {
  const { pageNumber, pageSize, predicates = [] } = query;
  const from = (pageNumber - 1) * pageSize;
  const to = from + pageSize;
  const countsAll = predicates.length > 0 || query.where !== undefined;
  const items: E[] = [];
  let matched = 0;
  for (const row of candidates(collection, query)) {
    if (!predicates.every((holds) => holds(row))) continue;
    if (matched >= from && matched < to) items.push(row);
    matched++;
    if (!countsAll && matched >= to) break;
  }
  return { items, totalItems: countsAll ? matched : collection.size, pageNumber, pageSize };
}

function candidates<E extends Entity>(collection: Collection<E>, query: ListQuery<E>): Iterable<E> {
  if (query.where && query.orderBy === undefined)
    return collection.where(query.where.path, query.where.value);
  if (query.orderBy === undefined) return collection.values();
  const ordered = collection.orderedBy(query.orderBy, query.descending);
  const { where } = query;
  if (!where) return ordered;
  const wanted = new Set([...collection.where(where.path, where.value)].map((row) => row.id));
  return filtered(ordered, (row) => wanted.has(row.id));
}

function* filtered<E>(rows: Iterable<E>, keep: (row: E) => boolean): Iterable<E> {
  for (const row of rows) if (keep(row)) yield row;
}
