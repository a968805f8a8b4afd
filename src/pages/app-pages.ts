import type { Registry } from '../platform/registry.ts';
import type { Outbound } from '../platform/outbound.ts';
import { framedUrls } from './manifest-urls.ts';

/**
 * Whether an app's server answers at a page's address: `unknown` where only the browser can tell, for its network is
 * not the emulator's, or it may trust certificates of its own.
 */
export type PageState = 'up' | 'down' | 'unknown';

/** Tells a page that waits for an app's page that it answers now. */
export interface PageSignal {
  kind: 'page-up';
  url: string;
}

/** What a page is given to answer in; one that takes longer is there, but slow. */
const timeoutMs = 1_500;
/** How often a server that was down is asked again while a page waits for it. */
const intervalMs = 1_000;

/** What a server that is not there leads to; all else, such as a certificate of its own, the browser sees for itself. */
const connectionErrors = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_SOCKET',
]);

/**
 * Asks the servers of apps whether they are there, for the pages that frame them: a browser shows a frame without a
 * page no differently from one with, and logs every message to it as an error.
 */
export class AppPages {
  readonly #down = new Set<string>();
  readonly #waiting = new Set<(signal: PageSignal) => void>();
  #planned = false;

  constructor(
    private readonly registry: Registry,
    private readonly outbound: Outbound,
  ) {}

  /** Whether an app's manifest names this page or icon: the emulator asks no other address. */
  knows(url: string): boolean {
    return this.registry.apps.some(
      ({ manifest }) => manifest.icon === url || framedUrls(manifest).includes(url),
    );
  }

  /** Asks a page's server now, and again while it is down and somebody waits. */
  async stateOf(url: string): Promise<PageState> {
    const state = await this.#ask(url);
    if (state === 'down') {
      this.#down.add(url);
      this.#plan();
    }
    return state;
  }

  /**
   * @param hear is told of each page that was down and answers now
   * @returns ends the waiting
   */
  wait(hear: (signal: PageSignal) => void): () => void {
    this.#waiting.add(hear);
    this.#plan();
    return () => this.#waiting.delete(hear);
  }

  #plan(): void {
    if (this.#planned || this.#down.size === 0 || this.#waiting.size === 0) return;
    this.#planned = true;
    setTimeout(() => void this.#askAgain(), intervalMs).unref();
  }

  async #askAgain(): Promise<void> {
    await Promise.all(
      [...this.#down].map(async (url) => {
        if (this.knows(url) && (await this.#ask(url)) === 'down') return;
        this.#down.delete(url);
        for (const hear of this.#waiting) hear({ kind: 'page-up', url });
      }),
    );
    this.#planned = false;
    this.#plan();
  }

  /** Any answer will do, also a refusal: then the page has the app's own origin, and says what is wrong. */
  async #ask(url: string): Promise<PageState> {
    try {
      await this.outbound.fetch(url, { method: 'HEAD', signal: AbortSignal.timeout(timeoutMs) });
      return 'up';
    } catch (error) {
      if (!(error instanceof Error)) throw error;
      if (error.name === 'TimeoutError') return 'up';
      const { code } = (error.cause ?? {}) as { code?: unknown };
      return typeof code === 'string' && connectionErrors.has(code) ? 'down' : 'unknown';
    }
  }
}
