import type { Collection, Entity } from '../../store/collections/collection.ts';
import type { GraphqlTypes } from '../../wire/graphql/types.ts';
import type { ViewContext } from '../../wire/views/views.ts';
import { Connection, type PagingArguments } from './connection.ts';
import type { Arguments, ListSource, Predicate } from '../../wire/graphql/call.ts';
import { compileFilter, type Where, type Filter } from './filter.ts';
import { compileOrder, type OrderKey } from './order.ts';
import { byId, byIndex, bySorting, type Sequence } from './sequence.ts';

/** Indexed candidates up to this many are sorted on the spot; beyond, walking the index that gives the order is cheaper. */
const fewRows = 2000;

/** How many orders that no index gives are kept sorted for each tenant. */
const keptOrders = 8;

/** Answers the connections of the schema: filter, order and page over a source, using indexes where they serve. */
export class Lists {
  readonly #sorted = new WeakMap<object, Map<string, { revision: number; sequence: Sequence }>>();

  constructor(private readonly types: GraphqlTypes) {}

  /**
   * @param fieldName the root field, for messages and remembered orders
   * @param nodeType the rows' GraphQL type
   * @throws GraphqlProblem
   */
  connection(
    fieldName: string,
    nodeType: string,
    source: ListSource,
    args: Arguments,
    context: ViewContext,
  ): Connection {
    const filter = compileFilter(this.types, nodeType, args['where'] as Where | null | undefined);
    const order = args['order'] as readonly Readonly<Record<string, unknown>>[] | null | undefined;
    const keys = compileOrder(this.types, nodeType, order);
    const only = 'entity' in source ? source.only?.(args) : undefined;
    const holds: Predicate = only
      ? (row, given) => only(row, given) && filter.holds(row, given)
      : filter.holds;
    const orderName = `${fieldName} ${JSON.stringify(order ?? [])}`;
    const sequence =
      'entity' in source
        ? this.#collection(
            context.data.of(source.entity) as unknown as Collection,
            filter,
            keys,
            orderName,
            context,
          )
        : bySorting([...source.rows(context, args)], keys, context);
    const filtered = only !== undefined || Boolean(args['where']);
    return new Connection(sequence, holds, filtered, keys, context, fieldName, args as PagingArguments);
  }

  #collection(
    collection: Collection,
    filter: Filter,
    keys: readonly OrderKey[],
    orderName: string,
    context: ViewContext,
  ): Sequence {
    const few = candidates(collection, filter.narrowing);
    if (few) return bySorting(few, keys, context);
    const [first] = keys;
    if (!first) return byId(collection);
    const { indexPath } = first;
    if (keys.length === 1 && indexPath !== undefined)
      return byIndex(collection, { ...first, indexPath }, context);
    return this.#remembered(orderName, context, () => bySorting(collection, keys, context));
  }

  #remembered(name: string, { data }: ViewContext, make: () => Sequence): Sequence {
    let orders = this.#sorted.get(data);
    if (!orders) this.#sorted.set(data, (orders = new Map()));
    const known = orders.get(name);
    if (known?.revision === data.revision) return known.sequence;
    const sequence = make();
    orders.delete(name);
    orders.set(name, { revision: data.revision, sequence });
    const [oldest] = orders.keys();
    if (orders.size > keptOrders && oldest !== undefined) orders.delete(oldest);
    return sequence;
  }
}

/** @returns the rows that an index leaves over, or undefined when it does not help or leaves too many */
function candidates(collection: Collection, narrowing: Filter['narrowing']): Entity[] | undefined {
  if (!narrowing) return undefined;
  const { path, values } = narrowing;
  const rows = new Map<number, Entity>();
  for (const value of values) {
    if (path === 'id') {
      const row = typeof value === 'number' ? collection.get(value) : undefined;
      if (row) rows.set(row.id, row);
      continue;
    }
    for (const row of collection.where(path, value)) {
      rows.set(row.id, row);
      if (rows.size > fewRows) return undefined;
    }
  }
  return [...rows.values()];
}
