import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { BridgePeer } from '../../src/bridge/peer.ts';
import type { Traffic } from '../../src/bridge/peer.ts';
import { messageTypes } from '../../src/bridge/protocol.ts';
import { ManualTimers, RawEnd, channel, countedIds } from './wire.ts';

let far: RawEnd;
let peer: BridgePeer;
let timers: ManualTimers;
let traffic: Traffic[];
let listenerErrors: unknown[];

beforeEach(() => {
  const pair = channel();
  far = pair.far;
  timers = new ManualTimers();
  traffic = [];
  listenerErrors = [];
  peer = new BridgePeer(pair.near, {
    schedule: timers.schedule,
    newId: countedIds(),
    observe: (one) => traffic.push(one),
    onListenerError: (error) => listenerErrors.push(error),
  });
});

afterEach(() => {
  peer.close();
  far.close();
});

/** Everything sent before has been handled once this call on a method of its own is answered. */
async function handled(): Promise<void> {
  const before = far.received.length;
  peer.expose('probe', () => 'seen');
  far.send({ id: 'probe', type: 'METHOD_CALL', body: { methodName: 'probe', args: [] } });
  for (let index = before; (await far.message(index))['id'] !== 'probe';) index++;
  far.received.splice(
    far.received.findIndex((one) => (one as { id: string }).id === 'probe'),
    1,
  );
}

const problems = () => traffic.flatMap(({ problem }) => problem ?? []);

/** The state before each row: our own call and event that wait for an answer, as id-1 and id-2. */
async function waiting() {
  const call = peer.call('ask', ['a', 1]);
  const event = peer.publish('topic', { x: 1 });
  call.catch(() => undefined);
  event.catch(() => undefined);
  await far.message(1);
  far.received.length = 0;
  return { call, event };
}

type Waiting = Awaited<ReturnType<typeof waiting>>;
interface Row {
  send: unknown[];
  /** Milliseconds that pass before anything is sent. */
  after?: number;
  answers?: unknown[];
  problems?: string[];
  outcome?(waiting: Waiting): Promise<void>;
}

const unanswered = ['answers no pending message'];
const timedOut = async ({ call, event }: Waiting) => {
  await expect(call).rejects.toBe('Plugin timeout');
  await expect(event).rejects.toBe('Plugin timeout');
};
const methodCall = (id: string, methodName = 'greet') => ({
  id,
  type: 'METHOD_CALL',
  body: { methodName, args: ['Anna'] },
});
const greeting = (id: string) => ({ id, type: 'METHOD_CALL_RETURN', body: 'Hello Anna' });
const event = (id: string) => ({ id, type: 'EVENT_TRIGGER', body: { topic: 'news', payload: 7 } });
const confirmation = (id: string) => ({ id, type: 'EVENT_TRIGGER_CONFIRMATION' });

