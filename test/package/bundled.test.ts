import { readFile, readdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { Spec, Validation } from '@cyclonedx/cyclonedx-library';
import { describe, expect, it } from 'vitest';
import { run } from '../programs.ts';

interface Component {
  group?: string;
  name: string;
  version: string;
  purl: string;
  licenses?: object[];
  hashes?: object[];
}

const sbom = await readFile('dist/sbom.cdx.json', 'utf8');
const { components } = JSON.parse(sbom) as { components: Component[] };
const notices = await readFile('dist/THIRD-PARTY-NOTICES.txt', 'utf8');
const nameOf = ({ group, name }: Component) => (group === undefined ? name : `${group}/${name}`);

describe('other packages’ code in the build', () => {
  it('is named with its licence in full', () => {
    for (const name of ['express', 'graphql', 'jose', 'lowdb', 'pino', 'react', '@peculiar/x509']) {
      expect(notices).toMatch(new RegExp(`^${name} \\d[\\d.]* \\(MIT\\)$`, 'm'));
    }
    expect(notices).toContain('Permission is hereby granted, free of charge');
    expect(notices).toMatch(/^swagger-ui-dist \d[\d.]* \(Apache-2\.0\)$/m);
    expect(notices).not.toContain('(undefined)');
  });

  it('is listed in a bill of materials that CycloneDX’s own schema accepts', async () => {
    const validator = new Validation.JsonStrictValidator(Spec.Version.v1dot6);
    expect(await validator.validate(sbom)).toBeNull();
    expect(components.filter(({ hashes, licenses }) => !hashes || !licenses)).toEqual([]);
  });

  it('is the same in the bill of materials and in the notices', () => {
    const listed = components.map((one) => `${nameOf(one)} ${one.version}`);
    const headings = [...notices.matchAll(/^-{80}\n\n(\S+ \d\S*) \(/gm)].map(([, heading]) => heading);
    expect(headings).toEqual(listed);
  });

  it('holds express once', () => {
    expect(components.filter((one) => nameOf(one) === 'express')).toHaveLength(1);
  });
});

describe('the source maps of the build', () => {
  it('lead to our own sources only, and hold no copy of them', async () => {
    const folders = ['dist', 'dist/node'];
    const maps = (await Promise.all(folders.map(async (folder) => mapsIn(folder)))).flat();
    expect(maps.length).toBeGreaterThan(10);
    const sources = new Set<string>();
    for (const { folder, text } of maps) {
      const map = JSON.parse(text) as { sources: string[]; sourcesContent?: unknown };
      expect(map.sourcesContent).toBeUndefined();
      for (const source of map.sources) sources.add(resolve(folder, source));
    }
    const known = (await readdir('src', { recursive: true })).map((file) => resolve('src', file));
    expect([...sources].filter((source) => !known.includes(source))).toEqual([]);
  });

  it('turn the place of an error into a line of a source', async () => {
    const script = `require('./dist/node/index.cjs').startEmulator({ port: 'none' })
      .catch((error) => console.log(error.stack))`;
    const stack = await run([process.execPath, '--enable-source-maps', '--eval', script]);
    const [, line] = /src[\\/]index\.ts:(\d+):/.exec(stack)!;
    const lines = (await readFile('src/index.ts', 'utf8')).split('\n');
    expect(lines[Number(line) - 1]).toContain('readFlags(');
  });
});

async function mapsIn(folder: string): Promise<{ folder: string; text: string }[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.map'));
  return Promise.all(
    names.map(async (name) => ({ folder, text: await readFile(join(folder, name), 'utf8') })),
  );
}
