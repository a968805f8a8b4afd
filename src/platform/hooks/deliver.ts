import type { Journal, JournalKind } from '../journal.ts';
import { newSpanId, newTraceId, traceparentOf } from '../trace.ts';

/** How messages leave the emulator; tests put something else in place. */
export interface Transport {
  fetch: typeof fetch;
  /** Resolves after so many milliseconds. */
  pause(milliseconds: number): Promise<void>;
}

export const networkTransport: Transport = {
  fetch: (...request) => fetch(...request),
  pause: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds).unref()),
};

/** A POST to an app's own server. */
export interface Delivery {
  kind: Extract<JournalKind, 'hook' | 'webhook'>;
  url: string;
  contentType: string;
  body: Record<string, unknown>;
  tenantId: string;
  appId: string;
  /** The trace of the request that led to it; absent: a trace of its own. */
  traceId: string | undefined;
  /** How often it is sent at most. */
  tries: number;
  /** Milliseconds before the second try; doubled before each further one. */
  firstPauseMs: number;
}

/** What the app is given to answer in, in milliseconds. */
const timeoutMs = 5_000;

/**
 * Sends until the app answers 2xx or the tries are used up; the outcome goes to the journal. Never rejects: an app
 * that is down must not fail what the user did.
 * @returns whether the app took it
 */
export async function deliver(delivery: Delivery, transport: Transport, journal: Journal): Promise<boolean> {
  const started = performance.now();
  const id = newSpanId();
  const traceId = delivery.traceId ?? newTraceId();
  let outcome: Outcome = { problem: 'never sent' };
  let tries = 0;
  while (tries < delivery.tries) {
    if (tries > 0) await transport.pause(delivery.firstPauseMs * 2 ** (tries - 1));
    tries++;
    outcome = await attempt(delivery, traceparentOf(traceId, id), transport);
    if (outcome.problem === undefined) break;
  }
  journal.record({
    id,
    kind: delivery.kind,
    service: 'hooks',
    method: 'POST',
    path: delivery.url,
    durationMs: Math.round(performance.now() - started),
    tenantId: delivery.tenantId,
    appId: delivery.appId,
    traceId,
    details: { tries, body: delivery.body },
    ...(outcome.status === undefined ? {} : { status: outcome.status }),
    ...(outcome.problem === undefined ? {} : { reason: outcome.problem }),
  });
  return outcome.problem === undefined;
}

interface Outcome {
  status?: number;
  problem?: string;
}

async function attempt(
  { url, contentType, body }: Delivery,
  traceparent: string,
  transport: Transport,
): Promise<Outcome> {
  try {
    const response = await transport.fetch(url, {
      method: 'POST',
      headers: { 'Content-Type': contentType, traceparent },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(timeoutMs),
    });
    await response.body?.cancel();
    if (response.ok) return { status: response.status };
    return { status: response.status, problem: `the app answered ${response.status}; 2xx takes the message` };
  } catch (error) {
    return { problem: whyUnreachable(error) };
  }
}

/** @returns in words why a request got no answer */
export function whyUnreachable(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error.name === 'TimeoutError') return `no answer within ${timeoutMs / 1000} s`;
  const cause = error.cause as { code?: string; message?: string } | undefined;
  const reasons: Record<string, string> = {
    ECONNREFUSED: 'nothing listens there: is the app running?',
    ENOTFOUND: 'the host name is not known',
    ECONNRESET: 'the connection was cut',
  };
  return reasons[cause?.code ?? ''] ?? cause?.message ?? error.message;
}
