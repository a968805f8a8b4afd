import type { PageSignal, PageState } from '../../app-pages.ts';
import { call } from './api.ts';

/** How often the browser itself asks a page that only it can reach, in milliseconds. */
const intervalMs = 5_000;

/**
 * Tells whether the pages of apps answer, before they are framed. The emulator asks for the browser, whose own failures
 * all end in the developer's console; only on another machine than the emulator's it has to ask itself.
 */
export class AppPages {
  /** By the origin that has to come up: a page of it, and what is to run then. */
  readonly #waiting = new Map<string, { url: string; runs: Set<() => void> }>();
  readonly #asked = new Map<string, Promise<boolean>>();
  /** Origins that only the browser can reach. */
  readonly #own = new Set<string>();

  /** @param listen opens the stream that feeds {@link handle}; called whenever a page is waited for */
  constructor(
    private readonly tenantId: string,
    private readonly listen: () => void,
  ) {}

  /** Pages of one origin are asked for once at a time. */
  isUp(url: string): Promise<boolean> {
    const { origin } = new URL(url);
    const asked = this.#asked.get(origin) ?? this.#ask(url).finally(() => this.#asked.delete(origin));
    this.#asked.set(origin, asked);
    return asked;
  }

  /**
   * Runs something once a page that was down answers.
   * @returns gives up waiting
   */
  onceUp(url: string, run: () => void): () => void {
    const { origin } = new URL(url);
    const waiting = this.#waiting.get(origin) ?? { url, runs: new Set() };
    this.#waiting.set(origin, waiting);
    waiting.runs.add(run);
    if (!this.#own.has(origin)) this.listen();
    else if (waiting.runs.size === 1) setTimeout(() => void this.#askAgain(url), intervalMs);
    return () => waiting.runs.delete(run);
  }

  /** Asks once more for all that is waited for: the stream has begun, and what it would have told before is lost. */
  async listening(): Promise<void> {
    for (const { url, runs } of [...this.#waiting.values()]) {
      if (runs.size > 0 && (await this.isUp(url))) this.handle({ kind: 'page-up', url });
    }
  }

  /** Takes what the emulator tells of a page that came up. */
  handle({ url }: PageSignal): void {
    const { origin } = new URL(url);
    const waiting = this.#waiting.get(origin);
    this.#waiting.delete(origin);
    for (const run of waiting?.runs ?? []) run();
  }

  async #ask(url: string): Promise<boolean> {
    const query = new URLSearchParams({ url });
    const path = `tenants/${this.tenantId}/app-pages?${query.toString()}`;
    const { state } = await call<{ state: PageState }>('GET', path);
    if (state !== 'unknown') return state === 'up';
    this.#own.add(new URL(url).origin);
    return reached(url);
  }

  async #askAgain(url: string): Promise<void> {
    const waiting = this.#waiting.get(new URL(url).origin);
    if (waiting === undefined || waiting.runs.size === 0) return;
    if (await reached(url)) this.handle({ kind: 'page-up', url });
    else setTimeout(() => void this.#askAgain(url), intervalMs);
  }
}

/** Whether the browser gets an answer; it may not read it. */
async function reached(url: string): Promise<boolean> {
  try {
    await fetch(url, { method: 'HEAD', mode: 'no-cors', credentials: 'omit', cache: 'no-store' });
    return true;
  } catch {
    return false;
  }
}
