import type { Faker } from '@faker-js/faker';
import type { Job } from '../../platform/progress.ts';
import type { TenantData } from './tenant-data.ts';

/** The values that the parts of the generator use. */
export interface Generation {
  readonly data: TenantData;
  readonly faker: Faker;
  /** The last moment of the generated history, epoch milliseconds. */
  readonly until: number;
  /** Advanced by each row of the kinds that make a tenant large. */
  readonly job: Job;
}

/**
 * @param days maximum age at the end of the history
 * @returns an instant of that age at most, ISO 8601 with whole minutes
 */
export function pastInstant({ faker, until }: Generation, days: number): string {
  const minutes = faker.number.int({ min: 0, max: days * 24 * 60 });
  return new Date(until - minutes * 60_000).toISOString();
}
