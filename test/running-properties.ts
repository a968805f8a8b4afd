import fc from 'fast-check';

/** How long a property is tried. */
export interface Effort {
  seed: number;
  /** Runs that are made however slow the machine is. */
  least: number;
  /** In milliseconds: how long more runs follow. */
  time: number;
}

/** Runs a property so often in any case, so that it never passes untried, and then with other values until time is up. */
export async function tryHard<T>(
  property: fc.IAsyncProperty<T>,
  { seed, least, time }: Effort,
): Promise<void> {
  await fc.assert(property, { seed, numRuns: least, endOnFailure: true });
  await fc.assert(property, {
    seed: seed + 1,
    numRuns: Number.MAX_SAFE_INTEGER,
    interruptAfterTimeLimit: time,
    markInterruptAsFailure: false,
    endOnFailure: true,
  });
}
