import { once } from 'node:events';
import { MessageChannel } from 'node:worker_threads';
import type { MessagePort } from 'node:worker_threads';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { connectAppBridge } from '../../src/bridge/client.ts';
import type { AppBridge, MessageSource, WindowMessage } from '../../src/bridge/client.ts';
import { BridgeHost } from '../../src/bridge/host.ts';
import type { HostOptions } from '../../src/bridge/host.ts';
import { surfaceMethods } from '../../src/bridge/surfaces.ts';
import { waitFor } from '../waiting.ts';
import { ManualTimers, bridgePort, countedIds } from './wire.ts';

/** An iframe's window: delivers to its listeners, and drops messages while there is none, as windows do. */
class FakeFrame implements MessageSource {
  readonly posted: { data: unknown; targetOrigin: string; port: MessagePort }[] = [];
  readonly #listeners = new Set<(message: WindowMessage) => void>();

  postMessage(data: unknown, targetOrigin: string, [port]: unknown[]): void {
    this.posted.push({ data, targetOrigin, port: port as MessagePort });
    for (const listener of [...this.#listeners]) listener({ data, ports: [bridgePort(port as MessagePort)] });
  }

  listen(listener: (message: WindowMessage) => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }
}

let timers: ManualTimers;
let frame: FakeFrame;
let host: BridgeHost;
let events: unknown[];
let ports: MessagePort[];
const setupCompleted = vi.fn(() => Promise.resolve());

function open(change: Partial<HostOptions> = {}): BridgeHost {
  host = new BridgeHost({
    frame: () => frame,
    targetOrigin: 'https://app.example',
    methods: surfaceMethods('setup', undefined, {
      sessionToken: () => Promise.resolve('session'),
      appToken: () => Promise.resolve('app'),
      now: () => new Date(0),
      selected: () => null,
      setupCompleted,
    }),
    setupMethodsOn: 'first',
    openChannel() {
      const { port1, port2 } = new MessageChannel();
      ports.push(port1, port2);
      return { own: bridgePort(port1), transferred: port2, onClosed: (run) => port1.once('close', run) };
    },
    schedule: timers.schedule,
    newId: countedIds(),
    onEvent: (topic, payload, bridge) => events.push({ topic, payload, bridge }),
    ...change,
  });
  return host;
}

const closing = (port: MessagePort) => waitFor('a port to close', once(port, 'close'));

function connect(): Promise<AppBridge> {
  return connectAppBridge(frame, { schedule: timers.schedule, newId: countedIds() });
}

/** Connects an app that was there before the host looked again. */
async function connected(): Promise<AppBridge> {
  const bridge = connect();
  timers.advance(100);
  return bridge;
}

beforeEach(() => {
  timers = new ManualTimers();
  frame = new FakeFrame();
  events = [];
  ports = [];
  setupCompleted.mockClear();
});

afterEach(() => {
  host.close();
  for (const port of ports) port.close();
});

describe('the handshake', () => {
  it('is offered about every 100 ms, to the manifest origin only, each time with a fresh port', () => {
    open();
    timers.advance(1000);
    expect(frame.posted).toHaveLength(11);
    expect(new Set(frame.posted.map(({ port }) => port)).size).toBe(11);
    for (const { data, targetOrigin } of frame.posted) {
      expect({ data, targetOrigin }).toEqual({
        data: { type: 'HANDSHAKE' },
        targetOrigin: 'https://app.example',
      });
    }
  });

  it('goes on while the app holds bridges, so that a second call of createAppBridge is answered too', async () => {
    open();
    const first = await connected();
    const second = await connected();
    expect(await second.method.call('getSessionToken')).toBe('session');
    expect(await first.method.call('getSessionToken')).toBe('session');
    expect(host.bridgeCount).toBe(2);
  });

  it('gives each of two waiting bridges a port of its own, as StrictMode needs', async () => {
    open();
    const both = [connect(), connect()];
    timers.advance(200);
    const [first, second] = await Promise.all(both);
    expect(await first!.method.call('getSessionToken')).toBe('session');
    expect(await second!.method.call('getSessionToken')).toBe('session');
  });

  it('waits while the frame has no window to speak to', () => {
    let loaded = false;
    open({ frame: () => (loaded ? frame : null) });
    timers.advance(500);
    expect(frame.posted).toEqual([]);
    loaded = true;
    timers.advance(100);
    expect(frame.posted).toHaveLength(1);
  });

  it('closes channels without an answer within the 30 s a caller waits', async () => {
    open();
    const closed = closing(frame.posted[0]!.port);
    timers.advance(30_000);
    await closed;
  });

  it('is taken up late by an app that was busy: the oldest channel still works', async () => {
    open();
    timers.advance(20_000);
    const { data, port } = frame.posted[0]!;
    const bridge = await connectAppBridge(
      {
        listen: (listener) => (
          queueMicrotask(() => listener({ data, ports: [bridgePort(port)] })),
          () => undefined
        ),
      },
      { schedule: timers.schedule, newId: countedIds() },
    );
    expect(await bridge.method.call('getSessionToken')).toBe('session');
  });

  it('starts again when the taken channel is dead', async () => {
    const { port1, port2 } = new MessageChannel();
    const bridge = connect();
    frame.postMessage({ type: 'HANDSHAKE' }, '*', [port2]);
    timers.advance(30_000);
    await Promise.resolve();
    open();
    timers.advance(100);
    expect(await (await bridge).method.call('getSessionToken')).toBe('session');
    port1.close();
    port2.close();
  });

  it('never settles without a host', async () => {
    open({ frame: () => null });
    const settled = vi.fn();
    void connect().then(settled, settled);
    timers.advance(3_600_000);
    await Promise.resolve();
    expect(settled).not.toHaveBeenCalled();
  });

  it.each([[{ type: 'OTHER' }], ['HANDSHAKE'], [null]])(
    'is not started by the window message %j',
    async (data) => {
      open();
      const settled = vi.fn();
      void connect().then(settled);
      const { port1, port2 } = new MessageChannel();
      frame.postMessage(data, '*', [port2]);
      expect(port1.listenerCount('message')).toBe(0);
      expect(settled).not.toHaveBeenCalled();
      port1.close();
    },
  );

  it('gives no method away before it is complete', async () => {
    open();
    const { port } = frame.posted[0]!;
    const answer = waitFor('an answer', once(port, 'message'));
    port.postMessage({ id: 'x', type: 'METHOD_CALL', body: { methodName: 'getSessionToken', args: [] } });
    expect(await answer).toEqual([
      { id: 'x', type: 'METHOD_CALL_ERROR', body: 'getSessionToken is not exposed' },
    ]);
  });
});

describe('an app that never stops listening for handshakes', () => {
  /** Completes every handshake that it receives, as the vendor's earlier SDK does. */
  function listenForever(): { completed: number } {
    const seen = { completed: 0 };
    frame.listen(({ ports: [port] }) => {
      port!.onmessage = { handle: () => undefined }.handle;
      port!.postMessage({
        id: `handshake-${++seen.completed}`,
        type: 'METHOD_CALL',
        body: { methodName: 'completeHandshake', args: [] },
      });
    });
    return seen;
  }

  /** Lets the messages on the ports arrive after each step of the time. */
  async function pass(milliseconds: number): Promise<void> {
    for (let passed = 0; passed < milliseconds; passed += 100) {
      timers.advance(100);
      await new Promise((resolve) => setImmediate(resolve));
      await new Promise((resolve) => setImmediate(resolve));
    }
  }

  it('is offered further bridges rarely, none after the tenth, and advice once', async () => {
    const advice: string[] = [];
    open({ advise: (message) => advice.push(message) });
    const seen = listenForever();
    await pass(2_000);
    expect(seen.completed).toBeGreaterThan(1);
    expect(seen.completed).toBeLessThan(7);
    await pass(60_000);
    expect(seen.completed).toBe(10);
    expect(host.bridgeCount).toBe(10);
    expect(advice).toEqual([expect.stringContaining('10 handshakes in one document')]);
  });

  it('is offered bridges again once its frame has reloaded', async () => {
    const advice: string[] = [];
    open({ advise: (message) => advice.push(message) });
    const seen = listenForever();
    await pass(20_000);
    host.reloaded();
    await pass(20_000);
    expect(seen.completed).toBe(20);
    expect(advice).toHaveLength(2);
  });

  it('is offered bridges again once the ports of its document are gone', async () => {
    open();
    const seen = listenForever();
    await pass(20_000);
    const closed = ports.filter((_, index) => index % 2 === 0).map((port) => once(port, 'close'));
    for (const { port } of frame.posted) port.close();
    await Promise.all(closed);
    await pass(500);
    expect(seen.completed).toBeGreaterThan(10);
  });

  it('gets no more than ten bridges of offers that waited while it was busy', async () => {
    open();
    timers.advance(5_000);
    const waiting = frame.posted.map(({ port }) => port);
    expect(waiting.length).toBeGreaterThan(40);
    for (const port of waiting) {
      port.postMessage({ id: 'x', type: 'METHOD_CALL', body: { methodName: 'completeHandshake', args: [] } });
    }
    await Promise.all(waiting.map((port) => once(port, 'message')));
    expect(host.bridgeCount).toBe(10);
  });

  it('has every handshake but the first of a document marked as repeated', async () => {
    const marks: unknown[] = [];
    open({ observe: ({ bridge, repeatedHandshake }) => marks.push([bridge, repeatedHandshake]) });
    listenForever();
    await pass(800);
    expect(marks.slice(0, 4)).toEqual([
      [1, undefined],
      [1, undefined],
      [2, true],
      [2, true],
    ]);
  });
});

describe('setup methods', () => {
  it('exist on the first bridge only', async () => {
    open();
    const first = await connected();
    const second = await connected();
    await first.method.call('setupCompleted');
    expect(setupCompleted).toHaveBeenCalledOnce();
    await expect(second.method.call('setupCompleted')).rejects.toBe('setupCompleted is not exposed');
  });

  it('exist on every bridge when switched so', async () => {
    open({ setupMethodsOn: 'every' });
    await connected();
    const second = await connected();
    await second.method.call('setupCompleted');
    expect(setupCompleted).toHaveBeenCalledOnce();
  });

  it('exist on the next bridge after the frame has reloaded', async () => {
    open();
    await connected();
    host.reloaded();
    expect(host.bridgeCount).toBe(0);
    await (await connected()).method.call('setupCompleted');
    expect(setupCompleted).toHaveBeenCalledOnce();
  });

  it('exist on the next bridge after the page that held the first is gone', async () => {
    open();
    await connected();
    const gone = closing(ports[2]!);
    frame.posted[1]!.port.close();
    await gone;
    expect(host.bridgeCount).toBe(0);
    await (await connected()).method.call('setupCompleted');
    expect(setupCompleted).toHaveBeenCalledOnce();
  });

  it('stay with a bridge that was completed before its own page had finished loading', async () => {
    open();
    const early = await connected();
    host.reloaded();
    await early.method.call('getSessionToken');
    expect(host.bridgeCount).toBe(1);
    await expect((await connected()).method.call('setupCompleted')).rejects.toBe(
      'setupCompleted is not exposed',
    );
  });
});

describe('a host', () => {
  it('publishes to every bridge and resolves once all have confirmed', async () => {
    open();
    const heard: unknown[] = [];
    for (const bridge of [await connected(), await connected()]) {
      bridge.event.subscribe('ItemChanged', (payload) => heard.push(payload));
    }
    await host.publish('ItemChanged', { itemId: 'x' });
    expect(heard).toEqual([{ itemId: 'x' }, { itemId: 'x' }]);
  });

  it('receives the events that the app publishes, by either API', async () => {
    open();
    const bridge = await connected();
    await bridge.event.publish('Ready', { at: new Date(0) });
    await bridge.publish('Ready');
    expect(events).toEqual([
      { topic: 'Ready', payload: { at: new Date(0) }, bridge: 1 },
      { topic: 'Ready', payload: undefined, bridge: 1 },
    ]);
  });

  it('calls what the app exposes, on the latest bridge', async () => {
    open();
    await expect(host.call('sum', [1, 2])).rejects.toThrow('has not completed a handshake');
    const bridge = await connected();
    bridge.exposeMethod('sum', (a: number, b: number) => a + b);
    expect(bridge.method.isExposed('sum')).toBe(true);
    expect(bridge.isMethodExposed('getSessionToken')).toBe(false);
    expect(await host.call('sum', [1, 2])).toBe(3);
    await expect(host.call('product', [])).rejects.toBe('product is not exposed');
  });

  it('carries values by structured clone: a Date stays a Date', async () => {
    open({ methods: { every: { getCurrentTime: () => new Date(86_400_000) }, firstOnly: {} } });
    expect(await (await connected()).callMethod('getCurrentTime')).toEqual(new Date(86_400_000));
  });

  it('answers no more and leaves no timer behind once closed', async () => {
    open();
    const bridge = await connected();
    const closed = closing(frame.posted[1]!.port);
    host.close();
    await closed;
    void bridge.method.call('getSessionToken').catch(() => undefined);
    timers.advance(30_000);
    expect(timers.waiting).toBe(0);
  });
});
