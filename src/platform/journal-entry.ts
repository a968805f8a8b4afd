/** The subject of an entry: a request and its answer, a message over the bridge, a hook or webhook that was sent. */
export type JournalKind = 'http' | 'bridge' | 'hook' | 'webhook';

/** One recorded event, without secrets. */
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
  /** The findings of the contract report. */
  findings?: Finding[];
  /** Of the operation: `stable`, `draft`, `alpha`, `deprecated`. */
  stability?: string;
  /** Groups of scopes; one scope of each group suffices. */
  scopes?: readonly (readonly string[])[];
  /** The claims of the bearer token; never the token. */
  claims?: Record<string, unknown>;
  /** The test that made the call, if it sends `X-Emulator-Test`. */
  test?: string;
  /** Further facts, such as a hook's outcome. */
  details?: Record<string, unknown>;
}

/** An action of an app that the contract does not allow or advises against. */
export interface Finding {
  rule: string;
  severity: 'violation' | 'advice';
  message: string;
}
