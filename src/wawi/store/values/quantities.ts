import { add, zero, type Decimal } from './decimal.ts';

/** Sums of quantities by id; zero for an id without quantities. */
export class Quantities {
  readonly #sums = new Map<number, Decimal>();

  /**
   * @param rows the rows to sum
   * @param idOf the id that a row counts for; rows without one are left out
   */
  static of<R extends { quantity: Decimal }>(
    rows: Iterable<R>,
    idOf: (row: R) => number | undefined,
  ): Quantities {
    const quantities = new Quantities();
    for (const row of rows) quantities.add(idOf(row), row.quantity);
    return quantities;
  }

  /** @returns the sum so far */
  get(id: number | undefined): Decimal {
    return (id === undefined ? undefined : this.#sums.get(id)) ?? zero;
  }

  /** Counts more of it; a negative quantity takes back. */
  add(id: number | undefined, quantity: Decimal): void {
    if (id !== undefined) this.#sums.set(id, add(this.get(id), quantity));
  }
}
