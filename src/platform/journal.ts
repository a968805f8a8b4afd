import type { Clock } from '../tokens/clock.ts';
import { type Log, silentLog } from './log.ts';
import { JournalSizes } from './journal-sizes.ts';
import { masked, maskedJson, maskedPath } from './masking.ts';
import { Notices } from './notices.ts';
import { newSpanId } from './trace.ts';
import type { Finding, JournalEntry } from './journal-entry.ts';

/** Matches entries that have all given values; `path` matches a part of the entry's path. */
export type JournalFilter = Partial<
  Pick<
    JournalEntry,
    'kind' | 'service' | 'method' | 'path' | 'status' | 'tenantId' | 'appId' | 'operationId' | 'traceId'
  >
>;

/** An entry to record; a missing or empty id or time is filled in. */
export type NewEntry = Omit<JournalEntry, 'id' | 'time'> & Partial<Pick<JournalEntry, 'id' | 'time'>>;

/** Remembers the latest entries up to a number of bytes; removes the oldest first. */
export class Journal {
  #entries: JournalEntry[] = [];
  #first = 0;
  #sizes = new JournalSizes();
  /**
   * Problems that browsers do not report. They stay until the journal is cleared, even after their entries were
   * removed.
   */
  readonly notices: Notices;
  #latest = { at: Number.NaN, text: '' };
  readonly #listeners = new Set<(entry: JournalEntry) => void>();

  /**
   * @param log receives the errors of listeners
   * @param byteLimit rough limit of the entries' size
   */
  constructor(
    private readonly clock: Clock,
    private readonly log: Log = silentLog,
    private readonly byteLimit = 8 * 1024 * 1024,
  ) {
    this.notices = new Notices(log);
  }

  /**
   * Adds an entry and notifies every subscriber.
   * @param entry is stored itself: the entry of a request is not copied
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

  /** @returns the matching entries, oldest first */
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

  /** A listener's error does not affect the request of the entry. */
  #tell(listener: (entry: JournalEntry) => void, entry: JournalEntry): void {
    try {
      listener(entry);
    } catch (error) {
      this.log.error({ err: error }, 'a listener of the journal failed');
    }
  }

  /** Several entries may have the same millisecond. */
  #time(): string {
    const now = this.clock.now();
    if (now !== this.#latest.at) this.#latest = { at: now, text: new Date(now).toISOString() };
    return this.#latest.text;
  }

  #dropOldest(): void {
    this.#sizes.remove(this.#entries[this.#first]!);
    this.#first++;
    // Shifting an array on every entry would cost time in proportion to its length; this does it rarely.
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

/** Texts from clients. Claims are masked when they are read, because many entries share them. */
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

/** @returns the same list if nothing is masked, because most entries share one */
function maskedFindings(findings: Finding[]): Finding[] {
  const messages = findings.map(({ message }) => masked(message));
  if (findings.every(({ message }, index) => message === messages[index])) return findings;
  return findings.map((finding, index) => ({ ...finding, message: messages[index] ?? '' }));
}
