import type { Registry } from '../platform/registry.ts';
import type { Outbound } from '../platform/outbound.ts';
import { type FrameRemark, frameRemarks } from './frame-remarks.ts';
import { framedUrls } from './manifest-urls.ts';

/**
 * Whether an app's server answers at a page's address. `unknown` where only the browser can tell, because it is in
 * another network than the emulator or may trust other certificates.
 */
export type PageState = 'up' | 'down' | 'unknown';

/** The knowledge about an app's page before it is framed. */
export interface PageAnswer {
  state: PageState;
  /** Restrictions that the browser will apply to the page in the frame; undefined if there are none. */
  remarks?: FrameRemark[];
}

/** Tells a waiting page that an app's page now answers. */
export interface PageSignal {
  kind: 'page-up';
  url: string;
}

/** Timeout of a request for a page. A slower server counts as up. */
const timeoutMs = 1_500;
/** How often a server that is down is asked again while a page waits for it. */
const intervalMs = 1_000;

/**
 * The errors of a server that is down. For all others, such as an unknown certificate, the browser shows its own page.
 */
const connectionErrors = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_SOCKET',
]);

/**
 * Asks the servers of apps whether they answer, for the pages that frame them. A browser shows a failed frame no
 * differently from a working one, and logs every message to it as an error.
 */
export class AppPages {
  readonly #down = new Set<string>();
  readonly #waiting = new Set<(signal: PageSignal) => void>();
  #planned = false;

  constructor(
    private readonly registry: Registry,
    private readonly outbound: Outbound,
  ) {}

  /** Whether an app's manifest names this page or icon. The emulator asks no other address. */
  knows(url: string): boolean {
    return this.registry.apps.some(
      ({ manifest }) => manifest.icon === url || framedUrls(manifest).includes(url),
    );
  }

  /**
   * Asks a page's server now, and again while it is down and a page waits for it.
   * @param host origin of the page that is to have the frame
   */
  async stateOf(url: string, host: string): Promise<PageAnswer> {
    const answer = await this.#ask(url, host);
    if (answer.state === 'down') {
      this.#down.add(url);
      this.#plan();
    }
    return answer;
  }

  /**
   * @param listener receives each page that was down and now answers
   * @returns ends the waiting
   */
  wait(listener: (signal: PageSignal) => void): () => void {
    this.#waiting.add(listener);
    this.#plan();
    return () => this.#waiting.delete(listener);
  }

  #plan(): void {
    if (this.#planned || this.#down.size === 0 || this.#waiting.size === 0) return;
    this.#planned = true;
    setTimeout(() => void this.#askAgain(), intervalMs).unref();
  }

  async #askAgain(): Promise<void> {
    await Promise.all(
      [...this.#down].map(async (url) => {
        if (this.knows(url) && (await this.#ask(url)).state === 'down') return;
        this.#down.delete(url);
        for (const listener of this.#waiting) listener({ kind: 'page-up', url });
      }),
    );
    this.#planned = false;
    this.#plan();
  }

  /** Any answer counts, a refusal too: then the frame has the app's own origin and shows the problem itself. */
  async #ask(url: string, host?: string): Promise<PageAnswer> {
    try {
      const signal = AbortSignal.timeout(timeoutMs);
      const { headers } = await this.outbound.fetch(url, { method: 'HEAD', signal });
      return { state: 'up', ...(host !== undefined && { remarks: frameRemarks(headers, url, host) }) };
    } catch (error) {
      return { state: stateAfter(error) };
    }
  }
}

function stateAfter(error: unknown): PageState {
  if (!(error instanceof Error)) throw error;
  if (error.name === 'TimeoutError') return 'up';
  const { code } = (error.cause ?? {}) as { code?: unknown };
  return typeof code === 'string' && connectionErrors.has(code) ? 'down' : 'unknown';
}
