import { once } from 'node:events';
import { createServer } from 'node:http';
import { clearLine, cursorTo, moveCursor, type Direction } from 'node:readline';
import { PassThrough } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { runCli } from '../../src/cli/main.ts';
import { progressBars } from '../../src/cli/progress-bars.ts';
import { isWatched } from '../../src/cli/watched-terminal.ts';
import { MemoryStore } from '../../src/platform/persistence/store.ts';
import '../../src/wawi/areas/index.ts';
import { generateTenant } from '../../src/wawi/areas/generate/generate.ts';
import { standardData } from '../../src/wawi/areas/generate/standard-data.ts';
import { PersistedData } from '../../src/wawi/store/persistence/persisted-data.ts';
import { listen } from '../ports.ts';
import { waitUntil } from '../waiting.ts';

/** The output on a terminal, including escape sequences. */
class Terminal extends PassThrough {
  readonly isTTY = true;
  readonly columns = 100;
  shown = '';

  constructor() {
    super();
    this.on('data', (chunk: Buffer) => (this.shown += chunk.toString('utf8')));
  }

  cursorTo(x: number): boolean {
    return cursorTo(this, x);
  }

  clearLine(direction: Direction): boolean {
    return clearLine(this, direction);
  }

  moveCursor(dx: number, dy: number): boolean {
    return moveCursor(this, dx, dy);
  }

  static open(): NodeJS.WriteStream & Terminal {
    return new Terminal() as unknown as NodeJS.WriteStream & Terminal;
  }

  shows(text: string): Promise<true> {
    return waitUntil(
      `the terminal to show ${JSON.stringify(text)}`,
      () => this.shown.includes(text) || undefined,
      () => once(this, 'data'),
      { seen: () => JSON.stringify(this.shown) },
    );
  }
}

/** The percentages shown, in order. */
const percentages = ({ shown }: Terminal): number[] =>
  [...shown.matchAll(/(\d+) %/g)].map(([, text]) => Number(text));

describe('the bars of a server at work', () => {
  afterEach(() => vi.useRealTimers());

  it('show nothing for jobs that end at once', () => {
    const terminal = Terminal.open();
    const job = progressBars(terminal)('making', 10);
    job.advance(10);
    job.end();
    expect(terminal.shown).toBe('');
  });

  it('show how far a long job is, and are gone when it is done', async () => {
    vi.useFakeTimers({ toFake: ['performance', 'Date'] });
    const terminal = Terminal.open();
    const job = progressBars(terminal)('making', 100);
    for (let step = 0; step < 10; step++) {
      vi.advanceTimersByTime(200);
      job.advance(10);
    }
    await terminal.shows('making');
    const seen = percentages(terminal);
    expect(seen.length).toBeGreaterThan(3);
    expect(seen).toEqual([...seen].sort((a, b) => a - b));
    job.end();
    // Clears the line and shows the cursor again.
    await terminal.shows('\u001B[?25h');
  });

  it('count every row of a large tenant that is made up, and every document of one that is kept', async () => {
    const jobs: { what: string; steps: number; done: number; ended: boolean }[] = [];
    const progress = (what: string, steps: number) => {
      const job = { what, steps, done: 0, ended: false };
      jobs.push(job);
      return { advance: (more = 1) => (job.done += more), end: () => (job.ended = true) };
    };
    const request = { seed: 1, until: '2026-11-01', items: 2000, salesOrders: 1500, customers: 20 };
    const data = generateTenant(request, standardData, progress);
    const store = new (class extends MemoryStore {
      override readonly durable = true as never;
    })();
    await new PersistedData(store, 't/', progress).save(data);
    await new PersistedData(store, 't/', progress).load();
    expect(jobs.map(({ what }) => what)).toEqual(['making up data', 'keeping a tenant', 'loading a tenant']);
    expect(jobs.every(({ ended }) => ended)).toBe(true);
    expect(jobs.map(({ steps, done }) => steps - done)).toEqual([0, 0, 0]);
  });
});

describe('progress is shown', () => {
  it.each([
    { where: 'on a terminal', isTTY: true, env: { TERM: 'xterm-256color' }, shown: true },
    { where: 'on one that does not say what it is', isTTY: true, env: {}, shown: true },
    { where: 'in a pipe', isTTY: false, env: { TERM: 'xterm-256color' }, shown: false },
    { where: 'on a terminal that cannot move', isTTY: true, env: { TERM: 'dumb' }, shown: false },
    { where: 'in a CI job with a terminal', isTTY: true, env: { TERM: 'xterm', CI: 'true' }, shown: false },
  ])('$where: $shown', ({ isTTY, env, shown }) => {
    expect(isWatched({ isTTY }, env)).toBe(shown);
  });
});

describe('a command whose answer takes long', () => {
  // The spinner asks the process itself whether it is watched; this test may run where it is not.
  beforeEach(() => {
    vi.stubEnv('CI', undefined);
    vi.stubEnv('TERM', 'xterm-256color');
  });
  afterEach(() => void vi.unstubAllEnvs());

  it('shows that it waits, and puts its result on a clean line', async () => {
    const terminal = Terminal.open();
    const slow = createServer((_request, response) => {
      void terminal.shows('waiting for the emulator').then(() => {
        response.setHeader('Content-Type', 'application/json');
        response.end(JSON.stringify({ now: '2026-03-01T09:00:00.000Z', offsetSeconds: 0, frozen: false }));
      });
    });
    const url = `http://127.0.0.1:${await listen(slow)}`;
    let out = '';
    const code = await runCli(['clock', '--url', url], {
      env: {},
      write: (text) => (out += text),
      writeError: () => undefined,
      terminal,
    });
    slow.close();
    expect({ code, out }).toEqual({ code: 0, out: expect.stringContaining('2026-03-01T09:00:00.000Z') });
    // The cursor is back.
    await terminal.shows('\u001B[?25h');
  });
});
