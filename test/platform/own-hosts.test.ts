import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Emulator, startEmulator } from '../../src/index.ts';
import { describeInBrowser } from '../browser/chromium.ts';

let emulator: Emulator;
let port: string;
beforeAll(async () => {
  emulator = await startEmulator({ allowHost: ['Emulator.Team.Example', 'bücher.example'] });
  port = new URL(emulator.url).port;
});
afterAll(() => emulator.close());

interface Answer {
  status: number | undefined;
  reason: string | undefined;
  body: string;
}

/** fetch sets the Host header by the URL; here it is what a name pointed at this machine makes of it. */
function ask(path: string, host: string, headers: Record<string, string> = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = request(
      { host: '127.0.0.1', port, path, headers: { ...headers, Host: host } },
      (response) => {
        let body = '';
        const { statusCode: status, headers: got } = response;
        const answer = (): void =>
          resolve({ status, reason: got['x-emulator-reason'] as string | undefined, body });
        if (got['content-type'] === 'text/event-stream') {
          response.destroy();
          answer();
          return;
        }
        response.setEncoding('utf8').on('data', (text: string) => (body += text));
        response.once('end', answer);
      },
    );
    sent.once('error', reject).end();
  });
}

const ownPaths = [
  '/_emulator/v1/health',
  '/_emulator/v1/state',
  '/_emulator/v1/apps/hello-world/environment',
  '/_emulator/v1/journal',
  '/_emulator/v1/journal/stream',
  '/_emulator/v1/journal.har',
  '/_emulator/v1/outbox',
  '/_emulator/v1/users',
  '/_emulator/',
  '/_emulator/assets/dashboard.css',
  '/hub/',
  '/hub/api/session',
  '/shell/',
  '/partner/',
  '/partner/api/apps',
  '/docs/',
  '/docs/graphql',
  '/openapi/control.json',
];

/** Names that anybody may own and point at this machine. */
const foreignNames = [
  'evil.example',
  'evil.example.',
  'localhost.evil.example',
  'notlocalhost.com',
  'jtl-cloud.com.evil.example',
  'evil-jtl-cloud.com',
  'evil.jtl-cloud.com',
  'hub.evil.jtl-cloud.com',
  '127.0.0.1.evil.example',
  'test.com',
  'team.example',
  'x.emulator.team.example',
];

/** Names that others cannot own, and allowed ones. */
const ownNames = [
  ...['127.0.0.1', '127.0.0.2', '192.168.1.10', '[::1]', '[fe80::1]', 'localhost', 'LOCALHOST', 'localhost.'],
  // Compose services, container names, Docker's and Testcontainers' names for the host.
  ...['emulator', 'jtl-emulator', 'jtl_emulator_1', 'a1b2c3d4e5f6', 'emulator.shop_default'],
  ...['host.docker.internal', 'host.testcontainers.internal', 'emulator.ci.svc.cluster.local'],
  ...['emulator.test', 'app.localhost', 'box.local', 'box.home.arpa'],
  ...['emulator.team.example', 'EMULATOR.team.example', 'xn--bcher-kva.example'],
];

