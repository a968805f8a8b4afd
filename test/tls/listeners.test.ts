import { mkdtemp, readFile, readdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRemoteJWKSet, customFetch as joseFetch, jwtVerify } from 'jose';
import * as oidc from 'openid-client';
import { Agent, fetch } from 'undici';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Emulator, startEmulator } from '../../src/index.ts';
import { Authority } from '../../src/server/tls/authority.ts';
import { hostsFileAgent } from './real-hosts.ts';

const helloWorld = { id: 'hello-world-client', secret: 'hello-world-secret' };
const kaffee = '3f2b8d1e-5a4c-4b7e-9c21-8d0e6f4a1b53';
let dataDir: string;
let emulator: Emulator;
/** `fetch` of a client that trusts the local authority. */
let trusting: (agent: Agent) => typeof globalThis.fetch;

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'jtl emulator '));
  trusting = (dispatcher) =>
    ((url: string, init: object) =>
      fetch(url, { ...init, dispatcher })) as unknown as typeof globalThis.fetch;
});

describe('--tls', () => {
  let request: typeof globalThis.fetch;

  beforeAll(async () => {
    emulator = await startEmulator({ dataDir, tlsPort: 0 });
    request = trusting(await hostsFileAgent(emulator.tls!));
  });
  afterAll(() => emulator.close());

  it.each([
    ['https://auth.jtl-cloud.com', 'https://auth.jtl-cloud.com/oauth2/token'],
    ['https://id.jtl-cloud.com', 'https://id.jtl-cloud.com/oauth/v2/token'],
  ])('lets openid-client discover %s and get a token there', async (issuer, tokenEndpoint) => {
    const config = await oidc.discovery(new URL(issuer), helloWorld.id, helloWorld.secret, undefined, {
      [oidc.customFetch]: request as oidc.CustomFetch,
    });
    expect(config.serverMetadata()).toMatchObject({ issuer, token_endpoint: tokenEndpoint });
    const { access_token } = await oidc.clientCredentialsGrant(config, { scope: 'openid' });
    const keys = createRemoteJWKSet(new URL(config.serverMetadata().jwks_uri!), { [joseFetch]: request });
    expect((await jwtVerify(access_token, keys, { issuer })).payload.sub).toBe(helloWorld.id);
  });

  it('serves the API of the real host, with a token of the plain listener', async () => {
    const answer = await request(`https://api.jtl-cloud.com/erp/v1/items`, {
      headers: { Authorization: `Bearer ${await emulator.tokens.access()}`, 'X-Tenant-ID': kaffee },
    });
    expect(await answer.json()).toMatchObject({ TotalItems: 12 });
  });

  it.each([
    ['auth.qa', '/.well-known/jwks.json'],
    ['auth.dev', '/.well-known/jwks.json'],
    ['id.dev', '/oauth/v2/keys'],
    ['id.qa', '/oauth/v2/keys'],
    ['hub', '/'],
    ['erp', '/'],
    ['partner', '/'],
  ])('answers for %s.jtl-cloud.com', async (name, path) => {
    expect((await request(`https://${name}.jtl-cloud.com${path}`)).status).toBe(200);
  });

  it('speaks HTTP/1.1 only', async () => {
    const agent = new Agent({
      allowH2: true,
      connect: { ca: await readFile(emulator.tls!.caFile, 'utf8') },
    });
    const answer = await trusting(agent)(`https://localhost:${emulator.tls!.tlsPort}/_emulator/v1/health`);
    expect(answer.status).toBe(200);
    await agent.close();
  });

  it('keeps its authority beside the state, and hands out the same one after a restart', async () => {
    expect(emulator.tls!.caFile).toBe(join(dataDir, 'tls', 'ca.pem'));
    const before = await readFile(emulator.tls!.caFile, 'utf8');
    await emulator.close();
    emulator = await startEmulator({ dataDir, tlsPort: 0 });
    expect(await readFile(emulator.tls!.caFile, 'utf8')).toBe(before);
    expect(await readdir(join(dataDir, 'tls'))).toEqual(['.gitignore', 'ca-key.pem', 'ca.pem']);
  });
});

describe('--https-port', () => {
  it('serves the same origin to clients that refuse http issuers', async () => {
    await using own = await startEmulator({ dataDir: await mkdtemp(join(tmpdir(), 'tls-')), httpsPort: 0 });
    const { caFile, httpsPort } = own.tls!;
    const request = trusting(new Agent({ connect: { ca: await readFile(caFile, 'utf8') } }));
    for (const issuer of [`https://127.0.0.1:${httpsPort}`, `https://127.0.0.1:${httpsPort}/id`]) {
      const config = await oidc.discovery(new URL(issuer), helloWorld.id, helloWorld.secret, undefined, {
        [oidc.customFetch]: request as oidc.CustomFetch,
      });
      const { access_token } = await oidc.clientCredentialsGrant(config, { scope: 'openid' });
      const { TotalItems } = (await (
        await request(`https://127.0.0.1:${httpsPort}/erp/v1/items`, {
          headers: { Authorization: `Bearer ${access_token}`, 'X-Tenant-ID': kaffee },
        })
      ).json()) as { TotalItems: number };
      expect(TotalItems).toBe(12);
    }
  });

  it('shows a fault that resets the connection as a reset', async () => {
    await using own = await startEmulator({ dataDir: await mkdtemp(join(tmpdir(), 'tls-')), httpsPort: 0 });
    const { caFile, httpsPort } = own.tls!;
    const agent = new Agent({ connect: { ca: await readFile(caFile, 'utf8') } });
    const keys = () => trusting(agent)(`https://127.0.0.1:${httpsPort}/.well-known/jwks.json`);
    own.faults.add({ match: { service: 'identity' }, effect: { reset: true }, times: 1 });
    await expect(keys()).rejects.toMatchObject({ cause: { code: 'ECONNRESET' } });
    expect((await keys()).status).toBe(200);
  });

  it('leaves issuers alone that were chosen', async () => {
    await using own = await startEmulator({
      dataDir: await mkdtemp(join(tmpdir(), 'tls-')),
      httpsPort: 0,
      issuerV1: 'https://auth.jtl-cloud.com',
      publicUrl: 'https://emulator:8443',
    });
    const document = async (path: string) =>
      (await (await fetch(`http://127.0.0.1:${own.port}${path}`)).json()) as { issuer: string };
    expect((await document('/.well-known/openid-configuration')).issuer).toBe('https://auth.jtl-cloud.com');
    expect((await document('/id/.well-known/openid-configuration')).issuer).toBe('https://emulator:8443/id');
  });
});

it('leaves a folder that an emulator without state has put its authority in to one with state', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'tls-'));
  const { certificate } = await Authority.open(join(folder, 'tls'));
  await using own = await startEmulator({ dataDir: folder, httpsPort: 0 });
  expect(await readFile(own.tls!.caFile, 'utf8')).toBe(certificate);
});

it('says which folder cannot keep the authority, and what to do', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'tls-'));
  await writeFile(join(folder, 'tls'), 'a file stands in the way');
  await expect(startEmulator({ dataDir: folder, httpsPort: 0 })).rejects.toThrow(
    /tls cannot keep the local certificate authority \(E\w+\); choose a folder that can be written/,
  );
});
