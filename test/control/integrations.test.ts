import { request } from 'node:http';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Emulator, startEmulator } from '../../src/index.ts';

const kaffee = '3f2b8d1e-5a4c-4b7e-9c21-8d0e6f4a1b53';

let emulator: Emulator;

beforeAll(async () => {
  emulator = await startEmulator();
});

afterAll(() => emulator.close());

beforeEach(() => emulator.reset());

async function control(method: string, path: string, body?: unknown) {
  const response = await fetch(`${emulator.url}/_emulator/v1/${path}`, {
    method,
    ...(body === undefined
      ? {}
      : { body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } }),
  });
  const text = await response.text();
  return { status: response.status, body: (text === '' ? {} : JSON.parse(text)) as Record<string, unknown> };
}

async function customers(): Promise<{ status: number; total: number }> {
  const headers = { Authorization: `Bearer ${await emulator.tokens.access()}`, 'X-Tenant-ID': kaffee };
  const response = await fetch(`${emulator.url}/erp/v1/customers`, { headers });
  return { status: response.status, total: ((await response.json()) as { TotalItems: number }).TotalItems };
}

const guest = { number: 'G-1', billingAddress: { lastName: 'Pakt', city: 'Trier', countryIso: 'DE' } };

describe('a Pact verifier', () => {
  it('finds a state arranged by its parameters, and gone after the interaction', async () => {
    const { total } = await customers();
    const state = {
      consumer: 'shop',
      state: 'a customer exists',
      params: { tenant: 'kaffee-kontor', entities: { customer: [guest] } },
    };
    expect((await control('POST', 'pact/states', { ...state, action: 'setup' })).status).toBe(201);
    expect((await customers()).total).toBe(total + 1);
    expect((await control('POST', 'pact/states', { ...state, action: 'teardown' })).status).toBe(200);
    expect((await customers()).total).toBe(total);
  });

  it('finds a snapshot restored by the name of its state', async () => {
    await emulator.tenants.update('kaffee-kontor', { wawi: { connected: false } });
    await emulator.snapshot('Wawi is off');
    await emulator.reset();
    await control('POST', 'pact/states', { states: ['Wawi is off'] });
    expect((await customers()).status).toBe(504);
    await control('POST', 'pact/states', { action: 'teardown' });
    expect((await customers()).status).toBe(200);
  });

  it('names the invalid parameter', async () => {
    const { status, body } = await control('POST', 'pact/states', {
      state: 'x',
      params: { weather: 'fine' },
    });
    expect(status).toBe(400);
    expect(body['errors']).toMatchObject([{ path: '$.weather' }]);
  });
});

describe('the HTTP archive of the journal', () => {
  it('has what HAR 1.2 asks for, and no credential', async () => {
    await customers();
    const { body } = await control('GET', 'journal.har');
    const { log } = body as {
      log: { version: string; entries: { request: { url: string }; response: { status: number } }[] };
    };
    expect(log.version).toBe('1.2');
    const [entry] = log.entries;
    expect(entry).toMatchObject({
      startedDateTime: expect.stringMatching(/^\d{4}-.*Z$/) as string,
      time: expect.any(Number) as number,
      request: {
        method: 'GET',
        url: `${emulator.url}/erp/v1/customers`,
        httpVersion: 'HTTP/1.1',
        queryString: [],
        headers: [{ name: 'X-Tenant-ID', value: kaffee }],
        headersSize: -1,
        bodySize: -1,
      },
      response: { status: 200, content: { size: -1 }, redirectURL: '' },
      cache: {},
      timings: { send: 0, wait: expect.any(Number) as number, receive: 0 },
    });
    expect(JSON.stringify(body)).not.toMatch(/Bearer|eyJ/);
  });
});

describe('odd targets of requests', () => {
  it.each([
    ['//', '//'],
    ['//elsewhere.example/x', '//elsewhere.example/x'],
    ['/%', '/%'],
  ])('such as %s are in the archive like any other', async (target, path) => {
    const { port, hostname } = new URL(emulator.url);
    await new Promise<void>((resolve, reject) => {
      request({ host: hostname, port, path: target }, (response) => {
        response.resume().once('end', resolve);
      })
        .once('error', reject)
        .end();
    });
    const { status, body } = await control('GET', 'journal.har');
    expect(status).toBe(200);
    expect(JSON.stringify(body)).toContain(`"url":"${emulator.url}${path}"`);
  });
});

describe('on-premise registrations', () => {
  const pending = {
    requestId: '5d3a0b6e-7c1f-4e2a-9b8d-0f1e2d3c4b5a',
    appId: 'till/1.0',
    displayName: 'Till',
    description: '',
    version: '1.0.0',
    providerName: 'Till GmbH',
    providerWebsite: '',
    mandatoryApiScopes: ['items.read'],
    optionalApiScopes: [],
    registrationType: 0,
    challengeCode: 'very-secret-challenge',
    status: 0,
    requestedAt: '2026-02-01T10:00:00.000Z',
    isForeign: false,
  };

  beforeEach(() => emulator.tenants.seed('kaffee-kontor', { appRegistration: [pending] }));

  it('are listed without their challenge code, and accepted once', async () => {
    const { body } = await control('GET', 'registrations');
    expect(body['items']).toMatchObject([
      { id: pending.requestId, tenantId: kaffee, displayName: 'Till', status: 'pending' },
    ]);
    expect(JSON.stringify(body)).not.toContain(pending.challengeCode);
    expect(await control('POST', `registrations/${pending.requestId}/accept`)).toMatchObject({
      status: 200,
      body: { status: 'accepted' },
    });
    expect((await control('POST', `registrations/${pending.requestId}/reject`)).status).toBe(409);
  });

  it('are rejected from code', async () => {
    expect(await emulator.registrations.reject(pending.requestId)).toMatchObject({ status: 'rejected' });
    await expect(emulator.registrations.accept('nothing')).rejects.toThrow("no registration 'nothing'");
  });
});

describe('the bridge', () => {
  it('reaches no shell where none is open, and refuses an unknown context', async () => {
    const event = await control('POST', 'bridge/events', {
      tenantId: 'kaffee-kontor',
      topic: 'ItemChanged',
      payload: { itemId: 'x' },
    });
    expect(event).toEqual({ status: 201, body: { shells: 0 } });
    expect(
      (await control('POST', 'bridge/selection', { tenantId: 'kaffee-kontor', context: 'moon', id: 'x' }))
        .status,
    ).toBe(400);
    expect((await control('POST', 'bridge/events', { tenantId: 'nowhere', topic: 't' })).status).toBe(404);
  });
});

describe('the outbox', () => {
  it('shows what a tenant would have mailed', async () => {
    const message = {
      kind: 'mail',
      entity: 'salesOrder',
      entityId: 1,
      createdAt: '2026-02-01T10:00:00.000Z',
      recipient: 'a@example.com',
      subject: 'Auftragsbestätigung',
    };
    await emulator.tenants.seed('kaffee-kontor', { outboxMessage: [message] });
    expect((await control('GET', 'outbox')).body['items']).toMatchObject([
      { tenantId: kaffee, recipient: 'a@example.com' },
    ]);
    expect(await emulator.tenants.outbox('kaffee-kontor')).toHaveLength(1);
  });
});
