import type { IncomingMessage, ServerResponse } from 'node:http';
import { annotate, factsOf } from './http.ts';
import type { Journal } from './journal.ts';
import type { Log } from './log.ts';
import { traceIdFrom } from './trace.ts';

/** Query parameters whose values are secret or stand for a sign-in. */
const secretParameters =
  /([?&](?:code|token|access_token|id_token_hint|client_secret|refresh_token|state|key)=)[^&]*/gi;

/**
 * Writes every request and its answer into the journal and the log once the answer is out. Costs one listener and
 * one object per request; nothing of a body or an Authorization header is kept.
 * @returns what is called with each request before its service
 */
export function journalGate(
  journal: Journal,
  log: Log,
): (service: string, request: IncomingMessage, response: ServerResponse) => void {
  return (service, request, response) => {
    const started = performance.now();
    const path = maskedPath(
      (request as IncomingMessage & { originalUrl?: string }).originalUrl ?? request.url ?? '/',
    );
    annotate(response, { traceId: traceIdFrom(request.headers.traceparent) });
    response.once('close', () => {
      const { findings, details, ...known } = factsOf(response);
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
        ...(typeof reason === 'string' ? { reason } : {}),
        ...(typeof assumptions === 'string' ? { assumptions: assumptions.split(', ') } : {}),
        ...(findings === undefined ? {} : { findings }),
        ...(details === undefined ? {} : { details }),
      });
      const level = response.statusCode >= 400 ? 'warn' : 'debug';
      log[level](
        {
          service,
          method: entry.method,
          path,
          status: entry.status,
          ms: entry.durationMs,
          ...(entry.reason === undefined ? {} : { reason: entry.reason }),
        },
        'answered',
      );
    });
  };
}

/** @returns the path with the values of secret query parameters replaced by `***` */
export function maskedPath(path: string): string {
  return path.includes('?') ? path.replace(secretParameters, '$1***') : path;
}
