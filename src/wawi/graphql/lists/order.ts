import type { GraphqlField, GraphqlObject, GraphqlTypes, Leaf } from '../../wire/graphql/types.ts';
import type { ViewContext } from '../../wire/views/views.ts';
import { compareKeys, numericPath, reader, sortKey, type SortKey } from '../../store/collections/order.ts';
import { comparableReader } from './comparable.ts';

/** One key of an `order` argument. */
export interface OrderKey {
  readonly read: (row: unknown, context: ViewContext) => SortKey;
  /** The path by which a collection's index gives this order; absent where the value is computed. */
  readonly indexPath: string | undefined;
  readonly descending: boolean;
}

/** Where a row stands: its sort keys, then its id. */
export interface Position {
  readonly keys: readonly SortKey[];
  readonly id: number;
}

type OrderElement = Readonly<Record<string, unknown>>;

/**
 * @param nodeType the rows' GraphQL type
 * @param order the sort inputs as GraphQL coerced them; `{id: {kArtikel: ASC}}` orders by the key
 */
export function compileOrder(
  types: GraphqlTypes,
  nodeType: string,
  order: readonly OrderElement[] | null | undefined,
): OrderKey[] {
  return (order ?? []).flatMap((element) =>
    Object.entries(element)
      .filter(([, direction]) => direction !== null)
      .flatMap(([name, direction]) => keysOf(types, nodeType, name, direction)),
  );
}

function keysOf(types: GraphqlTypes, nodeType: string, name: string, direction: unknown): OrderKey[] {
  const object = types.object(nodeType);
  const field = object.field(name);
  const { leaf } = field;
  if (!leaf) throw new Error(`${nodeType}.${name} is not a scalar and cannot be sorted by`);
  const indexPath =
    field.path === undefined ? undefined : leaf.kind === 'number' ? numericPath(field.path) : field.path;
  const read = indexPath === undefined ? computedKey(types, object, field, leaf) : indexedKey(indexPath);
  if (typeof direction === 'string') return [{ read, indexPath, descending: direction === 'DESC' }];
  return Object.entries(direction as OrderElement).map(([part, nested]) => {
    const descending = nested === 'DESC';
    // A key's sort input has the key itself and, for some kinds, whether there is one.
    return part === 'isExisting'
      ? { read: (row, context) => sortKey(read(row, context) !== null), indexPath: undefined, descending }
      : { read, indexPath, descending };
  });
}

/** Reads what the index holds, to the letter: positions in an index must be found again. */
function indexedKey(indexPath: string): OrderKey['read'] {
  const read = reader(indexPath);
  return (row) => sortKey(read(row));
}

function computedKey(
  types: GraphqlTypes,
  object: GraphqlObject,
  field: GraphqlField,
  leaf: Leaf,
): OrderKey['read'] {
  const read = comparableReader(object, field, leaf, types.contract.enums);
  return (row, context) => sortKey(read(row, context));
}

/** @returns a total order of positions: by the keys in their directions, ties by id in the first key's direction */
export function comparePositions(keys: readonly OrderKey[]): (a: Position, b: Position) => number {
  const signs = keys.map((key) => (key.descending ? -1 : 1));
  const idSign = signs[0] ?? 1;
  return (a, b) => {
    for (const [n, sign] of signs.entries()) {
      const order = compareKeys(a.keys[n] ?? null, b.keys[n] ?? null);
      if (order !== 0) return order * sign;
    }
    return (a.id - b.id) * idSign;
  };
}