const table: Record<(typeof messageTypes)[number], Record<string, Row>> = {
  METHOD_CALL: {
    valid: { send: [methodCall('c')], answers: [greeting('c')] },
    'of an unknown method': {
      send: [methodCall('c', 'toString')],
      answers: [{ id: 'c', type: 'METHOD_CALL_ERROR', body: 'toString is not exposed' }],
    },
    malformed: {
      send: [{ id: 'c', type: 'METHOD_CALL', body: { methodName: 'greet' } }],
      answers: [
        { id: 'c', type: 'METHOD_CALL_ERROR', body: 'a method call body must be {methodName, args[]}' },
      ],
    },
    'late, after our own calls gave up': {
      after: 30_000,
      send: [methodCall('c')],
      answers: [greeting('c')],
      outcome: timedOut,
    },
    duplicate: { send: [methodCall('c'), methodCall('c')], answers: [greeting('c'), greeting('c')] },
  },
  METHOD_CALL_RETURN: {
    valid: {
      send: [{ id: 'id-1', type: 'METHOD_CALL_RETURN', body: new Date(0) }],
      outcome: async ({ call }) => expect(await call).toEqual(new Date(0)),
    },
    'with an unknown id': { send: [{ id: 'x', type: 'METHOD_CALL_RETURN', body: 1 }], problems: unanswered },
    'malformed: it answers an event': {
      send: [{ id: 'id-2', type: 'METHOD_CALL_RETURN', body: 1 }],
      problems: unanswered,
    },
    late: {
      after: 30_000,
      send: [{ id: 'id-1', type: 'METHOD_CALL_RETURN', body: 1 }],
      problems: unanswered,
      outcome: timedOut,
    },
    duplicate: {
      send: [
        { id: 'id-1', type: 'METHOD_CALL_RETURN', body: 'first' },
        { id: 'id-1', type: 'METHOD_CALL_RETURN', body: 'second' },
      ],
      problems: unanswered,
      outcome: async ({ call }) => expect(await call).toBe('first'),
    },
  },
  METHOD_CALL_ERROR: {
    valid: {
      send: [{ id: 'id-1', type: 'METHOD_CALL_ERROR', body: 'no such luck' }],
      outcome: ({ call }) => expect(call).rejects.toBe('no such luck'),
    },
    'with an unknown id': { send: [{ id: 'x', type: 'METHOD_CALL_ERROR', body: 'x' }], problems: unanswered },
    'malformed: without a body': {
      send: [{ id: 'id-1', type: 'METHOD_CALL_ERROR' }],
      outcome: ({ call }) => expect(call).rejects.toBeUndefined(),
    },
    late: {
      after: 30_000,
      send: [{ id: 'id-1', type: 'METHOD_CALL_ERROR', body: 'x' }],
      problems: unanswered,
      outcome: timedOut,
    },
    duplicate: {
      send: [
        { id: 'id-1', type: 'METHOD_CALL_ERROR', body: 'first' },
        { id: 'id-1', type: 'METHOD_CALL_RETURN', body: 'second' },
      ],
      problems: unanswered,
      outcome: ({ call }) => expect(call).rejects.toBe('first'),
    },
  },
  EVENT_TRIGGER: {
    valid: { send: [event('e')], answers: [confirmation('e')] },
    'of a topic without a subscriber': {
      send: [{ id: 'e', type: 'EVENT_TRIGGER', body: { topic: 'other' } }],
      answers: [confirmation('e')],
    },
    malformed: {
      send: [{ id: 'e', type: 'EVENT_TRIGGER', body: 'news' }],
      problems: ['an event body must be {topic, payload}'],
    },
    'late, after our own calls gave up': {
      after: 30_000,
      send: [event('e')],
      answers: [confirmation('e')],
      outcome: timedOut,
    },
    duplicate: { send: [event('e'), event('e')], answers: [confirmation('e'), confirmation('e')] },
  },
  EVENT_TRIGGER_CONFIRMATION: {
    valid: {
      send: [confirmation('id-2')],
      outcome: async ({ event }) => expect(await event).toBeUndefined(),
    },
    'with an unknown id': { send: [confirmation('x')], problems: unanswered },
    'malformed: it answers a call': { send: [confirmation('id-1')], problems: unanswered },
    late: { after: 30_000, send: [confirmation('id-2')], problems: unanswered, outcome: timedOut },
    duplicate: {
      send: [confirmation('id-2'), confirmation('id-2')],
      problems: unanswered,
      outcome: async ({ event }) => expect(await event).toBeUndefined(),
    },
  },
};

describe.each(messageTypes)('a received %s', (type) => {
  it.each(Object.entries(table[type]))('%s', async (_, row) => {
    const heard = vi.fn();
    peer.expose('greet', (name) => `Hello ${String(name)}`);
    peer.subscribe('news', heard);
    const ours = await waiting();
    timers.advance(row.after ?? 0);
    for (const message of row.send) far.send(message);
    await handled();
    expect(far.received).toEqual(row.answers ?? []);
    expect(problems()).toEqual(row.problems ?? []);
    await row.outcome?.(ours);
    const news = row.send.filter((one) => (one as { body?: { topic?: string } }).body?.topic === 'news');
    expect(heard.mock.calls).toEqual(news.map(() => [7]));
  });
});

