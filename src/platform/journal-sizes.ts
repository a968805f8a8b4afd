import type { JournalEntry } from './journal-entry.ts';

/** Rough bytes of an entry beside its texts and objects. */
const entryOverhead = 400;
/** Bytes of a character: two, as a text with any character beyond Latin-1 takes. */
const characterBytes = 2;

/**
 * Counts the bytes that the entries of a journal take. Claims, scopes and findings are often one object that many
 * entries share: it is counted once, for as long as any entry has it.
 */
export class JournalSizes {
  #bytes = 0;
  readonly #users = new Map<object, { count: number; bytes: number }>();

  /** What is in memory for all entries added and not removed. */
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
