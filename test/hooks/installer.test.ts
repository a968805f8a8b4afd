import { createServer } from 'node:http';
import type { Server, ServerResponse } from 'node:http';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Deliveries, type Transport, networkTransport } from '../../src/platform/hooks/deliveries.ts';
import { Installer, SetupPageUnreachable } from '../../src/platform/hooks/installer.ts';
import { Webhooks } from '../../src/platform/hooks/webhooks.ts';
import { Journal } from '../../src/platform/journal.ts';
import { parseManifest } from '../../src/platform/manifests/parse.ts';
import { MemoryStore } from '../../src/platform/persistence/store.ts';
import { Outbound } from '../../src/platform/outbound.ts';
import { Registry } from '../../src/platform/registry.ts';
import { AdjustableClock } from '../../src/tokens/clock.ts';
import { listen } from '../ports.ts';
import { waitFor } from '../waiting.ts';

const tenant = {
  id: '7c9e6679-7425-40de-944b-e07fc1f90ae7',
  slug: 'shop',
  name: 'Shop',
  mandant: 'shop',
  ownerId: 'u',
  memberIds: ['u'],
  wawi: { connected: true },
  createdAt: '2026-01-01T00:00:00.000Z',
  updatedAt: '2026-01-01T00:00:00.000Z',
};
const topic = 'com.jtl.erp.workflow.v1.item.changed';

let server: Server;
let url: string;
let answers: number[];
let received: { path: string; type: string | undefined; body: Record<string, unknown> }[];
let pauses: number[];
let registry: Registry;
let journal: Journal;
let installer: Installer;
let webhooks: Webhooks;
let deliveries: Deliveries;
/** Ends each pause; a test that cancels deliveries within one replaces it. */
let pause: Transport['pause'];

beforeEach(async () => {
  answers = [];
  received = [];
  pauses = [];
  server = createServer((request, response) => {
    let text = '';
    request.on('data', (chunk) => (text += String(chunk)));
    request.on('end', () => {
      if (request.method === 'POST') {
        const body = JSON.parse(text) as Record<string, unknown>;
        received.push({ path: request.url ?? '', type: request.headers['content-type'], body });
      }
      answer(response);
    });
  });
  url = `http://127.0.0.1:${await listen(server)}`;
  const clock = new AdjustableClock(() => Date.parse('2026-03-01T09:00:00Z'));
  const seed = { users: [], tenants: [tenant], apps: [], installations: [] };
  registry = await Registry.open(new MemoryStore(), clock, seed);
  journal = new Journal(clock);
  const transport = {
    ...networkTransport(new Outbound()),
    pause: (milliseconds: number, signal: AbortSignal) => {
      pauses.push(milliseconds);
      return pause(milliseconds, signal);
    },
  };
  pause = () => Promise.resolve();
  deliveries = new Deliveries(journal, transport);
  installer = new Installer(registry, clock, deliveries, { erpVersion: '2.1' });
  webhooks = new Webhooks(registry, clock, deliveries);
});

