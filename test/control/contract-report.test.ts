import { mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { runCli } from '../../src/cli/main.ts';
import { type Emulator, startEmulator } from '../../src/index.ts';

const bergmann = '7c9e6679-7425-40de-944b-e07fc1f90ae7';
const kaffee = '3f2b8d1e-5a4c-4b7e-9c21-8d0e6f4a1b53';

let emulator: Emulator;
let token: string;

beforeAll(async () => {
  emulator = await startEmulator();
});

afterAll(() => emulator.close());

beforeEach(async () => {
  await emulator.reset();
  emulator.contract.clear();
  token = await emulator.tokens.access({ appId: 'stock-reader' });
});

async function erp(path: string, more: Record<string, string> = {}, init: RequestInit = {}): Promise<number> {
  const response = await fetch(`${emulator.url}/erp/${path}`, {
    ...init,
    headers: {
      Authorization: `Bearer ${token}`,
      'X-Tenant-ID': bergmann,
      'X-AppID': 'stock-reader',
      'X-AppVersion': '1.0.0',
      ...more,
    },
  });
  await response.arrayBuffer();
  return response.status;
}

function rules(): string[] {
  return emulator.contract.report().apps.flatMap((app) => app.breaches.map((breach) => breach.rule));
}

async function askToken(): Promise<void> {
  await fetch(`${emulator.url}/oauth2/token`, {
    method: 'POST',
    headers: { Authorization: `Basic ${btoa('stock-reader-client:stock-reader-secret')}` },
    body: new URLSearchParams({ grant_type: 'client_credentials' }),
  });
}

describe('the contract report', () => {
  it('lists the operations and scopes an app used', async () => {
    await erp('v1/items?pageSize=100');
    await erp('v1/items?pageSize=100');
    const [app] = emulator.contract.report().apps;
    expect(app).toMatchObject({ slug: 'stock-reader', calls: 2 });
    expect(app?.operations).toMatchObject([{ count: 2 }]);
    expect(app?.scopes.used).toEqual(['item.queryitems']);
    expect(app?.scopes.unneeded).toContain('warehouse.read');
    expect(rules()).toEqual(['scope-unneeded']);
  });

  it('lists the GraphQL root fields an app used', async () => {
    const body = JSON.stringify({ query: '{ QueryItems(first: 1) { nodes { sku } } }' });
    expect(await erp('v2/graphql', { 'Content-Type': 'application/json' }, { method: 'POST', body })).toBe(
      200,
    );
    expect(emulator.contract.report().apps[0]?.graphqlFields).toMatchObject([{ id: 'QueryItems', count: 1 }]);
  });

  it('has nothing to say about an app that did nothing', () => {
    expect(emulator.contract.report()).toMatchObject({ violations: 0, advice: 0, apps: [] });
  });
});

describe('a violation', () => {
  it('is a parameter that the contract does not have, counted per operation', async () => {
    await erp('v1/items?colour=red');
    await erp('v1/items?colour=red');
    const [app] = emulator.contract.report().apps;
    expect(app?.breaches.find((one) => one.rule === 'undocumented-name')).toMatchObject({
      severity: 'violation',
      count: 2,
    });
  });

  it('is a value of the wrong type', async () => {
    expect(await erp('v1/items?pageSize=many')).toBe(400);
    expect(rules()).toContain('invalid-request');
  });

  it('is an operation that does not exist', async () => {
    expect(await erp('v1/itemz')).toBe(404);
    // A request for an unknown path is not authenticated, so the token's own claims name the app.
    expect(rules()).toContain('unknown-operation');
  });

  it('is a scope used but not declared', async () => {
    expect(await erp('v1/customers')).toBe(403);
    expect(rules()).toContain('scope-undeclared');
    expect(emulator.contract.report().apps[0]?.scopes.undeclared[0]).toMatch(/customer/);
  });

  it('is a token asked for again and again', async () => {
    for (let n = 0; n < 20; n++) await askToken();
    expect(rules()).not.toContain('token-not-cached');
    await askToken();
    expect(rules()).toContain('token-not-cached');
  });

  it('is none when tokens are asked for as they run out', async () => {
    for (let n = 0; n < 25; n++) {
      await askToken();
      emulator.clock.advance(61);
    }
    expect(rules()).not.toContain('token-not-cached');
  });

  it('is a token sent after it has expired', async () => {
    token = await emulator.tokens.access({ appId: 'stock-reader', expiresIn: 30 });
    emulator.clock.advance(31);
    expect(await erp('v1/items')).toBe(401);
    expect(rules()).toContain('expired-token');
  });
});

describe('advice', () => {
  it('is to name oneself by X-AppID and X-AppVersion', async () => {
    await fetch(`${emulator.url}/erp/v1/items`, {
      headers: { Authorization: `Bearer ${token}`, 'X-Tenant-ID': bergmann },
    });
    expect(rules()).toContain('missing-header');
  });

  it('is to read long lists in large pages', async () => {
    for (let page = 1; page <= 10; page++) await erp(`v1/items?pageSize=10&pageNumber=${page}`);
    expect(rules()).toContain('small-pages');
  });

  it('is to read many records in one request', async () => {
    for (let id = 1; id <= 9; id++) await erp(`v1/items/${id}`);
    expect(rules()).not.toContain('one-by-one');
    await erp('v1/items/10');
    expect(rules()).toContain('one-by-one');
  });
});

describe('the list of assumptions', () => {
  it('names the calls and tests whose answers rested on a decision of ours', async () => {
    await fetch(`${emulator.url}/erp/v1/items`, {
      headers: {
        Authorization: `Bearer ${token}`,
        'X-Tenant-ID': 'nonsense',
        'X-Emulator-Test': 'orders sync',
      },
    });
    const used = emulator.contract.report().assumptions;
    expect(used).toContainEqual(
      expect.objectContaining({ id: 'tenant-id-invalid', count: 1, tests: ['orders sync'] }),
    );
  });
});

describe('the forms of the report', () => {
  async function get(accept: string) {
    const response = await fetch(`${emulator.url}/_emulator/v1/contract`, { headers: { Accept: accept } });
    return { type: response.headers.get('content-type'), text: await response.text() };
  }

  beforeEach(() => erp(`v1/items?${encodeURIComponent('<b>')}=1`));

  it('are JSON, JUnit and HTML, by Accept', async () => {
    expect(JSON.parse((await get('application/json')).text)).toMatchObject({ violations: 1 });
    const junit = await get('application/xml');
    expect(junit.type).toContain('application/xml');
    expect(junit.text).toMatch(/<testsuite name="Stock Reader" tests="13" failures="1">/);
    expect(junit.text).toMatch(/<failure type="undocumented-name" message="&#39;&lt;b&gt;&#39; is not/);
    const html = await get('text/html');
    expect(html.type).toContain('text/html');
    expect(html.text).toContain('1 violation of the contract');
    expect(html.text).not.toContain('<b>');
  });

  it('fail a pipeline when told to', async () => {
    const output = join(await mkdtemp(join(tmpdir(), 'jtl-report-')), 'report.xml');
    const run = async (...args: string[]) => {
      let error = '';
      const env = { JTL_EMULATOR_URL: emulator.url };
      const code = await runCli(['contract', 'report', ...args], {
        env,
        write: () => undefined,
        writeError: (text) => (error += text),
      });
      return { code, error };
    };
    expect((await run()).code).toBe(0);
    expect(await run('--format', 'junit', '--output', output, '--fail-on', 'violation')).toMatchObject({
      code: 1,
      error: expect.stringContaining('1 violation, ') as string,
    });
    expect(await readFile(output, 'utf8')).toContain('<testsuites');
    emulator.contract.clear();
    expect((await run('--fail-on', 'advice')).code).toBe(0);
  });

  it('keep apps apart', async () => {
    token = await emulator.tokens.access();
    await erp('v1/items', { 'X-Tenant-ID': kaffee });
    const report = emulator.contract.report();
    expect(report.apps.map((app) => [app.slug, app.calls])).toEqual([
      ['stock-reader', 1],
      ['hello-world', 1],
    ]);
  });
});
