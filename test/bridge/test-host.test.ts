import { describe, expect, it, test as base, vi } from 'vitest';
import { decodeJwt, decodeProtectedHeader } from 'jose';
import { createAppBridge } from '../../src/app-bridge.ts';
import { startEmulator } from '../../src/index.ts';
import { createTestHost, surfaceUrl, testHost } from '../../src/testing.ts';
import type { TestHost } from '../../src/testing.ts';

const item = '770f139d-18dd-405c-9f84-322131010000';
const test = base.extend<{ setup: TestHost; pane: TestHost; erp: TestHost }>({
  setup: testHost({ surface: 'setup', user: 'u', tenant: 't' }),
  pane: testHost({ surface: 'pane', itemId: item }),
  erp: testHost({ now: () => new Date(0), methods: { getMood: () => 'fine' } }),
});

describe('createTestHost', () => {
  test('lets a setup page finish and tells that it did', async ({ setup }) => {
    const bridge = await createAppBridge();
    expect(setup.setupCompleted).toBe(false);
    expect(await bridge.method.call('setupCompleted')).toBeUndefined();
    expect(setup.setupCompleted).toBe(true);
    expect(setup.calls).toEqual([{ method: 'setupCompleted', args: [], bridge: 1 }]);
  });

  test('gives fixed tokens that decode to user, tenant and app', async ({ setup }) => {
    const bridge = await createAppBridge();
    const session = await bridge.method.call<string>('getSessionToken');
    expect(decodeProtectedHeader(session)).toMatchObject({ alg: 'EdDSA', typ: 'JWT' });
    expect(decodeJwt(session)).toMatchObject({ userId: 'u', tenantId: 't' });
    const { accessToken } = await bridge.method.call<{ accessToken: string }>('getAppToken');
    expect(decodeJwt(accessToken)).toMatchObject({ sub: 'u', 'urn:jtl:tenant_id': 't' });
    expect(setup.calls.map(({ method }) => method)).toEqual(['getSessionToken', 'getAppToken']);
  });

  it('gives tokens that the services accept when it is given an emulator', async () => {
    const emulator = await startEmulator();
    const host = createTestHost({ emulator });
    const bridge = await createAppBridge();
    const tokens = [
      await bridge.method.call<string>('getSessionToken'),
      (await bridge.method.call<{ accessToken: string }>('getAppToken')).accessToken,
    ];
    for (const token of tokens)
      expect(await emulator.tokens.explain(token)).toMatchObject({ accepted: true });
    host.close();
    await emulator.close();
  });

  it('takes Node’s channels where the scope hides them, as Jest’s jsdom does', async () => {
    vi.stubGlobal('MessageChannel', undefined);
    const host = createTestHost({ user: 'u' });
    const bridge = await createAppBridge();
    expect(decodeJwt(await bridge.method.call<string>('getSessionToken'))).toMatchObject({ userId: 'u' });
    host.close();
    vi.unstubAllGlobals();
  });

  it('asks the emulator for real tokens when given one', async () => {
    const asked: unknown[] = [];
    const tokens = {
      session: (request: unknown) => (asked.push(request), Promise.resolve('real session')),
      app: (request: unknown) => (asked.push(request), Promise.resolve('real app')),
    };
    const host = createTestHost({ emulator: { tokens }, user: 'u', tenant: 't', app: 'a' });
    const bridge = await createAppBridge();
    expect(await bridge.callMethod('getSessionToken')).toBe('real session');
    expect(await bridge.callMethod('getAppToken')).toEqual({ accessToken: 'real app' });
    expect(asked).toEqual([
      { userId: 'u', tenantId: 't' },
      { userId: 'u', tenantId: 't', appId: 'a' },
    ]);
    host.close();
  });

  test('selects like a user: the pane receives the event and can ask', async ({ pane }) => {
    const bridge = await createAppBridge();
    expect(await bridge.method.call('getCurrentItemId')).toBe(item);
    const heard: unknown[] = [];
    bridge.event.subscribe('ItemChanged', (payload) => Promise.resolve(heard.push(payload)));
    await pane.select('items', 'other');
    expect(heard).toEqual([{ itemId: 'other' }]);
    expect(await bridge.method.call('getCurrentItemId')).toBe('other');
    await expect(bridge.method.call('getCurrentCustomerId')).rejects.toBe(
      'getCurrentCustomerId is not exposed',
    );
  });

  test('has the surface methods and those added', async ({ erp }) => {
    const bridge = await createAppBridge();
    expect(await bridge.method.call('getCurrentTime')).toEqual(new Date(0));
    expect(await bridge.method.call('getMood')).toBe('fine');
    expect(erp.calls).toHaveLength(2);
  });

  test('waits for calls and events yet to come', async ({ erp }) => {
    const call = erp.called('getMood');
    const event = erp.published('Saved');
    const bridge = await createAppBridge();
    await bridge.method.call('getMood', 1);
    await bridge.event.publish('Saved', { id: 1 });
    expect(await call).toEqual({ method: 'getMood', args: [1], bridge: 1 });
    expect(await event).toEqual({ topic: 'Saved', payload: { id: 1 }, bridge: 1 });
  });

  it('tells those who wait for what never came when it is closed', async () => {
    const host = createTestHost({ methods: { getMood: () => 'fine' } });
    const call = host.called('setupCompleted');
    const event = host.published('Saved');
    void host.published('No test waits for this');
    const bridge = await createAppBridge();
    await bridge.method.call('getMood');
    host.close();
    await expect(call).rejects.toMatchObject({
      name: 'TestHostClosed',
      message: "the test host was closed before the app called 'setupCompleted'; it called getMood",
    });
    await expect(event).rejects.toThrow("before the app published 'Saved'; it published nothing");
    await expect(host.called('late')).rejects.toThrow("before the app called 'late'");
    expect(await host.called('getMood')).toMatchObject({ method: 'getMood' });
  });

  test('counts the next bridge as first again after a reload', async ({ setup }) => {
    await createAppBridge();
    const second = await createAppBridge();
    await expect(second.method.call('setupCompleted')).rejects.toBe('setupCompleted is not exposed');
    setup.reload();
    const third = await createAppBridge();
    await third.method.call('setupCompleted');
    expect(setup.setupCompleted).toBe(true);
  });

  test('calls what the app exposes', async ({ erp }) => {
    const bridge = await createAppBridge();
    bridge.method.expose('double', (n: number) => n * 2);
    expect(await erp.call('double', 21)).toBe(42);
  });

  it('answers null for a current id before any selection', async () => {
    const host = createTestHost({ surface: 'pane', context: 'customers' });
    const bridge = await createAppBridge();
    expect(await bridge.method.call('getCurrentCustomerId')).toBeNull();
    host.close();
  });

  it('leaves no window behind', () => {
    createTestHost().close();
    expect('window' in globalThis).toBe(false);
  });
});

describe('surfaceUrl', () => {
  it('is the deep link of a surface', () => {
    expect(
      surfaceUrl('http://127.0.0.1:5850', { tenant: 'neuland', user: 'anna', app: 'x y', view: 'setup' }),
    ).toBe('http://127.0.0.1:5850/shell/?tenant=neuland&user=anna&app=x+y&view=setup');
    expect(surfaceUrl('http://127.0.0.1:5850', { page: 'hub', step: 'setup' })).toBe(
      'http://127.0.0.1:5850/hub/?step=setup',
    );
  });
});
