import type { Collection, Entity } from './collection.ts';

/** A list operation's query of a collection. */
export interface ListQuery<E extends Entity> {
  /** An equality that an index answers; narrows before the predicates run. */
  where?: { path: string; value: unknown };
  /** All must be true. */
  predicates?: readonly ((row: E) => boolean)[];
  /** Field to order by; default: by id. */
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

/** Pages that start after this row are taken from the cached list instead of the tree. */
const walkedRows = 1000;

/**
 * Reads one page. Without conditions its cost depends on the page size; with them each candidate is checked once. The
 * order is total (ties by id), so every row is on exactly one page.
 */
export function pageOf<E extends Entity>(collection: Collection<E>, query: ListQuery<E>): RowPage<E> {
  const { pageNumber, pageSize, predicates = [], where, orderBy, descending = false } = query;
  const from = (pageNumber - 1) * pageSize;
  const to = from + pageSize;
  if (predicates.length === 0 && where === undefined) {
    const items =
      from < walkedRows
        ? walk(collection, query, from, to)
        : collection.list(orderBy, descending).slice(from, to);
    return { items, totalItems: collection.size, pageNumber, pageSize };
  }
  const items: E[] = [];
  let matched = 0;
  for (const row of candidates(collection, query)) {
    if (!predicates.every((holds) => holds(row))) continue;
    if (matched >= from && matched < to) items.push(row);
    matched++;
  }
  return { items, totalItems: matched, pageNumber, pageSize };
}

function walk<E extends Entity>(
  collection: Collection<E>,
  { orderBy, descending }: ListQuery<E>,
  from: number,
  to: number,
): E[] {
  const items: E[] = [];
  let n = 0;
  for (const row of orderBy === undefined
    ? collection.byId(descending)
    : collection.orderedBy(orderBy, descending)) {
    if (n >= to) break;
    if (n++ >= from) items.push(row);
  }
  return items;
}

function candidates<E extends Entity>(
  collection: Collection<E>,
  { where, orderBy, descending }: ListQuery<E>,
): Iterable<E> {
  if (!where) return collection.list(orderBy, descending);
  if (orderBy === undefined) return collection.where(where.path, where.value);
  const wanted = new Set([...collection.where(where.path, where.value)].map((row) => row.id));
  return collection.list(orderBy, descending).filter((row) => wanted.has(row.id));
}
