/** Time as the emulator sees it. All code that issues, expires or dates anything reads this clock only. */
export interface Clock {
  /** The current time in milliseconds since the Unix epoch. */
  now(): number;
}

/** The clock in whole seconds, as JWT `iat`, `nbf` and `exp` use it (RFC 7519 section 2, NumericDate). */
export function epochSeconds(clock: Clock): number {
  return Math.floor(clock.now() / 1000);
}

/**
 * The instants that a clock can be set to, in epoch milliseconds. Every date that follows from them (expiry of a
 * token, delivery of an order, a certificate) keeps a year of four digits, which every client can read.
 */
const clockRange = { first: Date.UTC(1970, 0, 2), last: Date.UTC(9000, 0, 1) } as const;

/** The requested time is outside {@link clockRange}. */
export class TimeOutOfRange extends RangeError {
  override readonly name = 'TimeOutOfRange';
  constructor() {
    const [first, last] = [clockRange.first, clockRange.last].map((instant) =>
      new Date(instant).toISOString(),
    );
    super(`must leave the time between ${first} and ${last}`);
  }
}

/** The state of an {@link AdjustableClock}, as the control API reads and sets it. */
export interface ClockState {
  /** Current time, ISO 8601. */
  now: string;
  /** Distance to the machine's own clock in seconds; positive is the future. */
  offsetSeconds: number;
  /** True while time stands still. */
  frozen: boolean;
}

/** A clock that tests move: an offset to a source clock, or a frozen instant. */
export class AdjustableClock implements Clock {
  #offsetMs = 0;
  #frozenAt: number | undefined;

  /** @param source the machine's clock in epoch milliseconds, passed in so that tests can replace it */
  constructor(private readonly source: () => number = Date.now) {}

  now(): number {
    return this.#frozenAt ?? this.source() + this.#offsetMs;
  }

  /**
   * Moves time forward (or back, if negative) by seconds; works on a frozen clock too.
   * @throws TimeOutOfRange
   */
  advance(seconds: number): void {
    checkRange(this.now() + seconds * 1000);
    if (this.#frozenAt === undefined) this.#offsetMs += seconds * 1000;
    else this.#frozenAt += seconds * 1000;
  }

  /**
   * Sets the time to an instant in epoch milliseconds; a frozen clock stays frozen there.
   * @throws TimeOutOfRange
   */
  set(instantMs: number): void {
    checkRange(instantMs);
    if (this.#frozenAt === undefined) this.#offsetMs = instantMs - this.source();
    else this.#frozenAt = instantMs;
  }

  /** Stops time at the current instant. */
  freeze(): void {
    this.#frozenAt ??= this.now();
  }

  /** Lets time run on from the instant at which it is frozen. */
  unfreeze(): void {
    if (this.#frozenAt === undefined) return;
    this.#offsetMs = this.#frozenAt - this.source();
    this.#frozenAt = undefined;
  }

  /** Back to the machine's time, running. */
  reset(): void {
    this.#frozenAt = undefined;
    this.#offsetMs = 0;
  }

  get state(): ClockState {
    // The clock is read once: between two readings it may move, and the difference would look like an offset.
    const machine = this.source();
    const now = this.#frozenAt ?? machine + this.#offsetMs;
    return {
      now: new Date(now).toISOString(),
      // Adding zero turns a negative zero into zero.
      offsetSeconds: Math.round((now - machine) / 1000) + 0,
      frozen: this.#frozenAt !== undefined,
    };
  }
}

/** The condition also refuses NaN. */
function checkRange(instantMs: number): void {
  if (!(instantMs >= clockRange.first && instantMs <= clockRange.last)) throw new TimeOutOfRange();
}
