import type { PageAnswer, PageSignal } from '../../app-pages.ts';
import { call } from './api.ts';

/** How often the browser itself asks for a page that only it can reach, in milliseconds. */
const intervalMs = 5_000;

/**
 * Knows whether the pages of apps answer, before they are framed. The emulator asks for the browser, because the
 * browser logs its own failures in the developer's console. The browser itself asks only when the emulator is on
 * another machine.
 */
export class AppPages {
  /** By the origin that is down: one of its pages, and the callbacks that wait for it. */
  readonly #waiting = new Map<string, { url: string; runs: Set<() => void> }>();
  readonly #asked = new Map<string, Promise<boolean>>();
  /** By origin: what the browser will do to it in a frame. */
  readonly #remarks = new Map<string, string[]>();
  /** Origins that only the browser can reach. */
  readonly #own = new Set<string>();

  /** @param listen opens the stream that feeds {@link handle}; called whenever a page is awaited */
  constructor(
    private readonly tenantId: string,
    private readonly listen: () => void,
  ) {}

  /** Pages of one origin share one request at a time. */
  isUp(url: string): Promise<boolean> {
    const { origin } = new URL(url);
    const asked = this.#asked.get(origin) ?? this.#ask(url).finally(() => this.#asked.delete(origin));
    this.#asked.set(origin, asked);
    return asked;
  }

  /**
   * Runs a callback once a page that was down answers.
   * @returns cancels it
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

  /** Asks again for all awaited pages, because signals from before the stream began are lost. */
  async listening(): Promise<void> {
    for (const { url, runs } of [...this.#waiting.values()]) {
      if (runs.size > 0 && (await this.isUp(url))) this.handle({ kind: 'page-up', url });
    }
  }

  /** @returns the restrictions that {@link isUp} learned about for the page's origin */
  remarksOn(url: string): readonly string[] {
    return this.#remarks.get(new URL(url).origin) ?? [];
  }

  /** Handles the emulator's signal of a page that came up. */
  handle({ url }: PageSignal): void {
    const { origin } = new URL(url);
    const waiting = this.#waiting.get(origin);
    this.#waiting.delete(origin);
    for (const run of waiting?.runs ?? []) run();
  }

  async #ask(url: string): Promise<boolean> {
    const query = new URLSearchParams({ url });
    const path = `tenants/${this.tenantId}/app-pages?${query.toString()}`;
    const { state, remarks = [] } = await call<PageAnswer>('GET', path);
    this.#remarks.set(
      new URL(url).origin,
      remarks.map(({ message }) => message),
    );
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

/** Whether the browser gets an answer, even one that it may not read. */
async function reached(url: string): Promise<boolean> {
  try {
    await fetch(url, { method: 'HEAD', mode: 'no-cors', credentials: 'omit', cache: 'no-store' });
    return true;
  } catch {
    return false;
  }
}