describe("the emulator's own API and pages", () => {
  it.each(foreignNames)('are refused under the name %s, with the remedy', async (name) => {
    for (const path of ownPaths) {
      const { status, reason, body } = await ask(path, `${name}:${port}`);
      expect(status, path).toBe(403);
      expect(reason, path).toContain(`--allow-host ${name.replace(/\.$/, '')}`);
      expect(JSON.parse(body), path).toMatchObject({
        errors: [{ path: 'Host', value: `${name}:${port}`, message: reason }],
      });
    }
  });

  it.each(ownNames)('answer under the name %s', async (name) => {
    for (const path of ['/_emulator/v1/state', '/hub/api/session', '/openapi/control.json']) {
      expect((await ask(path, `${name}:${port}`)).status, path).toBe(200);
    }
  });

  it.each([
    ...['auth.jtl-cloud.com', 'api.jtl-cloud.com', 'api.beta.jtl-cloud.com'].map((name) => [
      name,
      '/_emulator/v1/state',
    ]),
    ...['hub.jtl-cloud.com', 'erp.jtl-cloud.com', 'partner.jtl-cloud.com', 'hub.dev.jtl-cloud.com'].map(
      (name) => [name, '/api/session'],
    ),
  ])('answer under the name %s, which the platform itself has, at %s', async (name, path) => {
    expect((await ask(path, name)).status).toBe(200);
  });

  it('are refused under a foreign name that an absolute request target names', async () => {
    expect((await ask('http://evil.example/_emulator/v1/state', `127.0.0.1:${port}`)).status).toBe(403);
  });

  it('answer under the name of --public-url', async () => {
    await using named = await startEmulator({ publicUrl: 'https://jtl.company.example' });
    ({ port } = new URL(`http://127.0.0.1:${named.port}`));
    try {
      expect((await ask('/_emulator/v1/state', 'jtl.company.example')).status).toBe(200);
      expect((await ask('/_emulator/v1/state', 'company.example')).status).toBe(403);
    } finally {
      ({ port } = new URL(emulator.url));
    }
  });

  it.each(['/_emulator/v1/state', '/_emulator/v1/journal/stream', '/hub/api/session'])(
    'answer at %s the pages of their own origin, addresses typed in and other clients, and no page else',
    async (path) => {
      const host = `127.0.0.1:${port}`;
      const statuses = await Promise.all(
        [{}, { 'Sec-Fetch-Site': 'none' }, { 'Sec-Fetch-Site': 'same-origin', Origin: `http://${host}` }].map(
          async (headers) => (await ask(path, host, headers as Record<string, string>)).status,
        ),
      );
      expect(statuses).toEqual([200, 200, 200]);
      for (const headers of [
        { 'Sec-Fetch-Site': 'cross-site' },
        { 'Sec-Fetch-Site': 'same-site' },
        { Origin: 'http://127.0.0.1:5860' },
        { Origin: 'null' },
      ]) {
        const { status, body } = await ask(path, host, headers as Record<string, string>);
        expect([status, JSON.parse(body)], JSON.stringify(headers)).toEqual([
          403,
          { errors: [expect.objectContaining({ path: 'Origin' })] },
        ]);
      }
    },
  );

  it.each(['http://x.example', 'x.example:80', 'x example', '', 'x.example/y', '*.example'])(
    'cannot be allowed under %j, which is not a name',
    async (name) => {
      await expect(startEmulator({ allowHost: name })).rejects.toThrow('a host name such as');
    },
  );
});

describe('the Wawi API, which wants a token', () => {
  it('answers under every name', async () => {
    const headers = {
      Authorization: `Bearer ${await emulator.tokens.access()}`,
      'X-Tenant-ID': '7c9e6679-7425-40de-944b-e07fc1f90ae7',
    };
    expect((await ask('/erp/v2/items?pageSize=1', `evil.example:${port}`, headers)).status).toBe(200);
  });
});

describeInBrowser('a page whose name was pointed at this machine', ({ newPage }) => {
  it('cannot read the control API, its stream, or what the pages ask for', async () => {
    const page = await newPage();
    // The page itself comes from where anybody may put one: a path of the emulator that answers every name.
    await page.goto(`http://rebound.example:${port}/.well-known/openid-configuration`);
    const statuses = await page.evaluate(
      async (paths) => Promise.all(paths.map(async (path) => [path, (await fetch(path)).status] as const)),
      ownPaths,
    );
    expect(statuses).toEqual(ownPaths.map((path) => [path, 403]));
    const streamed = await page.evaluate(
      () =>
        new Promise((resolve) => {
          const source = new EventSource('/_emulator/v1/journal/stream');
          source.onopen = () => resolve('open');
          source.onerror = () => resolve('refused');
        }),
    );
    expect(streamed).toBe('refused');
  });

  it('is shown the remedy, and the same pages work under names of their own', async () => {
    const page = await newPage();
    const refused = await page.goto(`http://rebound.example:${port}/_emulator/`);
    expect([refused?.status(), await page.textContent('body')]).toEqual([
      403,
      expect.stringContaining('--allow-host rebound.example'),
    ]);
    for (const name of ['127.0.0.1', 'localhost']) {
      await page.goto(`http://${name}:${port}/_emulator/`);
      await page.getByText('bergmann-outdoor').first().waitFor();
    }
  });
});
