import { setTimeout as delay } from 'node:timers/promises';
import type { JournalKind } from '../journal-entry.ts';
import type { Journal } from '../journal.ts';
import type { Outbound } from '../outbound.ts';
import { newSpanId, newTraceId, traceparentOf } from '../trace.ts';

/** How messages leave the emulator; tests put something else in place. */
export interface Transport {
  fetch: typeof fetch;
  /** Resolves after so many milliseconds; rejects when the signal ends the wait. */
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
  /** The trace of the request that led to it; absent: a trace of its own. */
  traceId: string | undefined;
  /** How often it is sent at most. */
  tries: number;
  /** Milliseconds before the second try; doubled before each further one. */
  firstPauseMs: number;
}

/** What the app is given to answer in, in milliseconds. */
const timeoutMs = 5_000;

interface Outcome {
  status?: number;
  problem?: string;
}

/**
 * Posts to apps' servers, hooks and webhooks alike. They run beside what led to them: nobody waits for an app's server,
 * and an app that is down must not fail what the user did. Each outcome goes to the journal.
 */
export class Deliveries {
  readonly #running = new Set<Promise<void>>();
  #cancelling = new AbortController();

  constructor(
    private readonly journal: Journal,
    private readonly transport: Transport,
  ) {}

  /** Begins to send, until the app answers 2xx or the tries are used up. */
  send(delivery: Delivery): void {
    const sent = this.#deliver(delivery, this.#cancelling.signal);
    this.#running.add(sent);
    void sent.finally(() => this.#running.delete(sent));
  }

  /** Resolves once every delivery begun so far has its outcome in the journal. */
  async settled(): Promise<void> {
    await Promise.all(this.#running);
  }

  /** Ends what is under way: nothing more of it is sent or written down. Later deliveries are not touched. */
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
    // Whoever cancels ends the wait; the signal tells.
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

/** @returns in words why an answer does not take a message */
function whyNotTaken({ status, headers }: Response): string {
  const own = headers.get('x-emulator-reason');
  if (status === 508 && own !== null) return own;
  if (status < 300 || status >= 400) return `the app answered ${status}; 2xx takes the message`;
  return `the app answered ${status}, a redirect, which is not followed; name the final URL in the manifest`;
}

/** @returns in words why a request got no answer */
function whyUnreachable(error: unknown): string {
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
