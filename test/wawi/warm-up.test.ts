import { afterEach, describe, expect, it, vi } from 'vitest';
import { tokensApi } from '../../src/control/node-api.ts';
import { createEmulator } from '../../src/server/emulator.ts';
import { Activity, warmUp } from '../../src/server/warm-up.ts';
import { tenants } from '../graphql/graphql-client.ts';

const created = vi.hoisted(() => ({ count: 0 }));
vi.mock('../../src/wawi/graphql/service.ts', async (original) => {
  const module = await original<typeof import('../../src/wawi/graphql/service.ts')>();
  const createGraphqlService: typeof module.createGraphqlService = (...parts) => {
    created.count++;
    return module.createGraphqlService(...parts);
  };
  return { ...module, createGraphqlService };
});

it('GraphQL is built before its first request, and only once', async () => {
  const emulator = await createEmulator();
  try {
    expect(created.count).toBe(0);
    await emulator.warmUp();
    expect(created.count).toBe(1);
    const token = await tokensApi(emulator.control).access({});
    const response = await fetch(`${emulator.url}/erp/v2/graphql`, {
      method: 'POST',
      headers: {
        Authorization: `Bearer ${token}`,
        'X-Tenant-ID': tenants.bergmann,
        'Content-Type': 'application/json',
      },
      body: '{"query":"{__typename}"}',
    });
    expect(await response.json()).toEqual({ data: { __typename: 'Query' } });
    expect(created.count).toBe(1);
  } finally {
    await emulator.close();
  }
});

describe('the work of warming up', () => {
  /** An activity whose idle moments the test gives. */
  function moments() {
    const waiting: (() => void)[] = [];
    const idle = () => new Promise<void>((resolve) => waiting.push(resolve));
    const next = async () => {
      waiting.shift()!();
      await new Promise((resolve) => setImmediate(resolve));
    };
    return { activity: { idle }, next };
  }

  it('does one step in each idle moment', async () => {
    const { activity, next } = moments();
    const done: number[] = [];
    const steps = [1, 2].map((step) => () => Promise.resolve(done.push(step)));
    const all = warmUp(steps, activity, () => false);
    expect(done).toEqual([]);
    await next();
    expect(done).toEqual([1]);
    await next();
    expect(done).toEqual([1, 2]);
    await all;
  });

  it('ends before its next step when the emulator is closed', async () => {
    const { activity, next } = moments();
    const step = vi.fn(() => Promise.resolve());
    const all = warmUp([step], activity, () => true);
    await next();
    await all;
    expect(step).not.toHaveBeenCalled();
  });
});

describe('an emulator', () => {
  afterEach(() => vi.useRealTimers());

  it('is idle once no request has begun or ended for a while', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'performance'] });
    const activity = new Activity();
    const ended: (() => void)[] = [];
    const response = { once: (_event: 'close', run: () => void) => ended.push(run) };
    const idle = vi.fn();
    void activity.idle().then(idle);
    await vi.advanceTimersByTimeAsync(200);
    activity.note(response);
    await vi.advanceTimersByTimeAsync(200);
    ended[0]!();
    await vi.advanceTimersByTimeAsync(299);
    expect(idle).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1);
    expect(idle).toHaveBeenCalled();
  });
});
