import type { AssumptionId } from '../../../platform/assumptions.ts';
import { instantOf } from '../../contract/instants.ts';
import { instantOfServerTime } from '../../contract/server-zone.ts';

/** The format of HotChocolate 15's `DateTime`: seconds and offset are required, fractions have up to seven digits. */
const exact = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,7})?(?:Z|[+-]\d{2}:\d{2})$/i;

const withOffset = /(?:Z|[+-]\d{2}:?\d{2})$/i;
const dateOnly = /^\d{4}-\d{2}-\d{2}$/;

/** The result of reading values, and the assumptions that it rests on. */
export interface Reading<T> {
  readonly result: T;
  readonly assumptions: readonly AssumptionId[];
}

/** Reads `DateTime` values under the option of `graphql-date-times` that is in force. */
export class DateTimes {
  #metInexact = false;

  /** @param option gives the option in force */
  constructor(readonly option: () => string = () => 'refused') {}

  /**
   * @returns the instant in ISO 8601 with `Z`; undefined for a value that is refused
   */
  read(value: unknown): string | undefined {
    const instant = typeof value === 'string' ? instantOf(value) : undefined;
    if (typeof value !== 'string' || instant === undefined || exact.test(value)) return instant;
    this.#metInexact = true;
    if (this.option() === 'refused') return undefined;
    return withOffset.test(value) && !dateOnly.test(value) ? instant : instantOfServerTime(instant);
  }

  /** Runs work that reads values, and tells whether the options read one of them differently. */
  watch<T>(work: () => T): Reading<T> {
    this.#metInexact = false;
    const result = work();
    return { result, assumptions: this.#metInexact ? ['graphql-date-times'] : [] };
  }
}
