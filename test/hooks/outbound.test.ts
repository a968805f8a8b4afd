import { createServer } from 'node:http';
import type { RequestListener, Server } from 'node:http';
import { hostname } from 'node:os';
import { lookup } from 'node:dns/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type RunningEmulator, createEmulator } from '../../src/server/emulator.ts';
import { listen } from '../ports.ts';
import { waitUntil } from '../waiting.ts';

let emulator: RunningEmulator;
const servers: Server[] = [];

beforeEach(async () => {
  emulator = await createEmulator({ host: '0.0.0.0' });
  // A change that a reset would undo.
  await fetch(`${emulator.url}/_emulator/v1/tenants/neuland`, {
    method: 'PATCH',
    body: JSON.stringify({ name: 'Kept' }),
  });
});
afterEach(async () => {
  await emulator.close();
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

async function serve(handler: RequestListener): Promise<string> {
  const server = createServer(handler);
  servers.push(server);
  return `http://127.0.0.1:${await listen(server)}`;
}

/** Installs an app with this hook and waits for what came of it. */
async function hookTo(connectUrl: string): Promise<{ status?: number; reason?: string }> {
  const manifest = { technicalName: 'hooked', version: '1.0.0', lifecycle: { connectUrl } };
  const { app } = await emulator.control.registerApp({ manifest });
  await emulator.control.install(app.id, 'neuland', 'SETUP_COMPLETED');
  const { journal } = emulator.platform;
  return waitUntil(
    'the outcome of the hook',
    () => journal.entries({ kind: 'hook' })[0],
    () => new Promise<void>((resolve) => journal.subscribe(() => resolve())),
  );
}

const tenantName = (): string => emulator.platform.registry.tenant('neuland').name;

describe('a hook', () => {
  it.each(['127.0.0.1', 'localhost', '[::ffff:127.0.0.1]', '127.1.2.3', '0.0.0.0'])(
    'does not reach the emulator itself under the name %s',
    async (name) => {
      const outcome = await hookTo(`http://${name}:${emulator.port}/_emulator/v1/reset`);
      expect(outcome).toMatchObject({
        status: 508,
        reason: expect.stringContaining('calls itself') as string,
      });
      expect(tenantName()).toBe('Kept');
    },
  );

  it('does not reach the emulator itself under an address of its network', async () => {
    const { address } = await lookup(hostname(), { family: 4 });
    await hookTo(`http://${address}:${emulator.port}/_emulator/v1/reset`);
    expect(tenantName()).toBe('Kept');
  });

  it('does not reach the emulator itself through a proxy of the app', async () => {
    const url = await serve((request, response) => {
      const { via } = request.headers;
      void fetch(`${emulator.url}/_emulator/v1/reset`, {
        method: 'POST',
        headers: { via: `${via ?? ''}, 1.1 proxy` },
      }).then(({ status }) => response.writeHead(status).end());
    });
    expect(await hookTo(url)).toMatchObject({ status: 508 });
    expect(tenantName()).toBe('Kept');
  });

  it.each([301, 302, 303, 307, 308])('follows no redirect (%d)', async (status) => {
    const url = await serve((_request, response) => {
      response.writeHead(status, { Location: `${emulator.url}/_emulator/v1/reset` }).end();
    });
    expect(await hookTo(url)).toMatchObject({
      status,
      reason: expect.stringContaining('is not followed') as string,
    });
    expect(tenantName()).toBe('Kept');
  });

  it('reads no answer to its end that has none', async () => {
    const url = await serve((_request, response) => {
      response.writeHead(200);
      const write = (): void => {
        while (!response.destroyed && response.write('x'.repeat(65_536)));
      };
      response.on('drain', write);
      write();
    });
    expect(await hookTo(url)).toMatchObject({ status: 200 });
  });
});

describe('the check whether a setup page is there', () => {
  /** Installs an app as the Hub does. */
  const install = async (configurationUrl: string): Promise<{ status: number; text: string }> => {
    const manifest = { technicalName: 'checked', version: '1.0.0', lifecycle: { configurationUrl } };
    const { app } = await emulator.control.registerApp({ manifest });
    const post = (path: string, body: object, headers = {}): Promise<Response> =>
      fetch(`${emulator.url}/hub/api/${path}`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', ...headers },
        body: JSON.stringify(body),
      });
    const signedIn = await post('session', { user: 'anna' });
    const headers = { Cookie: signedIn.headers.get('set-cookie')?.split(';', 1)[0] ?? '' };
    const response = await post(`tenants/neuland/apps/${app.id}/installation`, {}, headers);
    return { status: response.status, text: await response.text() };
  };

  it('takes a redirect as the answer and does not follow it', async () => {
    let asked = 0;
    const elsewhere = await serve((_request, response) => {
      asked++;
      response.end();
    });
    const url = await serve((_request, response) => response.writeHead(302, { Location: elsewhere }).end());
    expect(await install(`${url}/setup`)).toMatchObject({ status: 201 });
    expect(asked).toBe(0);
  });

  it('does not reach the emulator itself', async () => {
    const { status, text } = await install(`http://localhost:${emulator.port}/_emulator/v1/health`);
    expect([status, text]).toEqual([502, expect.stringContaining('it answered 508')]);
  });
});
