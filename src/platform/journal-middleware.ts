import type { IncomingMessage, ServerResponse } from 'node:http';
import { collectFacts, factsOf, type ExchangeFacts } from './http.ts';
import { ClaimsReader } from './claims-reader.ts';
import type { Finding, JournalEntry } from './journal-entry.ts';
import type { NewEntry, Journal } from './journal.ts';
import type { Log } from './log.ts';
import { targetOf } from './request-path.ts';
import { newSpanId, newTraceId } from './trace.ts';

/**
 * Writes every request and its answer into the journal, and refusals into the log, once the answer is sent. Costs one
 * listener and one object per request, the entry. Keeps no part of a body or an Authorization header except a token's
 * claims.
 * @returns the function to call with each request before its service
 */
export function journalMiddleware(
  journal: Journal,
  log: Log,
): (service: string, request: IncomingMessage, response: ServerResponse) => void {
  const claims = new ClaimsReader();
  return (service, request, response) => {
    const started = performance.now();
    const entry = new RequestEntry(service, request, factsOf(response));
    collectFacts(response, entry);
    response.on('close', () => {
      entry.durationMs = Math.round((performance.now() - started) * 100) / 100;
      try {
        if (response.headersSent) entry.status = response.statusCode;
        addAnswerFacts(entry, response);
        addRequestFacts(entry, request, claims);
        logRefusal(log, journal.record(entry));
      } catch (error) {
        // An error in a `close` listener is not caught elsewhere. The answer is sent, so only the entry is lost.
        log.error({ err: error }, 'a request is missing from the journal');
      }
    });
  };
}

/** The entry of a request in progress. A class, because engines then reserve space for members that are set later. */
class RequestEntry implements NewEntry {
  readonly kind = 'http';
  id: string;
  time = '';
  method: string;
  path: string;
  status = 0;
  durationMs = 0;
  traceId: string;

  constructor(
    readonly service: string,
    request: IncomingMessage,
    { id = newSpanId(), traceId = newTraceId() }: ExchangeFacts,
  ) {
    this.id = id;
    this.method = request.method ?? 'GET';
    this.path = targetOf(request);
    this.traceId = traceId;
  }
}

function addAnswerFacts(entry: NewEntry, response: ServerResponse): void {
  const reason = response.getHeader('X-Emulator-Reason');
  if (typeof reason === 'string') entry.reason = reason;
  const assumptions = response.getHeader('X-Emulator-Assumption');
  if (typeof assumptions === 'string') entry.assumptions = assumptions.split(', ');
}

/** The contract marks both headers required, working apps leave them out (platform.md section 5): advice. */
const unnamed: Finding = {
  rule: 'missing-header',
  severity: 'advice',
  message: 'the contract asks for X-AppID and X-AppVersion',
};
const onlyUnnamed = [unnamed];

function addRequestFacts(entry: NewEntry, { headers }: IncomingMessage, reader: ClaimsReader): void {
  const claims = entry.service === 'pages' ? undefined : reader.read(headers.authorization);
  if (claims !== undefined) entry.claims = claims;
  const test = headers['x-emulator-test'];
  if (typeof test === 'string') entry.test = test;
  const named = headers['x-appid'] !== undefined && headers['x-appversion'] !== undefined;
  if (entry.service === 'erp' && !named)
    entry.findings = entry.findings ? [...entry.findings, unnamed] : onlyUnnamed;
}

/** Logs refusals at once; the journal has all other requests. */
function logRefusal(
  log: Log,
  { service, method, path, status = 0, durationMs: ms, reason }: JournalEntry,
): void {
  if (status < 400) return;
  const fields = { service, method, path, status, ms, ...(reason === undefined ? {} : { reason }) };
  log.warn(fields, `${method ?? ''} ${path} ${status}${reason === undefined ? '' : `: ${reason}`}`);
}
