import { InvalidInput } from '../platform/problems.ts';
import { type AdjustableClock, TimeOutOfRange } from '../tokens/clock.ts';
import { instantOf } from '../wawi/contract/instants.ts';

/**
 * Sets the emulator's time.
 * @param instant a Date, or ISO 8601; a text without a zone is UTC, independent of the machine's zone
 * @param path of the value in the input
 * @throws InvalidInput for a value that is not an instant, or one outside the clock's range
 */
export function setTime(clock: AdjustableClock, instant: string | Date, path = '$.now'): void {
  const wanted = instant instanceof Date ? instant.getTime() : instantFrom(instant, path);
  change(path, instant, () => {
    clock.set(wanted);
  });
}

/**
 * Moves the emulator's time.
 * @param seconds negative ones move it back
 * @param path of the value in the input
 * @throws InvalidInput if the new time is outside the clock's range
 */
export function moveTime(clock: AdjustableClock, seconds: number, path = '$.seconds'): void {
  change(path, seconds, () => {
    clock.advance(seconds);
  });
}

function instantFrom(text: string, path: string): number {
  const instant = instantOf(text);
  if (instant !== undefined) return Date.parse(instant);
  const message = 'must be an ISO 8601 instant such as 2026-12-24T18:00:00Z';
  throw new InvalidInput([{ path, value: text, message }]);
}

function change(path: string, value: unknown, apply: () => void): void {
  try {
    apply();
  } catch (error) {
    if (!(error instanceof TimeOutOfRange)) throw error;
    throw new InvalidInput([{ path, value, message: error.message }]);
  }
}
