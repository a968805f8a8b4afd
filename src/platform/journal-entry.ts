/** What an entry records: a request and its answer, a message over the bridge, a hook or webhook that was sent. */
export type JournalKind = 'http' | 'bridge' | 'hook' | 'webhook';

/** One thing that happened, with nothing secret in it. */
export interface JournalEntry {
  /** 16 hex digits; of a request or delivery also the span id in its `traceparent`. */
  id: string;
  /** ISO 8601, by the emulator's clock. */
  time: string;
  kind: JournalKind;
  service: string;
  method?: string;
  /** Path and query as the client sent them, secrets masked; a hook's URL; for bridge messages the method or topic. */
  path: string;
  status?: number;
  durationMs?: number;
  tenantId?: string;
  appId?: string;
  operationId?: string;
  traceId?: string;
  /** The `X-Emulator-Reason` of a refusal. */
  reason?: string;
  /** The assumptions that the answer rests on, as `id=option`. */
  assumptions?: string[];
  /** What the contract report counts against the app. */
  findings?: Finding[];
  /** Of the operation: `stable`, `draft`, `alpha`, `deprecated`. */
  stability?: string;
  /** For each thing the call did, the scopes of which one suffices. */
  scopes?: readonly (readonly string[])[];
  /** What the bearer token says; never the token. */
  claims?: Record<string, unknown>;
  /** The test that made the call, if it says so by `X-Emulator-Test`. */
  test?: string;
  /** Further facts, such as a hook's outcome. */
  details?: Record<string, unknown>;
}

/** Something an app did that the contract does not allow or advises against. */
export interface Finding {
  rule: string;
  severity: 'violation' | 'advice';
  message: string;
}
