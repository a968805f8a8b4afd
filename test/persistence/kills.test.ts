import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Kills, wholeChanges } from './kills.ts';

describe.each(wholeChanges)('a process killed during a whole change (%s)', (change) => {
  let kills: Kills;
  beforeAll(async () => {
    kills = await Kills.of(change);
  });
  afterAll(() => kills.remove());

  // `npm run test:full` kills at 200 moments.
  it.each([0.3, 0.7])('leaves the state before or after it, killed at %d of its time', async (share) => {
    expect(['before', 'after']).toContain(await kills.killedAt(share));
  });
});
