import { cp, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freePort } from '../../test/ports.ts';
import { run } from '../../test/programs.ts';
import { waitFor } from '../../test/waiting.ts';
import { Podman, limit, podmanMissing } from './podman.ts';

const base = 'localhost/jtl-emulator-test-base';
const image = 'localhost/jtl-emulator-test';
const project = ['--project-name', 'jtl-emulator-test'];
const kaffee = '3f2b8d1e-5a4c-4b7e-9c21-8d0e6f4a1b53';
const suite = 'the image, built without network from what npm pack made';

describe.skipIf(podmanMissing)(
  podmanMissing === undefined ? suite : `${suite} (skipped: ${podmanMissing})`,
  () => {
    let podman: Podman;
    let url: string;
    let override: string;
    let variables: Record<string, string>;

    beforeAll(async () => {
      podman = await Podman.open();
      await podman.makeBase(base);
      const context = await mkdtemp(join(tmpdir(), 'image-context-'));
      for (const file of ['Dockerfile', '.dockerignore']) await cp(file, join(context, file));
      await run(['npm', 'pack', '--ignore-scripts', '--pack-destination', context], { limit });
      const from = ['--build-arg', `NODE_IMAGE=${base}`, '--build-arg', 'PACKAGE=packed'];
      await podman.run([
        'build',
        '--network=none',
        '--layers=false',
        '--format=docker',
        ...from,
        '--tag',
        image,
        context,
      ]);
      override = join(context, 'override.yml');
      await writeFile(override, JSON.stringify({ services: { emulator: { image } } }));
      const port = await freePort();
      url = `http://127.0.0.1:${port}`;
      variables = { JTL_EMULATOR_PORT: String(port), JTL_EMULATOR_PUBLIC_URL: url };
    }, limit);

    afterAll(async () => {
      await compose('down', '--volumes').catch(() => undefined);
      await podman.run(['rmi', '--force', image, base]);
      await podman.close();
    }, limit);

    const compose = (...args: string[]) =>
      podman.compose([...project, '--file', 'docker-compose.yml', '--file', override, ...args], variables);

    it('adds less than 20 MB to its base', async () => {
      const sizes = await Promise.all(
        [image, base].map((name) => podman.run(['image', 'inspect', '--format', '{{.Size}}', name])),
      );
      const [whole, below] = sizes.map(Number);
      expect(whole! - below!).toBeLessThan(20_000_000);
    });

    it(
      'comes up by docker-compose.yml, becomes healthy, completes both flows and goes',
      async () => {
        await compose('up', '--detach', '--no-build', 'emulator');
        const container = (await compose('ps', '--quiet', 'emulator')).trim();
        await healthy(podman, container);

        const token = await accessToken(url);
        const headers = { Authorization: `Bearer ${token}`, 'X-Tenant-ID': kaffee };
        const items = await fetch(`${url}/erp/v1/items`, { headers });
        expect(await items.json()).toMatchObject({ TotalItems: 12 });

        const minted = await post(`${url}/_emulator/v1/tokens/session`, { tenantId: kaffee });
        const { token: sessionToken } = (await minted.json()) as { token: string };
        const validated = await post(
          `${url}/account/identity/session-token/validate`,
          { sessionToken },
          headers,
        );
        expect(await validated.json()).toMatchObject({ valid: true, tenantId: kaffee });

        await compose('down', '--volumes');
        await expect(fetch(url)).rejects.toThrow();
        expect(await podman.run(['ps', '--all', '--quiet', '--filter', `id=${container}`])).toBe('');
      },
      limit,
    );

    it('runs as a user without rights on a file system that it cannot write', async () => {
      const inside = ['--rm', '--read-only', '--network=none', '--entrypoint', 'node', image, '--eval'];
      const script = `console.log(process.getuid(), require('fs').readdirSync('/app').join(), (() => {
      try { require('fs').writeFileSync('/app/file', ''); } catch ({ code }) { return code; } })())`;
      expect(await podman.run(['run', ...inside, script])).toMatch(/^1000 node_modules (EROFS|EACCES)\n$/);
    });
  },
);

/** Asks the image's own check until it passes; each question starts a process in the container, which takes a while. */
async function healthy(podman: Podman, container: string): Promise<void> {
  const check = () =>
    podman.run(['healthcheck', 'run', container]).then(
      () => true,
      () => false,
    );
  const search = async () => {
    while (!(await check()));
  };
  await waitFor(`${container} to be healthy`, search());
}

async function accessToken(url: string): Promise<string> {
  const answer = await fetch(`${url}/oauth2/token`, {
    method: 'POST',
    headers: { Authorization: `Basic ${btoa('hello-world-client:hello-world-secret')}` },
    body: new URLSearchParams({ grant_type: 'client_credentials' }),
  });
  return ((await answer.json()) as { access_token: string }).access_token;
}

function post(url: string, body: object, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(url, {
    method: 'POST',
    headers: { ...headers, 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
}
