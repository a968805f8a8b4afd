import type { Entity } from '../../store/collections/collection.ts';
import type { ViewContext } from '../../wire/views/views.ts';
import { GraphqlProblem } from '../../wire/graphql/errors.ts';
import { listSizes } from '../../contract/sdl/directives.ts';
import { cursorOf, positionAt } from './cursor.ts';
import type { Predicate } from '../../wire/graphql/call.ts';
import { comparePositions, type OrderKey, type Position } from './order.ts';
import type { Sequence } from './sequence.ts';

/** The paging arguments of a connection; GraphQL leaves absent ones undefined, clients may send null. */
export interface PagingArguments {
  first?: number | null;
  after?: string | null;
  last?: number | null;
  before?: string | null;
}

/**
 * One page of a list as the connection types of the contract show it. Parts that a query does not request, such as the
 * total, are not computed.
 */
export class Connection {
  readonly nodes: readonly Entity[];
  readonly #positions = {
    after: undefined as Position | undefined,
    before: undefined as Position | undefined,
  };

  /**
   * @param filtered false when every row passes, so that counting needs no walk
   * @throws GraphqlProblem for a page above 500 or below 0, and for cursors that are none
   */
  constructor(
    private readonly sequence: Sequence,
    private readonly holds: Predicate,
    private readonly filtered: boolean,
    keys: readonly OrderKey[],
    private readonly context: ViewContext,
    private readonly fieldName: string,
    args: PagingArguments,
  ) {
    const first = args.first ?? undefined;
    const last = args.last ?? undefined;
    this.#checkSize(first);
    this.#checkSize(last);
    if (args.after) this.#positions.after = positionAt(args.after, 'after', keys.length);
    if (args.before) this.#positions.before = positionAt(args.before, 'before', keys.length);
    this.nodes = this.#page(first, last, comparePositions(keys));
  }

  get edges(): { node: Entity; cursor: string }[] {
    return this.nodes.map((node) => ({ node, cursor: cursorOf(this.sequence.positionOf(node)) }));
  }

  get totalCount(): number {
    if (!this.filtered) return this.sequence.size;
    let count = 0;
    for (const row of this.sequence.all()) if (this.holds(row, this.context)) count++;
    return count;
  }

  get pageInfo(): PageInfo {
    return new PageInfo(
      this.#edgeOf(this.nodes[0]),
      this.#edgeOf(this.nodes.at(-1)),
      (position, backward) => this.#anyFrom(position, backward),
      this.#positions,
    );
  }

  #page(
    first: number | undefined,
    last: number | undefined,
    compare: (a: Position, b: Position) => number,
  ): Entity[] {
    const { after, before } = this.#positions;
    if (first === undefined && last !== undefined) {
      return this.#collect(
        before,
        true,
        last,
        (position) => after === undefined || compare(position, after) > 0,
      ).reverse();
    }
    const page = this.#collect(
      after,
      false,
      first ?? listSizes.standard,
      (position) => before === undefined || compare(position, before) < 0,
    );
    return last === undefined ? page : page.slice(Math.max(0, page.length - last));
  }

  #collect(
    from: Position | undefined,
    backward: boolean,
    count: number,
    within: (position: Position) => boolean,
  ): Entity[] {
    const rows: Entity[] = [];
    if (count === 0) return rows;
    const bounded = (backward ? this.#positions.after : this.#positions.before) !== undefined;
    for (const row of this.sequence.walk(from, backward)) {
      if (bounded && !within(this.sequence.positionOf(row))) break;
      if (!this.holds(row, this.context)) continue;
      rows.push(row);
      if (rows.length === count) break;
    }
    return rows;
  }

  #edgeOf(row: Entity | undefined): Position | undefined {
    return row && this.sequence.positionOf(row);
  }

  #anyFrom(position: Position | undefined, backward: boolean): boolean {
    for (const row of this.sequence.walk(position, backward)) if (this.holds(row, this.context)) return true;
    return false;
  }

  #checkSize(count: number | undefined): void {
    if (count === undefined) return;
    if (count > listSizes.most) {
      throw new GraphqlProblem(
        'The maximum allowed items per page were exceeded.',
        'HC0051',
        { coordinate: `Query.${this.fieldName}`, requestedItems: count, maxAllowedItems: listSizes.most },
        `the page asked for has ${count} rows; at most ${listSizes.most} are given at once, the rest by 'after'`,
      );
    }
    if (count < 0) {
      throw new GraphqlProblem(
        'The requested number of values per page must be at least 0.',
        'HC0079',
        { coordinate: `Query.${this.fieldName}`, requestedItems: count },
        `the page asked for has ${count} rows; ask for 0 to ${listSizes.most}`,
      );
    }
  }
}

/** Whether there is more on either side; looked up only when asked for. */
class PageInfo {
  constructor(
    private readonly start: Position | undefined,
    private readonly end: Position | undefined,
    private readonly anyFrom: (position: Position | undefined, backward: boolean) => boolean,
    private readonly asked: { readonly after: Position | undefined; readonly before: Position | undefined },
  ) {}

  get hasNextPage(): boolean {
    if (this.end) return this.anyFrom(this.end, false);
    // An empty page lies at the position it was asked for.
    return this.asked.before ? this.anyFrom(this.asked.before, false) : false;
  }

  get hasPreviousPage(): boolean {
    if (this.start) return this.anyFrom(this.start, true);
    return this.asked.after ? this.anyFrom(this.asked.after, true) : false;
  }

  get startCursor(): string | undefined {
    return this.start && cursorOf(this.start);
  }

  get endCursor(): string | undefined {
    return this.end && cursorOf(this.end);
  }
}
