import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Kills, wholeChanges } from '../test/persistence/kills.ts';

const rounds = Number(process.env['KILLS'] ?? 200);

describe.each(wholeChanges)('a process killed during a whole change (%s)', (change) => {
  let kills: Kills;
  beforeAll(async () => {
    kills = await Kills.of(change);
  });
  afterAll(() => kills.remove());

  it(
    `leaves the state before or after it, killed at ${rounds} moments`,
    async () => {
      const found: Record<string, number> = {};
      for (let round = 0; round < rounds; round++) {
        // A little beyond the end, for a machine that is faster in this round.
        const state = await kills.killedAt((1.2 * (round + 0.5)) / rounds);
        found[state] = (found[state] ?? 0) + 1;
      }
      console.log(`${change}: ${JSON.stringify(found)}`);
      expect(Object.keys(found).filter((state) => !['before', 'after'].includes(state))).toEqual([]);
    },
    // Five times what 200 rounds take on a quiet machine.
    3_600_000,
  );
});
