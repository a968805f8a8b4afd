import { dayMs, later } from '../../../store/values/instants.ts';

/**
 * @param date ISO 8601, the day a document was made
 * @param days until it is to be paid; any whole number, as the contract bounds none
 * @returns the day it is due, ISO 8601, never past the last one that .NET knows
 */
export function dueDateOf(date: string, days: number): string {
  return later(date, days * dayMs);
}
