/** Time without a request after which an emulator counts as idle, in milliseconds. */
const quietMs = 300;

/** Knows when an emulator last had a request to answer. */
export class Activity {
  #latest = performance.now();

  /** Notes a request, and later its answer. */
  note(response: { once(event: 'close', run: () => void): unknown }): void {
    this.#latest = performance.now();
    response.once('close', () => {
      this.#latest = performance.now();
    });
  }

  /** Resolves once no request has begun or ended for a while; does not keep the process alive. */
  async idle(): Promise<void> {
    for (;;) {
      const left = this.#latest + quietMs - performance.now();
      if (left <= 0) return;
      await new Promise((resolve) => setTimeout(resolve, left).unref());
    }
  }
}

/**
 * Does work that a first request would wait for, one step at a time. Each step waits until the emulator is idle, so that
 * a request waits for one step at most.
 * @param isClosed ends the work before its next step
 */
export async function warmUp(
  steps: readonly (() => Promise<unknown>)[],
  activity: Pick<Activity, 'idle'>,
  isClosed: () => boolean,
): Promise<void> {
  for (const step of steps) {
    await activity.idle();
    if (isClosed()) return;
    await step();
  }
}
