import type { Clock } from '../../../tokens/clock.ts';

/** The limit that the platform announces on every answer; the numbers are ours (fidelity row `rate-limit-numbers`). */
export const rateLimit = { limit: 1000, intervalSeconds: 60 } as const;

/** Counts calls per app and tenant in fixed windows. Refusing is a fault's business, not this one's. */
export class RateCounter {
  #window = -1;
  #counts = new Map<string, number>();

  constructor(private readonly clock: Clock) {}

  /** @returns how many calls the app has left in the tenant's current window, this one taken off */
  count(appId: string, tenantId: string): number {
    const window = Math.floor(this.clock.now() / (rateLimit.intervalSeconds * 1000));
    if (window !== this.#window) {
      this.#window = window;
      this.#counts = new Map();
    }
    const key = `${appId}/${tenantId}`;
    const used = (this.#counts.get(key) ?? 0) + 1;
    this.#counts.set(key, used);
    return Math.max(0, rateLimit.limit - used);
  }
}
