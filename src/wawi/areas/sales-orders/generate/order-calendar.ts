const dayMs = 86_400_000;
const minuteMs = 60_000;

/** The orders of a day, compared with an average day, by month from January: outdoor shops sell most before Christmas. */
const months = [0.8, 0.75, 0.9, 1.05, 1.15, 1.15, 1.05, 0.95, 0.9, 1, 1.6, 1.8];
/** From Sunday on. */
const weekdays = [1.2, 1.15, 1.05, 1, 0.95, 0.85, 0.8];
/** By hour of the day: few at night, most in the evening. */
const hours = [1, 1, 0, 0, 0, 1, 2, 4, 5, 6, 6, 6, 7, 6, 6, 6, 6, 7, 8, 10, 11, 10, 6, 3];
/** The shop has grown by so much over its history. */
const growth = 0.3;

/**
 * Spreads orders over the days of a history: seasons, days of the week and hours of the day, and a shop that grows.
 * @param until the last moment of the history, epoch milliseconds
 * @param days length of the history
 * @param start where in the hours of the day the first order is, 0 to 1
 * @returns an instant for each order, ascending, epoch milliseconds with whole minutes
 */
export function orderInstants(count: number, until: number, days: number, start: number): number[] {
  const firstDay = Math.floor(until / dayMs) * dayMs - days * dayMs;
  const upTo = cumulated(Array.from({ length: days }, (_, n) => demandOf(firstDay + n * dayMs, n / days)));
  const upToHour = cumulated(hours);
  const instants: number[] = [];
  for (let n = 0, day = 0; n < count; n++) {
    const share = (n + 0.5) / count;
    while ((upTo[day] ?? 1) < share) day++;
    // Steps of the golden ratio fill the hours of the day evenly, however many orders there are.
    const ofDay = (start + n * 0.618_033_988_749_895) % 1;
    const hour = upToHour.findIndex((sum) => sum > ofDay);
    const before = upToHour[hour - 1] ?? 0;
    const minute = Math.floor((60 * (ofDay - before)) / ((upToHour[hour] ?? 1) - before));
    instants.push(firstDay + day * dayMs + (hour * 60 + minute) * minuteMs);
  }
  return instants.sort((a, b) => a - b);
}

/** @param share how much of the history has passed, 0 to 1 */
function demandOf(day: number, share: number): number {
  const date = new Date(day);
  // Orders after the 22nd of December no longer arrive in time.
  const afterChristmas = date.getUTCMonth() === 11 && date.getUTCDate() > 22 ? 0.4 : 1;
  const seasonal = (months[date.getUTCMonth()] ?? 1) * (weekdays[date.getUTCDay()] ?? 1);
  return seasonal * afterChristmas * (1 + growth * share);
}

/** @returns the sums up to and including each weight, as shares of the whole */
function cumulated(weights: readonly number[]): number[] {
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  let sum = 0;
  return weights.map((weight) => (sum += weight) / whole);
}
