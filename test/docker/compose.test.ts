import { mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Ajv2019 } from 'ajv/dist/2019.js';
import { fetch } from 'undici';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { type Emulator, startEmulator } from '../../src/index.ts';
import { certificateHosts } from '../../src/server/tls/authority.ts';
import { blocksOf } from '../docs/page.ts';
import { startExample } from '../examples/example-process.ts';
import { hostsFileAgent } from '../tls/real-hosts.ts';

interface ComposeFile {
  services: Record<
    string,
    { environment?: Record<string, string>; networks?: { default: { aliases: string[] } } }
  >;
}

const kaffee = '3f2b8d1e-5a4c-4b7e-9c21-8d0e6f4a1b53';
const files = ['docker-compose.yml', 'examples/ci/docker-compose.yml'];
const page = 'docs/compose.md';
const readCompose = async (file: string) => parse(await readFile(file, 'utf8')) as ComposeFile;

it.each([...files, page])('%s is as the Compose Specification has it', async (file) => {
  const schema = await readFile('test/docker/compose-spec.schema.json', 'utf8');
  // The specification's schema names its draft and its parts in an older way, which the validator does not know.
  const unknown = new Set(['id', '$schema']);
  const check = new Ajv2019({ strict: false, validateFormats: false }).compile(
    JSON.parse(schema, (key, value: unknown) =>
      unknown.has(key) && typeof value === 'string' ? undefined : value,
    ) as object,
  );
  const source = await readFile(file, 'utf8');
  const composes =
    file === page ? blocksOf(source).filter(({ kind }) => kind === 'compose') : [{ text: source }];
  for (const { text } of composes) {
    check(parse(text));
    expect(check.errors).toBeNull();
  }
  expect(composes).not.toEqual([]);
  expect(check({ services: { emulator: { image: 'x', prots: [] } } })).toBe(false);
});

describe('the aliases in docker-compose.yml', () => {
  let emulator: Emulator;
  beforeAll(async () => {
    emulator = await startEmulator({ dataDir: await mkdtemp(join(tmpdir(), 'compose-')), tlsPort: 0 });
  });
  afterAll(() => emulator.close());

  const aliasesOf = async () =>
    (await readCompose('docker-compose.yml')).services['emulator']!.networks!.default.aliases;

  it('are all hosts of the platform', async () => {
    expect([...(await aliasesOf()), 'localhost'].sort()).toEqual([...certificateHosts].sort());
  });

  it('are answered for by a server that clients trust', async () => {
    const dispatcher = await hostsFileAgent(emulator.tls!);
    for (const alias of await aliasesOf()) {
      const path =
        { auth: '/.well-known/jwks.json', id: '/oauth/v2/keys', api: '/erp/info' }[alias.split('.')[0]!] ??
        '/';
      const { status } = await fetch(`https://${alias}${path}`, { dispatcher });
      expect([alias, status]).toEqual([alias, alias.startsWith('api') ? 401 : 200]);
    }
    await dispatcher.close();
  });

  it('lead the example app, which has only the real names, to the emulator', async () => {
    const { environment } = (await readCompose('docker-compose.yml')).services['hello-app']!;
    const app = await startExample('examples/hello-app/server.js', {
      ...environment,
      NODE_EXTRA_CA_CERTS: emulator.tls!.caFile,
      NODE_OPTIONS: `--import ${pathToFileURL(resolve('test/docker/hosts-file.mjs')).href}`,
      TLS_PORT: String(emulator.tls!.tlsPort),
    });
    try {
      const session = await emulator.tokens.session({ tenantId: kaffee });
      const answer = await fetch(`${app.url}/api/items`, { headers: { Authorization: `Bearer ${session}` } });
      expect(await answer.json()).toMatchObject({ TotalItems: 12 });
    } finally {
      await app.close();
    }
  });
});
