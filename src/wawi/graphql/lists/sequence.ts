import type { Collection, Entity } from '../../store/collections/collection.ts';
import type { ViewContext } from '../../wire/views/views.ts';
import { comparePositions, type OrderKey, type Position } from './order.ts';

/** Rows in a total order that can be walked from any position, either way. */
export interface Sequence {
  readonly size: number;
  /** The rows in the quickest order, for counting. */
  all(): Iterable<Entity>;
  /**
   * @param after where to start, itself left out; default: at the end that the direction starts from. The row of that
   *   position need not exist any more.
   */
  walk(after: Position | undefined, backward: boolean): Iterable<Entity>;
  positionOf(row: Entity): Position;
}

/** A collection as it is kept: by id. */
export function byId(collection: Collection): Sequence {
  return {
    size: collection.size,
    all: () => collection.values(),
    walk: (after, backward) => skipping(collection.byId(backward, after?.id), after?.id),
    positionOf: (row) => ({ keys: [], id: row.id }),
  };
}

/** A collection in the order of one indexed field. */
export function byIndex(
  collection: Collection,
  key: OrderKey & { indexPath: string },
  context: ViewContext,
): Sequence {
  return {
    size: collection.size,
    all: () => collection.values(),
    walk: (after, backward) =>
      skipping(
        collection.orderedBy(
          key.indexPath,
          key.descending !== backward,
          after && [after.keys[0] ?? null, after.id],
        ),
        after?.id,
      ),
    positionOf: (row) => ({ keys: [key.read(row, context)], id: row.id }),
  };
}

/** A repeatable source of rows: a collection, an array. */
export interface Rows {
  values(): IterableIterator<Entity>;
}

/** Rows in an order that no index gives: their keys are computed once and sorted. */
export function bySorting(rows: Rows, keys: readonly OrderKey[], context: ViewContext): Sequence {
  const compare = comparePositions(keys);
  const positionOf = (row: Entity): Position => ({
    keys: keys.map((key) => key.read(row, context)),
    id: row.id,
  });
  const sorted = [...rows.values()].map((row) => ({ row, position: positionOf(row) }));
  sorted.sort((a, b) => compare(a.position, b.position));

  /** The number of rows before the position. */
  const rankOf = (position: Position): number => {
    let low = 0;
    let high = sorted.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (compare(sorted[middle]!.position, position) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  function* walk(after: Position | undefined, backward: boolean): Iterable<Entity> {
    const rank = after === undefined ? (backward ? sorted.length : 0) : rankOf(after);
    const step = backward ? -1 : 1;
    for (let n = backward ? rank - 1 : rank; n >= 0 && n < sorted.length; n += step) {
      const { row } = sorted[n]!;
      if (row.id !== after?.id) yield row;
    }
  }
  return { size: sorted.length, all: () => rows.values(), walk, positionOf };
}

/** Leaves out the row that an inclusive start began with. */
function skipping(rows: IterableIterator<Entity>, id: number | undefined): Iterable<Entity> {
  if (id === undefined) return rows;
  const first = rows.next();
  return first.done === true || first.value.id === id ? rows : preceded(first.value, rows);
}

function* preceded(first: Entity, rest: Iterable<Entity>): Iterable<Entity> {
  yield first;
  yield* rest;
}