describe('a bridge', () => {
  it.each([
    [undefined],
    [null],
    ['text'],
    [{}],
    [{ id: 1, type: 'METHOD_CALL' }],
    [{ id: 'x', type: 'HANDSHAKE' }],
  ])('ignores %j, which is not a bridge message', async (data) => {
    far.send(data);
    await handled();
    expect(far.received).toEqual([]);
    expect(problems()).toEqual(['not a bridge message']);
  });

  it('sends calls and events as the protocol has them', async () => {
    await waiting().then(() => undefined);
    expect(traffic.map(({ data }) => data)).toEqual([
      { id: 'id-1', type: 'METHOD_CALL', body: { methodName: 'ask', args: ['a', 1] } },
      { id: 'id-2', type: 'EVENT_TRIGGER', body: { topic: 'topic', payload: { x: 1 } } },
    ]);
  });

  it('leaves no timer behind once answered', async () => {
    const { call } = await waiting();
    far.send({ id: 'id-1', type: 'METHOD_CALL_RETURN', body: 1 });
    far.send(confirmation('id-2'));
    await call;
    await handled();
    expect(timers.waiting).toBe(0);
  });

  it('answers what a method throws, as it was thrown', async () => {
    peer.expose('fail', () => {
      throw new TypeError('out of stock');
    });
    far.send(methodCall('c', 'fail'));
    const { type, body } = await far.message();
    expect(type).toBe('METHOD_CALL_ERROR');
    expect(body).toBeInstanceOf(TypeError);
    expect((body as Error).message).toBe('out of stock');
  });

  it('answers a result that cannot be cloned with an error that says so', async () => {
    peer.expose('fail', () => () => 'a function');
    far.send(methodCall('c', 'fail'));
    const { type, body } = await far.message();
    expect(type).toBe('METHOD_CALL_ERROR');
    expect(String(body)).toContain('could not be cloned');
  });

  it('answers an error that cannot be cloned with its text', async () => {
    peer.expose('fail', () => Promise.reject({ toString: () => 'broken', method: () => undefined }));
    far.send(methodCall('c', 'fail'));
    expect(await far.message()).toEqual({ id: 'c', type: 'METHOD_CALL_ERROR', body: 'broken' });
  });

  it('rejects a call whose arguments cannot be cloned, and forgets it', async () => {
    await expect(peer.call('ask', [() => undefined])).rejects.toThrow('could not be cloned');
    expect(timers.waiting).toBe(0);
  });

  it('confirms an event whose subscriber throws, and tells its owner', async () => {
    peer.subscribe('news', () => Promise.reject(new Error('not today')));
    far.send(event('e'));
    expect(await far.message()).toEqual(confirmation('e'));
    expect(listenerErrors).toEqual([new Error('not today')]);
  });

  it('lets a subscription end', async () => {
    const heard = vi.fn();
    const unsubscribe = peer.subscribe('news', heard);
    unsubscribe();
    far.send(event('e'));
    await far.message();
    expect(heard).not.toHaveBeenCalled();
  });

  it('survives a flood: calls beyond what it runs at once are refused, those before are answered', async () => {
    const finish: (() => void)[] = [];
    peer.expose('slow', () => new Promise<void>((resolve) => finish.push(resolve)));
    for (let n = 0; n < 300; n++)
      far.send({ id: `c${n}`, type: 'METHOD_CALL', body: { methodName: 'slow', args: [] } });
    await far.message(99);
    expect(far.received).toHaveLength(100);
    expect(far.received[0]).toEqual({
      id: 'c200',
      type: 'METHOD_CALL_ERROR',
      body: 'more than 200 calls at once',
    });
    for (const one of finish) one();
    await far.message(299);
    expect(far.received[299]).toEqual({ id: 'c199', type: 'METHOD_CALL_RETURN', body: undefined });
  });

  it('rejects what still waits when it is closed', async () => {
    const { call } = await waiting();
    peer.close();
    await expect(call).rejects.toThrow('the bridge was closed');
  });
});
