import type { JournalEntry } from '../../platform/journal-entry.ts';
import { burst, contractRules, type ContractRuleId, smallPage, tokenRequestsPerMinute } from './rules.ts';

/** A breach of a rule, counted once for each message and operation. */
export interface Breach {
  rule: ContractRuleId;
  severity: 'violation' | 'advice';
  message: string;
  operationId?: string;
  count: number;
  /** ISO 8601. */
  first: string;
}

/** An operation or GraphQL field that was used. */
export interface Use {
  id: string;
  count: number;
  stability?: string;
}

/** Limit of messages per rule: they quote input of clients, which may be different every time. */
const messagesPerRule = 500;
const furtherMessages = `further ones, each different from the ${messagesPerRule} told`;

const unstable = new Set(['alpha', 'draft', 'deprecated']);

/** Counts everything that one app does. */
export class AppRecord {
  calls = 0;
  readonly operations = new Map<string, Use>();
  readonly fields = new Map<string, Use>();
  readonly bridge = new Map<string, Use>();
  /** For each operation the scopes of which one suffices. */
  readonly scopeSets = new Map<string, readonly string[]>();
  /** By rule, message and operation: with maps, repeated breaches build no text for a key. */
  readonly #breaches = new Map<ContractRuleId, Map<string, Map<string | undefined, Breach>>>();
  readonly #notedScopes = new WeakSet<readonly string[]>();
  tokenRequests = 0;
  sessionTokens = 0;
  sessionChecks = 0;
  /** Epoch milliseconds of the latest token requests, at most as many as the rule allows per minute. */
  readonly #tokenTimes: number[] = [];
  readonly #pages = new Map<string, number>();
  readonly #singleReads = new Map<string, { since: number; paths: Set<string> }>();

  /** Counts an entry. The recorder passes only entries of this app. */
  count(entry: JournalEntry): void {
    if (entry.kind === 'bridge') {
      this.#countBridge(entry);
      return;
    }
    const path = entry.path.split('?', 1)[0] ?? '';
    if (entry.service === 'erp') this.#countApi(entry, path);
    else if (entry.service === 'identity' && path.endsWith('/token')) this.#countToken(entry);
    else if (entry.service === 'account' && checksSessions.test(path)) this.sessionChecks++;
  }

  breach(rule: ContractRuleId, message: string, entry: Pick<JournalEntry, 'time' | 'operationId'>): void {
    const messages = within(this.#breaches, rule);
    const told = messages.has(message) || messages.size < messagesPerRule ? message : furtherMessages;
    const alike = within(messages, told);
    const known = alike.get(entry.operationId);
    if (known !== undefined) {
      known.count++;
      return;
    }
    const { severity } = contractRules[rule];
    const where = entry.operationId === undefined ? {} : { operationId: entry.operationId };
    alike.set(entry.operationId, { rule, severity, message: told, ...where, count: 1, first: entry.time });
  }

  get breaches(): Breach[] {
    return [...this.#breaches.values()].flatMap((messages) =>
      [...messages.values()].flatMap((operations) => [...operations.values()]),
    );
  }

  /** Calls and events count, their answers do not. */
  #countBridge(entry: JournalEntry): void {
    this.#countFindings(entry);
    if (entry.method !== 'METHOD_CALL' && entry.method !== 'EVENT_TRIGGER') return;
    use(this.bridge, `${entry.method ?? ''} ${entry.path}`.trim());
    if (entry.path === 'getSessionToken' && entry.method === 'METHOD_CALL') this.sessionTokens++;
  }

