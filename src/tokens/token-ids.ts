import { randomBytes } from 'node:crypto';

/**
 * Makes token ids (`jti`) that sort in the order of issue: UUIDs of version 7 (RFC 9562 section 5.7) with a counter
 * in the 12 bits after the time (its section 6.2, method 1). "Everything issued so far" is then one comparison.
 * They count the machine's time, not the emulator's, which tests move backwards.
 */
export class TokenIds {
  #milliseconds = 0;
  #counter = 0;

  /** @param after an id that all ids made here must follow, from an earlier run */
  constructor(after = '') {
    const time = Number.parseInt(after.replace('-', '').slice(0, 12), 16);
    if (!Number.isNaN(time)) this.#milliseconds = time + 1;
  }

  next(): string {
    this.#tick();
    const time = this.#milliseconds.toString(16).padStart(12, '0');
    const random = randomBytes(8);
    random[0] = ((random[0] ?? 0) & 0x3f) | 0x80;
    const tail = random.toString('hex');
    const counter = this.#counter.toString(16).padStart(3, '0');
    return `${time.slice(0, 8)}-${time.slice(8)}-7${counter}-${tail.slice(0, 4)}-${tail.slice(4)}`;
  }

  #tick(): void {
    const now = Date.now();
    if (now > this.#milliseconds) {
      this.#milliseconds = now;
      this.#counter = 0;
    } else if (this.#counter < 0xfff) {
      this.#counter++;
    } else {
      this.#milliseconds++;
      this.#counter = 0;
    }
  }
}

/** @returns whether a token id comes from {@link TokenIds}, so that its order is meaningful */
export function isOrdered(id: unknown): id is string {
  return typeof id === 'string' && /^[0-9a-f]{8}-[0-9a-f]{4}-7/.test(id);
}
