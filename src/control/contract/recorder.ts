import type { JournalEntry } from '../../platform/journal-entry.ts';
import type { Journal } from '../../platform/journal.ts';
import type { Registry } from '../../platform/registry.ts';
import { AppRecord } from './app-record.ts';

/** The use of an assumption: a green run does not prove the behaviour of the real platform here. */
export interface AssumptionUse {
  id: string;
  count: number;
  /** Operations or paths whose answers rested on it. */
  operations: string[];
  /** Tests that sent `X-Emulator-Test`. */
  tests: string[];
}

/** Collects the data of the contract report from the journal's entries, independently of the journal's size limit. */
export class ContractRecorder {
  readonly #apps = new Map<string, AppRecord>();
  readonly #assumptions = new Map<string, { count: number; operations: Set<string>; tests: Set<string> }>();

  constructor(
    private readonly registry: Registry,
    journal: Journal,
  ) {
    journal.subscribe((entry) => {
      this.#count(entry);
    });
  }

  /** By app id, in the order of their first call. */
  get apps(): ReadonlyMap<string, AppRecord> {
    return this.#apps;
  }

  get assumptions(): AssumptionUse[] {
    return [...this.#assumptions].map(([id, { count, operations, tests }]) => ({
      id,
      count,
      operations: [...operations].sort(),
      tests: [...tests].sort(),
    }));
  }

  clear(): void {
    this.#apps.clear();
    this.#assumptions.clear();
  }

  #count(entry: JournalEntry): void {
    for (const row of entry.assumptions ?? []) this.#countAssumption(row.split('=', 1)[0] ?? row, entry);
    const appId = entry.appId ?? this.#appOfClaims(entry);
    if (appId === undefined || entry.kind === 'hook' || entry.kind === 'webhook') return;
    let record = this.#apps.get(appId);
    if (record === undefined) {
      record = new AppRecord();
      this.#apps.set(appId, record);
    }
    record.count(entry);
    const expiry = entry.claims?.['exp'];
    if (entry.status === 401 && typeof expiry === 'number' && expiry * 1000 <= Date.parse(entry.time)) {
      record.breach('expired-token', 'a token was sent after it had expired', entry);
    }
  }

  #countAssumption(id: string, entry: JournalEntry): void {
    const known = this.#assumptions.get(id) ?? {
      count: 0,
      operations: new Set<string>(),
      tests: new Set<string>(),
    };
    known.count++;
    known.operations.add(entry.operationId ?? `${entry.method ?? ''} ${entry.path.split('?', 1)[0] ?? ''}`);
    if (entry.test !== undefined) known.tests.add(entry.test);
    this.#assumptions.set(id, known);
  }

  /** The claims of a refused token still name its app. */
  #appOfClaims({ claims }: JournalEntry): string | undefined {
    const name = claims?.['urn:jtl:app_id'] ?? claims?.['client_id'];
    return typeof name === 'string' ? this.registry.findApp(name)?.id : undefined;
  }
}
