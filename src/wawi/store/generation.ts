import type { Faker } from '@faker-js/faker';
import type { Job } from '../../platform/progress.ts';
import type { TenantData } from './tenant-data.ts';

/** The state that the parts of the generator share. */
export interface Generation {
  readonly data: TenantData;
  /**
   * @param kind the kind of record, such as `salesOrder`
   * @param record the number of the record among its kind
   * @returns the record's own random values; valid until the sequence of another record of the same kind begins
   */
  readonly sequence: (kind: string, record?: number) => Faker;
  /** The last moment of the generated history, epoch milliseconds. */
  readonly until: number;
  /** Advanced by each row of the kinds that make a tenant large. */
  readonly job: Job;
}

/**
 * @param days maximum age at the end of the history
 * @returns an instant of that age at most, ISO 8601 with whole minutes
 */
export function pastInstant({ until }: Generation, faker: Faker, days: number): string {
  const minutes = faker.number.int({ min: 0, max: days * 24 * 60 });
  return new Date(until - minutes * 60_000).toISOString();
}
