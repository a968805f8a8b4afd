import { randomFillSync } from 'node:crypto';

const traceparentPattern = /^[\da-f]{2}-([\da-f]{32})-[\da-f]{16}-[\da-f]{2}$/;

/** Random bytes are drawn in bulk: one system call for many ids. */
const pool = Buffer.alloc(4096);
let drawn = pool.length;

/**
 * @param traceparent the request's header (W3C Trace Context section 3.2)
 * @returns the caller's trace id, or a new one of 32 hex digits
 */
export function traceIdFrom(traceparent: string | string[] | undefined): string {
  const given = typeof traceparent === 'string' ? traceparentPattern.exec(traceparent)?.[1] : undefined;
  return given ?? newTraceId();
}

/** @returns a new trace id of 32 hex digits */
export function newTraceId(): string {
  return randomHex(16);
}

/** @returns a new span id of 16 hex digits: names one request or delivery within its trace, and its journal entry */
export function newSpanId(): string {
  return randomHex(8);
}

/** @returns the header that continues a trace */
export function traceparentOf(traceId: string, spanId: string): string {
  return `00-${traceId}-${spanId}-01`;
}

function randomHex(bytes: number): string {
  if (drawn + bytes > pool.length) {
    randomFillSync(pool);
    drawn = 0;
  }
  drawn += bytes;
  return pool.toString('hex', drawn - bytes, drawn);
}
