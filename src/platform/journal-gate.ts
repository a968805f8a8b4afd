import type { IncomingMessage, ServerResponse } from 'node:http';
import { annotate, factsOf } from './http.ts';
import { ClaimsReader } from './claims-reader.ts';
import type { Finding, Journal, JournalEntry } from './journal.ts';
import type { Log } from './log.ts';
import { traceIdFrom } from './trace.ts';

/** Query parameters whose values are secret or stand for a sign-in. */
const secretParameters =
  /([?&](?:code|token|access_token|id_token_hint|client_secret|refresh_token|state|key)=)[^&]*/gi;

/**
 * Writes every request and its answer into the journal, and refusals into the log, once the answer is out. Costs one
 * listener and one object per request; nothing of a body or an Authorization header is kept but a token's claims.
 * @returns what is called with each request before its service
 */
export function journalGate(
  journal: Journal,
  log: Log,
): (service: string, request: IncomingMessage, response: ServerResponse) => void {
  const claims = new ClaimsReader();
  return (service, request, response) => {
    const started = performance.now();
    const path = maskedPath(
      (request as IncomingMessage & { originalUrl?: string }).originalUrl ?? request.url ?? '/',
    );
    annotate(response, { traceId: traceIdFrom(request.headers.traceparent) });
    response.once('close', () => {
      const { findings, details, ...known } = factsOf(response);
      const headers = headerFacts(service, request, claims);
      const reason = response.getHeader('X-Emulator-Reason');
      const assumptions = response.getHeader('X-Emulator-Assumption');
      const entry = journal.record({
        kind: 'http',
        service,
        method: request.method ?? 'GET',
        path,
        status: response.headersSent ? response.statusCode : 0,
        durationMs: Math.round((performance.now() - started) * 100) / 100,
        ...known,
        ...headers,
        ...(typeof reason === 'string' ? { reason } : {}),
        ...(typeof assumptions === 'string' ? { assumptions: assumptions.split(', ') } : {}),
        ...findingsOf(service, request, findings),
        ...(details === undefined ? {} : { details }),
      });
      logRefusal(log, entry);
    });
  };
}

/** Refusals are told at once; the journal has the rest. */
function logRefusal(
  log: Log,
  { service, method, path, status = 0, durationMs: ms, reason }: JournalEntry,
): void {
  if (status < 400) return;
  const fields = { service, method, path, status, ms, ...(reason === undefined ? {} : { reason }) };
  log.warn(fields, `${method ?? ''} ${path} ${status}${reason === undefined ? '' : `: ${reason}`}`);
}

/** What the journal takes from the headers. */
function headerFacts(
  service: string,
  { headers }: IncomingMessage,
  reader: ClaimsReader,
): { claims?: Record<string, unknown>; test?: string } {
  const claims = service === 'pages' ? undefined : reader.read(headers.authorization);
  const test = headers['x-emulator-test'];
  return { ...(claims && { claims }), ...(typeof test === 'string' && { test }) };
}

/** The contract marks both headers required, working apps leave them out (platform.md section 5): advice. */
const unnamed: Finding = {
  rule: 'missing-header',
  severity: 'advice',
  message: 'the contract asks for X-AppID and X-AppVersion',
};

function findingsOf(
  service: string,
  { headers }: IncomingMessage,
  findings: Finding[] = [],
): { findings?: Finding[] } {
  const named =
    service !== 'erp' || (headers['x-appid'] !== undefined && headers['x-appversion'] !== undefined);
  const all = named ? findings : [...findings, unnamed];
  return all.length === 0 ? {} : { findings: all };
}

/** @returns the path with the values of secret query parameters replaced by `***` */
export function maskedPath(path: string): string {
  return path.includes('?') ? path.replace(secretParameters, '$1***') : path;
}