afterEach(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

function answer(response: ServerResponse): void {
  response.writeHead(answers.shift() ?? 200).end();
}

async function register(lifecycle: object): Promise<string> {
  const manifest = {
    technicalName: 'app',
    version: '1.0.0',
    lifecycle,
    capabilities: {
      erp: {
        webhooks: {
          apiVersion: '1',
          subscriptions: [{ topics: [topic], endpoint: { url: `${url}/events` } }],
        },
      },
    },
  };
  const parsed = parseManifest(manifest, { knownScopes: new Set(), ownOrigins: [] });
  return (await registry.registerApp(parsed.manifest)).id;
}

const hooks = () => ({ connectUrl: `${url}/connect`, disconnectUrl: `${url}/disconnect` });

describe('the installer', () => {
  it('tells the app once its setup is done, and when it is uninstalled', async () => {
    const appId = await register({ configurationUrl: `${url}/setup`, ...hooks() });
    const pending = await installer.installByMerchant(appId, 'shop');
    expect(pending.status).toBe('SETUP_PENDING');
    await deliveries.settled();
    expect(received).toEqual([]);
    await installer.completeSetup(appId, 'shop');
    await installer.uninstall(appId, 'shop');
    await deliveries.settled();
    const body = {
      appId,
      tenantId: tenant.id,
      installationId: pending.id,
      occurredAt: '2026-03-01T09:00:00.000Z',
    };
    expect(received).toEqual([
      { path: '/connect', type: 'application/json', body: { ...body, event: 'connect' } },
      { path: '/disconnect', type: 'application/json', body: { ...body, event: 'disconnect' } },
    ]);
  });

  it('completes an app without a setup page at once', async () => {
    const appId = await register(hooks());
    expect((await installer.installByMerchant(appId, 'shop')).status).toBe('SETUP_COMPLETED');
    await deliveries.settled();
    expect(received.map(({ path }) => path)).toEqual(['/connect']);
  });

  it('tells an app only once that it is connected', async () => {
    const appId = await register(hooks());
    await installer.install(appId, 'shop', 'SETUP_COMPLETED');
    await installer.install(appId, 'shop', 'SETUP_COMPLETED');
    await installer.completeSetup(appId, 'shop');
    await deliveries.settled();
    expect(received).toHaveLength(1);
  });

  it('carries on the trace of the request that led to a hook, or begins one', async () => {
    const appId = await register(hooks());
    const traceId = '0af7651916cd43dd8448eb211c80319c';
    await installer.install(appId, 'shop', 'SETUP_COMPLETED', traceId);
    await deliveries.settled();
    await installer.uninstall(appId, 'shop');
    await deliveries.settled();
    expect(journal.entries({ kind: 'hook' }).map((entry) => entry.traceId)).toEqual([
      traceId,
      expect.stringMatching(/^(?!0af7)[\da-f]{32}$/),
    ]);
  });

  it('tries three times, pausing longer each time, and records what came of it', async () => {
    const appId = await register(hooks());
    answers = [500, 503, 200];
    await installer.install(appId, 'shop', 'SETUP_COMPLETED');
    await deliveries.settled();
    expect(pauses).toEqual([250, 500]);
    expect(journal.entries({ kind: 'hook' })).toMatchObject([
      { path: `${url}/connect`, status: 200, appId, tenantId: tenant.id, details: { tries: 3 } },
    ]);
  });

  it('gives up after the third failure, and the installation stands', async () => {
    const appId = await register(hooks());
    answers = [500, 500, 500, 200];
    await installer.install(appId, 'shop', 'SETUP_COMPLETED');
    await deliveries.settled();
    expect(received).toHaveLength(3);
    expect(journal.entries({ kind: 'hook' })).toMatchObject([
      { status: 500, reason: 'the app answered 500; 2xx takes the message' },
    ]);
    expect(registry.installation(appId, tenant.id).status).toBe('SETUP_COMPLETED');
  });

  it('installs nothing when the setup page cannot be shown', async () => {
    const appId = await register({ configurationUrl: `${url}/setup` });
    answers = [503];
    const refused = installer.installByMerchant(appId, 'shop');
    await expect(refused).rejects.toEqual(new SetupPageUnreachable(`${url}/setup`, 'it answered 503'));
    expect(registry.findInstallation(appId, tenant.id)).toBeUndefined();
  });
});

describe('webhooks', () => {
  const changed = { tenantId: tenant.id, name: 'item.changed', objectKey: 'key', user: 'anna' };

  it('reach the apps that subscribed, as CloudEvents', async () => {
    await installer.install(await register({}), 'shop', 'SETUP_COMPLETED');
    expect(webhooks.emit(changed)).toBe(1);
    await deliveries.settled();
    const time = '2026-03-01T09:00:00.000Z';
    expect(received).toEqual([
      {
        path: '/events',
        type: 'application/cloudevents+json',
        body: {
          specversion: '1.0',
          id: expect.stringMatching(/^[\da-f-]{36}$/) as unknown,
          source: `urn:jtl:tenant:${tenant.id}`,
          type: topic,
          subject: topic,
          time,
          datacontenttype: 'application/json',
          data: { objectKey: 'key', timestamp: time, user: 'anna' },
        },
      },
    ]);
    expect(journal.entries({ kind: 'webhook' })).toMatchObject([{ status: 200, details: { tries: 1 } }]);
  });

  it('go out again, with growing pauses, while the app fails', async () => {
    await installer.install(await register({}), 'shop', 'SETUP_COMPLETED');
    answers = [500, 500, 500, 500, 500];
    webhooks.emit(changed);
    await deliveries.settled();
    expect(pauses).toEqual([500, 1000, 2000, 4000]);
    expect(new Set(received.map(({ body }) => body['id'])).size).toBe(1);
  });

  it.each([
    ['of a topic without a subscriber', { ...changed, name: 'item.deleted' }],
    ['of a topic that only begins alike', { ...changed, name: 'item.changed.twice' }],
    ['of another tenant', { ...changed, tenantId: 'other' }],
  ])('%s go nowhere', async (_, event) => {
    await installer.install(await register({}), 'shop', 'SETUP_COMPLETED');
    expect(webhooks.emit(event)).toBe(0);
  });

  it('wait until the setup is done', async () => {
    await installer.install(await register({}), 'shop', 'SETUP_PENDING');
    expect(webhooks.emit(changed)).toBe(0);
  });
});

describe('deliveries', () => {
  it('that are cancelled in a pause are not tried again, nor told', async () => {
    const appId = await register(hooks());
    answers = [500];
    const paused = new Promise<void>((resolve) => {
      pause = (milliseconds, signal) => {
        resolve();
        return networkTransport(new Outbound()).pause(milliseconds, signal);
      };
    });
    await installer.install(appId, 'shop', 'SETUP_COMPLETED');
    await waitFor('a pause', paused);
    await deliveries.cancel();
    expect(received).toHaveLength(1);
    expect(journal.entries()).toEqual([]);
  });

  it('that are cancelled while the app thinks are cut off, later ones go out', async () => {
    const appId = await register(hooks());
    const asked = new Promise<void>((resolve) => {
      server.prependOnceListener('request', (_request, response: ServerResponse) => {
        // Answered never.
        response.writeHead = () => response;
        response.end = () => response;
        resolve();
      });
    });
    await installer.install(appId, 'shop', 'SETUP_COMPLETED');
    await waitFor('a request', asked);
    await deliveries.cancel();
    expect(journal.entries()).toEqual([]);
    await installer.uninstall(appId, 'shop');
    await deliveries.settled();
    expect(journal.entries()).toMatchObject([{ status: 200, path: `${url}/disconnect` }]);
  });

  it('leave no secret of a URL in the journal', async () => {
    const appId = await register({ connectUrl: `${url}/connect?code=GEHEIM&shop=1` });
    await installer.install(appId, 'shop', 'SETUP_COMPLETED');
    await deliveries.settled();
    expect(received).toMatchObject([{ path: '/connect?code=GEHEIM&shop=1' }]);
    expect(journal.entries()).toMatchObject([{ path: `${url}/connect?code=***&shop=1` }]);
  });
});
