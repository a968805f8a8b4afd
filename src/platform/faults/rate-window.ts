import type { Clock } from '../../tokens/clock.ts';

/** The state of a caller's window. */
export interface RateStanding {
  allowed: boolean;
  remaining: number;
  /** Seconds until the window ends. */
  retryAfter: number;
}

/** Counts requests in windows of fixed length, one per caller, by the emulator's clock. */
export class RateWindows {
  readonly #windows = new Map<string, { ends: number; count: number }>();

  /** @param limit requests per window of so many seconds */
  constructor(
    private readonly clock: Clock,
    private readonly limit: number,
    private readonly seconds: number,
  ) {}

  /** Counts a request of a caller. */
  count(caller: string): RateStanding {
    const now = this.clock.now();
    let window = this.#windows.get(caller);
    if (window === undefined || window.ends <= now) {
      window = { ends: now + this.seconds * 1000, count: 0 };
      this.#windows.set(caller, window);
    }
    window.count++;
    return {
      allowed: window.count <= this.limit,
      remaining: Math.max(0, this.limit - window.count),
      retryAfter: Math.ceil((window.ends - now) / 1000),
    };
  }
}
