import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { schemasAsData } from '../../scripts/build/schemas.mjs';
import * as requests from '../../src/control/requests.ts';
import { parseManifest } from '../../src/platform/manifests/parse.ts';
import { InvalidInput } from '../../src/platform/problems.ts';

let folder: string;
const source = { ...requests, parseManifest: manifestOf(parseManifest) };
let built: typeof source;
let inputs: string[];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'jtl-emulator-schemas-'));
  const { metafile } = await build({
    entryPoints: { requests: 'src/control/requests.ts', manifests: 'src/platform/manifests/parse.ts' },
    outdir: folder,
    outExtension: { '.js': '.cjs' },
    bundle: true,
    format: 'cjs',
    platform: 'node',
    metafile: true,
    plugins: [schemasAsData(process.cwd(), folder)],
  });
  inputs = Object.keys(metafile.inputs);
  const load = async (name: string) => (await import(pathToFileURL(join(folder, name)).href)) as unknown;
  const manifests = (await load('manifests.cjs')) as { parseManifest: typeof parseManifest };
  built = {
    ...((await load('requests.cjs')) as typeof requests),
    parseManifest: manifestOf(manifests.parseManifest),
  };
});

afterAll(() => rm(folder, { recursive: true }));

function manifestOf(parse: typeof parseManifest) {
  return (input: unknown) => parse(input, { knownScopes: new Set(['items.read']), ownOrigins: [] });
}

function refusal(read: () => unknown): unknown {
  try {
    return { read: read() };
  } catch (error) {
    return (error as InvalidInput).problems;
  }
}

describe('schemas in a build', () => {
  it.each([
    ['readNewTenant', { slug: 'a-b', name: 'Probe' }],
    ['readNewTenant', { slug: 'A B', colour: 'red', id: '1' }],
    ['readNewTenant', 'text'],
    ['readTenantChange', { wawi: { connected: 'yes' } }],
    ['readRegistration', { manifest: {}, map: [['https://a.example', 'http://localhost:1']] }],
    ['readRegistration', { map: [['https://a.example']] }],
    ['readSelection', { tenantId: 'neuland', context: 'orders', id: 5 }],
    ['readRotation', { ring: 'generation3' }],
    ['parseManifest', { technicalName: 'x', version: '1.0' }],
    [
      'parseManifest',
      {
        manifestVersion: '1',
        capabilities: {
          erp: {
            menuItems: [{ id: 'a', name: 'A', children: [{ id: 'a', name: '' }] }],
            pane: [{ url: 'x' }],
          },
        },
      },
    ],
  ] as const)('%s says of %j what it says of it in the sources', (name, input) => {
    expect(refusal(() => built[name](input))).toEqual(refusal(() => source[name](input)));
  });

  it('need neither TypeBox nor ajv', () => {
    expect(inputs.filter((name) => /node_modules\/(typebox|ajv)/.test(name))).toEqual([]);
  });
});
