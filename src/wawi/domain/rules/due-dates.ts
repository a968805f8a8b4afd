const dayMs = 86_400_000;

/**
 * @param date ISO 8601, the day a document was made
 * @param days until it is to be paid
 * @returns the day it is due, ISO 8601
 */
export function dueDateOf(date: string, days: number): string {
  return new Date(Date.parse(date) + days * dayMs).toISOString();
}
