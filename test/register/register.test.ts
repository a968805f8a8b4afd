import { createServer } from 'node:http';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Emulator, startEmulator } from '../../src/index.ts';
import { listen, refusingPort } from '../ports.ts';
import { cleanEnvironment, run } from '../programs.ts';

/** As `node --import jtl-platform-emulator/register` resolves it; `npm test` builds it first. */
const register = pathToFileURL(resolve('dist/register.js')).href;
const app = resolve('test/register/app/flows.mjs');
const kaffee = '3f2b8d1e-5a4c-4b7e-9c21-8d0e6f4a1b53';
const clients = [
  'fetch',
  'undici',
  'undici with an agent of its own',
  'https',
  'https with options',
  'https with a foreign agent',
  'http',
  'axios',
  'got',
  'node-fetch',
];

let emulator: Emulator;

beforeAll(async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'register-'));
  emulator = await startEmulator({
    dataDir,
    httpsPort: 0,
    issuerV1: 'https://auth.jtl-cloud.com',
    issuerV2: 'https://id.jtl-cloud.com',
  });
});
afterAll(() => emulator.close());

/** Runs Node with `./register`, in an environment that has nothing else to help it. */
function node(args: string[], env: Record<string, string>): Promise<string> {
  return run([process.execPath, '--import', register, ...args], { env: cleanEnvironment(env) });
}

const flows = async (client: string, env: Record<string, string>): Promise<unknown> =>
  JSON.parse(
    await node([app, client], { SESSION_TOKEN: await emulator.tokens.session({ tenantId: kaffee }), ...env }),
  );

const completed = {
  TotalItems: 12,
  key: 'Ed25519',
  valid: true,
  tenantId: kaffee,
  issuer: 'https://id.jtl-cloud.com',
  token_endpoint: 'https://id.jtl-cloud.com/oauth/v2/token',
};

describe('an app with hard-coded real hosts, under register', () => {
  it.concurrent.each(clients)('goes through both flows with %s', async (client) => {
    expect(await flows(client, { JTL_EMULATOR_URL: emulator.url })).toEqual(completed);
  });

  it.each(['fetch', 'https', 'axios'])(
    'also by HTTPS, trusting the local authority, with %s',
    async (client) => {
      const { caFile, httpsPort } = emulator.tls!;
      const url = `https://127.0.0.1:${httpsPort}`;
      expect(await flows(client, { JTL_EMULATOR_URL: url, JTL_EMULATOR_CA: caFile })).toEqual(completed);
    },
  );
});

it('trusts the local authority for no other host', async () => {
  const { caFile, httpsPort } = emulator.tls!;
  const script = `fetch('https://localhost:${httpsPort}/').catch((error) => console.log(error.cause.code))`;
  const out = await node(['-e', script], {
    JTL_EMULATOR_URL: `https://127.0.0.1:${httpsPort}`,
    JTL_EMULATOR_CA: caFile,
  });
  expect(out).toMatch(/UNABLE_TO_VERIFY_LEAF_SIGNATURE|SELF_SIGNED_CERT_IN_CHAIN/);
});

it('leaves all other hosts alone', async () => {
  const server = createServer((request, response) => response.end(request.headers.host));
  const host = `127.0.0.1:${await listen(server)}`;
  const script = `
    const http = require('node:http');
    fetch('http://${host}/').then((r) => r.text()).then((text) =>
      http.get('http://${host}/', (response) => response.on('data', (data) => console.log(text, String(data)))));`;
  try {
    expect(await node(['-e', script], { JTL_EMULATOR_URL: emulator.url })).toBe(`${host} ${host}\n`);
  } finally {
    server.closeAllConnections();
    server.close();
  }
});

it.each([
  ['fetch', `fetch('https://api.jtl-cloud.com/erp/info').catch((error) => console.log(error.cause.message))`],
  [
    'https',
    `require('node:https').get('https://api.jtl-cloud.com/').on('error', (error) => console.log(error.message))`,
  ],
])('says with %s that no emulator is there, and how to start one', async (_client, script) => {
  const { port, release } = await refusingPort();
  const url = `http://127.0.0.1:${port}`;
  expect(await node(['-e', script], { JTL_EMULATOR_URL: url })).toBe(
    `api.jtl-cloud.com is redirected to the JTL platform emulator at ${url}, which cannot be reached (ECONNREFUSED); ` +
      `start it with 'npx jtl-emulator start', or name another in JTL_EMULATOR_URL\n`,
  );
  release();
});

it('refuses an address that is not a URL', async () => {
  await expect(node(['-e', ''], { JTL_EMULATOR_URL: '127.0.0.1:5850' })).rejects.toThrow(
    "JTL_EMULATOR_URL '127.0.0.1:5850' must be a URL such as http://127.0.0.1:5850",
  );
});
