import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Emulator, startEmulator } from '../../src/index.ts';

const map = 'http://127.0.0.1:5860=http://localhost:7000';

/** The manifest of the fixtures' hello-world. */
async function manifestOf({ url }: Emulator): Promise<object> {
  const answer = await fetch(`${url}/_emulator/v1/apps/hello-world`);
  return ((await answer.json()) as { manifest: object }).manifest;
}

/** @returns every URL in that manifest */
async function urlsOf(emulator: Emulator): Promise<string[]> {
  return JSON.stringify(await manifestOf(emulator)).match(/https?:\/\/[^"]+/g) ?? [];
}

/** Where an app runs that the fixtures have at port 5860. */
const moved = (urls: string[]) => ({
  some: urls.length > 0,
  elsewhere: urls.filter((url) => !url.startsWith('http://localhost:7000/')),
});

describe('--map', () => {
  let emulator: Emulator;
  beforeAll(async () => {
    emulator = await startEmulator({ map });
  });
  afterAll(() => emulator.close());

  it('reaches the apps of the fixtures', async () => {
    expect(moved(await urlsOf(emulator))).toEqual({ some: true, elsewhere: [] });
  });

  it('still does after a reset, and after fixtures were imported', async () => {
    await emulator.reset();
    expect(moved(await urlsOf(emulator))).toEqual({ some: true, elsewhere: [] });
    await emulator.useFixtures({ platform: { extends: 'shipped' } });
    expect(moved(await urlsOf(emulator))).toEqual({ some: true, elsewhere: [] });
  });

  it('reaches apps that an earlier start kept', async () => {
    const dataDir = join(await mkdtemp(join(tmpdir(), 'jtl-emulator-map-')), 'state');
    const before = await startEmulator({ dataDir });
    await before.apps.update('hello-world', await manifestOf(before));
    await before.close();
    await using after = await startEmulator({ dataDir, map });
    expect(moved(await urlsOf(after))).toEqual({ some: true, elsewhere: [] });
  });
});
