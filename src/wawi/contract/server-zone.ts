import { nearestInstant } from './instants.ts';

/** Where a Wawi of the emulator stands. */
export const serverTimeZone = 'Europe/Berlin';

const zoneName = new Intl.DateTimeFormat('en', { timeZone: serverTimeZone, timeZoneName: 'longOffset' });

/** @returns the offset of the server's clock at an instant, `+01:00` */
export function serverOffset(instant: Date): string {
  const zone = zoneName.formatToParts(instant).find(({ type }) => type === 'timeZoneName')?.value ?? '';
  return zone.replace('GMT', '') || '+00:00';
}

/**
 * Reads the time of a clock in the server's zone.
 * @param local ISO 8601 with `Z`, as if the clock showed UTC
 * @returns the instant; hours that the change to summer time skips or the change back repeats count as standard time, as
 *   .NET reads them
 */
export function instantOfServerTime(local: string): string {
  const time = Date.parse(local);
  const candidates = [time - dayMs, time + dayMs].map((near) => time - offsetMs(near));
  const fitting = candidates.filter((instant) => instant + offsetMs(instant) === time);
  return nearestInstant(Math.max(...(fitting.length === 0 ? candidates : fitting)));
}

const dayMs = 86_400_000;

/** Before standard time, zones differed from UTC by seconds too: `+00:53:28`. */
function offsetMs(time: number): number {
  const [, sign, hours, minutes, seconds = '0'] =
    /^([+-])(\d{2}):(\d{2})(?::(\d{2}))?$/.exec(serverOffset(new Date(time))) ?? [];
  return (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) * (sign === '-' ? -1000 : 1000);
}
