import { expect, it } from 'vitest';
import { AdjustableClock } from '../../src/tokens/clock.ts';

/** A machine's clock that moves with every look at it. */
function ticking(from: number): () => number {
  let now = from;
  return () => now++;
}

it.each([
  ['of its own', (clock: AdjustableClock) => clock.reset(), 0],
  ['an hour ahead', (clock: AdjustableClock) => clock.advance(3600), 3600],
  ['an hour behind', (clock: AdjustableClock) => clock.advance(-3600), -3600],
  ['less than a second behind', (clock: AdjustableClock) => clock.advance(-0.2), 0],
])('a clock %s says so, though time passes while it is asked', (_which, arrange, offsetSeconds) => {
  const clock = new AdjustableClock(ticking(1_780_000_000_000));
  arrange(clock);
  expect(clock.state).toMatchObject({ offsetSeconds, frozen: false });
});

it('a frozen clock falls behind the machine', () => {
  let machine = 1_780_000_000_000;
  const clock = new AdjustableClock(() => machine);
  clock.freeze();
  machine += 60_000;
  expect(clock.state).toEqual({ now: '2026-05-28T20:26:40.000Z', offsetSeconds: -60, frozen: true });
});
