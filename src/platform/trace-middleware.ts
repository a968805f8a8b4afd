import type { IncomingMessage, ServerResponse } from 'node:http';
import { annotate } from './http.ts';
import { newSpanId, traceIdFrom, traceparentOf } from './trace.ts';

/**
 * Continues a caller's trace, or begins one: services and the journal find its ids among the facts, and the answer
 * names them in `traceparent`.
 */
export function traceMiddleware(request: IncomingMessage, response: ServerResponse): void {
  const id = newSpanId();
  const traceId = traceIdFrom(request.headers.traceparent);
  annotate(response, { id, traceId });
  response.setHeader('traceparent', traceparentOf(traceId, id));
}
