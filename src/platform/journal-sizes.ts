import type { JournalEntry } from './journal-entry.ts';

/** Rough size of an entry without its texts and objects, in bytes. */
const entryOverhead = 400;
/** Bytes of a character: two, as in a text with any character beyond Latin-1. */
const characterBytes = 2;

/**
 * Counts the bytes of a journal's entries. Many entries may share one object of claims, scopes or findings: it counts
 * once, as long as any entry has it.
 */
export class JournalSizes {
  #bytes = 0;
  readonly #users = new Map<object, { count: number; bytes: number }>();

  /** Size of all entries added and not removed. */
  get bytes(): number {
    return this.#bytes;
  }

  add(entry: JournalEntry): void {
    this.#bytes += entryOverhead;
    for (const value of Object.values(entry) as unknown[]) {
      if (typeof value === 'string') this.#bytes += characterBytes * value.length;
      else if (typeof value === 'object' && value !== null) this.#use(value);
    }
  }

  remove(entry: JournalEntry): void {
    this.#bytes -= entryOverhead;
    for (const value of Object.values(entry) as unknown[]) {
      if (typeof value === 'string') this.#bytes -= characterBytes * value.length;
      else if (typeof value === 'object' && value !== null) this.#release(value);
    }
  }

  #use(object: object): void {
    const known = this.#users.get(object);
    if (known !== undefined) {
      known.count++;
      return;
    }
    const bytes = characterBytes * JSON.stringify(object).length;
    this.#users.set(object, { count: 1, bytes });
    this.#bytes += bytes;
  }

  #release(object: object): void {
    const known = this.#users.get(object);
    if (known === undefined || --known.count > 0) return;
    this.#users.delete(object);
    this.#bytes -= known.bytes;
  }
}
