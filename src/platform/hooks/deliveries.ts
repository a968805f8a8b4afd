import { setTimeout as delay } from 'node:timers/promises';
import type { JournalKind } from '../journal-entry.ts';
import type { Journal } from '../journal.ts';
import type { Outbound } from '../outbound.ts';
import { newSpanId, newTraceId, traceparentOf } from '../trace.ts';

/** How deliveries leave the emulator; tests replace it. */
export interface Transport {
  fetch: typeof fetch;
  /** Resolves after so many milliseconds; rejects when the signal cancels the wait. */
  pause(milliseconds: number, signal: AbortSignal): Promise<unknown>;
}

export const networkTransport = ({ fetch }: Outbound): Transport => ({
  fetch,
  pause: (milliseconds, signal) => delay(milliseconds, undefined, { signal, ref: false }),
});

/** A POST to an app's own server. */
export interface Delivery {
  kind: Extract<JournalKind, 'hook' | 'webhook'>;
  url: string;
  contentType: string;
  body: Record<string, unknown>;
  tenantId: string;
  appId: string;
  /** The trace of the request that caused it; undefined: a new trace. */
  traceId: string | undefined;
  /** Maximum number of tries. */
  tries: number;
  /** Milliseconds before the second try; doubled before each further one. */
  firstPauseMs: number;
}

/** Timeout of the app's answer, in milliseconds. */
const timeoutMs = 5_000;

interface Outcome {
  status?: number;
  problem?: string;
}

/**
 * Posts hooks and webhooks to apps' servers. Deliveries run in the background: no request waits for an app's server,
 * and an app that is down does not make a user's action fail. The journal records each outcome.
 */
export class Deliveries {
  readonly #running = new Set<Promise<void>>();
  #cancelling = new AbortController();

  constructor(
    private readonly journal: Journal,
    private readonly transport: Transport,
  ) {}

  /** Starts to send, until the app answers 2xx or all tries are used. */
  send(delivery: Delivery): void {
    const sent = this.#deliver(delivery, this.#cancelling.signal);
    this.#running.add(sent);
    void sent.finally(() => this.#running.delete(sent));
  }

  /** Resolves once every delivery begun so far has its outcome in the journal. */
  async settled(): Promise<void> {
    await Promise.all(this.#running);
  }

  /** Cancels the running deliveries: no further try and no journal entry. Later deliveries are not affected. */
  async cancel(): Promise<void> {
    this.#cancelling.abort();
    this.#cancelling = new AbortController();
    await this.settled();
  }

  /** @returns why the page of an app cannot be shown, or undefined if it can */
  async whyNotShown(url: string): Promise<string | undefined> {
    try {
      const response = await this.transport.fetch(url, { signal: AbortSignal.timeout(timeoutMs) });
      await response.body?.cancel();
      return response.status >= 400 ? `it answered ${response.status}` : undefined;
    } catch (error) {
      return whyUnreachable(error);
    }
  }

  /** Never rejects. */
  async #deliver(delivery: Delivery, cancelled: AbortSignal): Promise<void> {
    const started = performance.now();
    const id = newSpanId();
    const traceId = delivery.traceId ?? newTraceId();
    let outcome: Outcome = { problem: 'never sent' };
    let tries = 0;
    while (tries < delivery.tries && outcome.problem !== undefined) {
      if (tries > 0) await this.#pause(delivery.firstPauseMs * 2 ** (tries - 1), cancelled);
      if (cancelled.aborted) return;
      tries++;
      outcome = await this.#attempt(delivery, traceparentOf(traceId, id), cancelled);
    }
    if (cancelled.aborted) return;
    this.journal.record({
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
  }

  async #pause(milliseconds: number, cancelled: AbortSignal): Promise<void> {
    // A cancellation ends the wait; the loop checks the signal.
    await this.transport.pause(milliseconds, cancelled).catch(() => undefined);
  }

  async #attempt(
    { url, contentType, body }: Delivery,
    traceparent: string,
    cancelled: AbortSignal,
  ): Promise<Outcome> {
    try {
      const response = await this.transport.fetch(url, {
        method: 'POST',
        headers: { 'Content-Type': contentType, traceparent },
        body: JSON.stringify(body),
        signal: AbortSignal.any([cancelled, AbortSignal.timeout(timeoutMs)]),
      });
      await response.body?.cancel();
      if (response.ok) return { status: response.status };
      return { status: response.status, problem: whyNotTaken(response) };
    } catch (error) {
      return { problem: whyUnreachable(error) };
    }
  }
}

/** @returns the reason why an answer counts as a failure */
function whyNotTaken({ status, headers }: Response): string {
  const own = headers.get('x-emulator-reason');
  if (status === 508 && own !== null) return own;
  if (status < 300 || status >= 400) return `the app answered ${status}; 2xx takes the message`;
  return `the app answered ${status}, a redirect, which is not followed; name the final URL in the manifest`;
}

/** @returns the reason why a request got no answer */
function whyUnreachable(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error.name === 'TimeoutError') return `no answer within ${timeoutMs / 1000} s`;
  const cause = error.cause as { code?: string; message?: string } | undefined;
  const reasons: Record<string, string> = {
    ECONNREFUSED: 'no server listens there: is the app running?',
    ENOTFOUND: 'the host name is not known',
    ECONNRESET: 'the connection was cut',
  };
  return reasons[cause?.code ?? ''] ?? cause?.message ?? error.message;
}
