import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { schemasAsData } from '../../scripts/build/schemas.mjs';
import * as source from '../../src/control/requests.ts';
import { InvalidInput } from '../../src/platform/problems.ts';

let folder: string;
let built: typeof source;
let inputs: string[];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'jtl-emulator-schemas-'));
  const { metafile } = await build({
    entryPoints: ['src/control/requests.ts'],
    outfile: join(folder, 'requests.mjs'),
    bundle: true,
    format: 'esm',
    platform: 'node',
    metafile: true,
    plugins: [schemasAsData(process.cwd())],
  });
  inputs = Object.keys(metafile.inputs);
  built = (await import(pathToFileURL(join(folder, 'requests.mjs')).href)) as typeof source;
});

afterAll(() => rm(folder, { recursive: true }));

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
  ] as const)('%s says of %j what it says of it in the sources', (name, input) => {
    expect(refusal(() => built[name](input))).toEqual(refusal(() => source[name](input)));
  });

  it('need neither TypeBox nor the compiler of ajv', () => {
    expect(
      inputs.filter((name) => /node_modules\/(typebox|ajv\/dist\/(core|ajv|compile))/.test(name)),
    ).toEqual([]);
  });
});
