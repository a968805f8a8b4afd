/** The first instant of .NET's DateTime, which means "no date", and the last one in whole milliseconds. */
export const firstInstant = '0001-01-01T00:00:00.000Z';
const lastInstant = '9999-12-31T23:59:59.999Z';

/** The length of a day in milliseconds. */
export const dayMs = 86_400_000;

/**
 * @param instant ISO 8601
 * @param ms how much later, in milliseconds; negative for earlier
 * @returns the instant then, ISO 8601, limited to .NET's first and last one
 */
export function later(instant: string, ms: number): string {
  const time = Date.parse(instant) + ms;
  if (time <= Date.parse(firstInstant)) return firstInstant;
  return time >= Date.parse(lastInstant) ? lastInstant : new Date(time).toISOString();
}