  #countFindings(entry: JournalEntry): void {
    for (const { rule, message } of entry.findings ?? []) {
      if (Object.hasOwn(contractRules, rule)) this.breach(rule as ContractRuleId, message, entry);
    }
  }

  #countApi(entry: JournalEntry, path: string): void {
    this.calls++;
    const uses = graphqlPath.test(path) ? this.fields : this.operations;
    for (const id of entry.operationId?.split(',') ?? []) use(uses, id, entry.stability);
    for (const scopes of entry.scopes ?? []) this.#noteScopes(scopes);
    this.#countFindings(entry);
    if (entry.stability !== undefined && unstable.has(entry.stability)) {
      this.breach('unstable-operation', `the operation is marked ${entry.stability}`, entry);
    }
    if (entry.status === 400 || entry.status === 415)
      this.breach('invalid-request', entry.reason ?? 'refused', entry);
    if (entry.operationId === undefined && (entry.status === 404 || entry.status === 405)) {
      this.breach('unknown-operation', entry.reason ?? 'unknown', entry);
    }
    this.#watchPages(entry);
    this.#watchSingleReads(entry, path);
  }

  /** Most lists are the contract's own objects, which repeat. */
  #noteScopes(scopes: readonly string[]): void {
    if (this.#notedScopes.has(scopes)) return;
    this.#notedScopes.add(scopes);
    this.scopeSets.set(scopes.join(' '), scopes);
  }

  #countToken(entry: JournalEntry): void {
    if (entry.status !== 200) return;
    this.tokenRequests++;
    const now = Date.parse(entry.time);
    this.#tokenTimes.push(now);
    if (this.#tokenTimes.length <= tokenRequestsPerMinute) return;
    // One more than the rule allows is enough: only the distance from the first to the last matters.
    const first = this.#tokenTimes.shift() ?? now;
    if (now - first < 60_000) {
      this.breach('token-not-cached', `more than ${tokenRequestsPerMinute} token requests within a minute`, {
        time: entry.time,
      });
    }
  }

  #watchPages(entry: JournalEntry): void {
    const size = Number(pageSizeAsked.exec(entry.path)?.[1] ?? Number.NaN);
    if (!(size <= smallPage.size) || entry.operationId === undefined) return;
    const pages = (this.#pages.get(entry.operationId) ?? 0) + 1;
    this.#pages.set(entry.operationId, pages);
    if (pages === smallPage.pages) {
      this.breach(
        'small-pages',
        `${pages} pages of at most ${smallPage.size} records; up to 1000 fit in one`,
        entry,
      );
    }
  }

  #watchSingleReads(entry: JournalEntry, path: string): void {
    if (entry.method !== 'GET' || entry.operationId === undefined || !lastSegmentIsId.test(path)) return;
    const now = Date.parse(entry.time);
    const reads = this.#singleReads.get(entry.operationId) ?? { since: now, paths: new Set<string>() };
    if (now - reads.since > burst.milliseconds) {
      reads.since = now;
      reads.paths.clear();
    }
    // The number of reads proves the burst; counting more of it adds no information.
    if (reads.paths.size < burst.reads) reads.paths.add(entry.path);
    else return;
    this.#singleReads.set(entry.operationId, reads);
    if (reads.paths.size === burst.reads) {
      this.breach(
        'one-by-one',
        `${burst.reads} records read one by one within ${burst.milliseconds / 1000} s; a list with a filter takes one request`,
        entry,
      );
    }
  }
}

const checksSessions = /\/account\/(\.well-known\/jwks\.json|identity\/session-token\/validate)$/;
const graphqlPath = /\/graphql$/i;
const pageSizeAsked = /[?&]pagesize=(\d+)/i;
const lastSegmentIsId = /\/(\d+|[\da-f]{8}-[\da-f-]{27})$/i;

/** @returns the inner map of a key; makes it if it does not exist */
function within<K, L, V>(maps: Map<K, Map<L, V>>, key: K): Map<L, V> {
  let inner = maps.get(key);
  if (inner === undefined) maps.set(key, (inner = new Map<L, V>()));
  return inner;
}

function use(uses: Map<string, Use>, id: string, stability?: string): void {
  const known = uses.get(id);
  if (known === undefined) uses.set(id, { id, count: 1, ...(stability !== undefined && { stability }) });
  else known.count++;
}
