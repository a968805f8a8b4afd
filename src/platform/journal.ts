import type { Clock } from '../tokens/clock.ts';
import { type Log, silentLog } from './log.ts';
import { JournalSizes } from './journal-sizes.ts';
import { masked, maskedJson, maskedPath } from './masking.ts';
import { Notices } from './notices.ts';
import { newSpanId } from './trace.ts';
import type { Finding, JournalEntry } from './journal-entry.ts';

/** Equals all that is given; `path` is a part of the entry's path. */
export type JournalFilter = Partial<
  Pick<
    JournalEntry,
    'kind' | 'service' | 'method' | 'path' | 'status' | 'tenantId' | 'appId' | 'operationId' | 'traceId'
  >
>;

/** What is put into the journal; an absent or empty id or time is filled in. */
export type NewEntry = Omit<JournalEntry, 'id' | 'time'> & Partial<Pick<JournalEntry, 'id' | 'time'>>;

/** Remembers the latest happenings up to a number of bytes; the oldest go first. */
export class Journal {
  #entries: JournalEntry[] = [];
  #first = 0;
  #sizes = new JournalSizes();
  /** What browsers keep from developers; lives as long as the journal is not cleared, even when its entry is dropped. */
  readonly notices: Notices;
  #latest = { at: Number.NaN, text: '' };
  readonly #listeners = new Set<(entry: JournalEntry) => void>();

  /**
   * @param log told of listeners that fail
   * @param byteLimit about how many bytes the entries may take
   */
  constructor(
    private readonly clock: Clock,
    private readonly log: Log = silentLog,
    private readonly byteLimit = 8 * 1024 * 1024,
  ) {
    this.notices = new Notices(log);
  }

  /**
   * Adds an entry and tells every subscriber.
   * @param entry becomes the entry itself: what is recorded for every request is not copied
   */
  record(entry: NewEntry): JournalEntry {
    entry.id ||= newSpanId();
    entry.time ||= this.#time();
    maskSecrets(entry);
    const complete = entry as JournalEntry;
    this.#entries.push(complete);
    this.#sizes.add(complete);
    if (complete.findings !== undefined) this.notices.count(complete);
    while (this.#sizes.bytes > this.byteLimit && this.#first < this.#entries.length - 1) this.#dropOldest();
    for (const listener of this.#listeners) this.#tell(listener, complete);
    return complete;
  }

  /** @returns the entries that fit, oldest first */
  entries(filter: JournalFilter = {}): JournalEntry[] {
    const wanted = Object.entries(filter).filter(([, value]) => value !== undefined);
    return this.#entries
      .slice(this.#first)
      .filter((entry) => wanted.every(([key, value]) => fits(entry, key, value)));
  }

  /** Calls the listener with every new entry until the returned function is called; one that throws is logged. */
  subscribe(listener: (entry: JournalEntry) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  clear(): void {
    this.#entries = [];
    this.#first = 0;
    this.#sizes = new JournalSizes();
    this.notices.clear();
  }

  /** What a listener makes of an entry is no matter of the request that made it. */
  #tell(listener: (entry: JournalEntry) => void, entry: JournalEntry): void {
    try {
      listener(entry);
    } catch (error) {
      this.log.error({ err: error }, 'a listener of the journal failed');
    }
  }

  /** Many things happen within a millisecond. */
  #time(): string {
    const now = this.clock.now();
    if (now !== this.#latest.at) this.#latest = { at: now, text: new Date(now).toISOString() };
    return this.#latest.text;
  }

  #dropOldest(): void {
    this.#sizes.remove(this.#entries[this.#first]!);
    this.#first++;
    // Shifting an array on every entry would cost time in proportion to its length; this does it once in a while.
    if (this.#first > 1024 && this.#first > this.#entries.length / 2) {
      this.#entries = this.#entries.slice(this.#first);
      this.#first = 0;
    }
  }
}

function fits(entry: JournalEntry, key: string, value: unknown): boolean {
  const actual = entry[key as keyof JournalEntry];
  return key === 'path' ? entry.path.includes(String(value)) : actual === value;
}

/** What clients write themselves; claims are masked where they are read, as many entries share them. */
const clientTexts = ['reason', 'tenantId', 'appId', 'traceId', 'test'] as const;

function maskSecrets(entry: NewEntry): void {
  entry.path = maskedPath(entry.path);
  for (const name of clientTexts) {
    const value = entry[name];
    if (value !== undefined) entry[name] = masked(value);
  }
  if (entry.details !== undefined) entry.details = maskedJson(entry.details);
  if (entry.findings !== undefined) entry.findings = maskedFindings(entry.findings);
}

/** @returns the list itself where nothing is masked: most entries share one */
function maskedFindings(findings: Finding[]): Finding[] {
  const messages = findings.map(({ message }) => masked(message));
  if (findings.every(({ message }, index) => message === messages[index])) return findings;
  return findings.map((finding, index) => ({ ...finding, message: messages[index] ?? '' }));
}
