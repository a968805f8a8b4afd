import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCli } from '../../src/cli/main.ts';
import { type Emulator, startEmulator } from '../../src/index.ts';
import { Program } from '../programs.ts';

let emulator: Emulator;
let folder: string;
beforeAll(async () => {
  emulator = await startEmulator();
  folder = await mkdtemp(join(tmpdir(), 'jtl-wrong-input-'));
});
afterAll(async () => {
  await emulator.close();
  await rm(folder, { recursive: true, force: true });
});

async function cli(...args: string[]): Promise<{ code: number; out: string; error: string }> {
  let [out, error] = ['', ''];
  const code = await runCli(args, {
    env: { JTL_EMULATOR_URL: emulator.url },
    write: (text) => (out += text),
    writeError: (text) => (error += text),
  });
  return { code, out, error };
}

describe('a command that is given nothing, or something else than it takes', () => {
  it.each([
    ['an empty fault id', ['faults', 'remove', ''], 'is empty or a folder name'],
    ['a folder’s name as fault id', ['faults', 'remove', '.'], 'is empty or a folder name'],
    ['an empty tenant', ['tenant', 'delete', ''], 'is empty or a folder name'],
    ['no seconds', ['clock', 'advance', ''], 'SECONDS must be a number'],
    ['a word for seconds', ['clock', 'advance', 'tomorrow'], 'SECONDS must be a number'],
    ['a lifetime that no calendar has', ['start', '--ttl', 'access=99999999999999999999'], 'a hundred years'],
    ['a base URL without a scheme', ['start', '--app', 'app.json=localhost:3000'], 'http://localhost:3000'],
  ])('%s is refused in one line and changes nothing', async (_what, args, message) => {
    emulator.faults.addPreset('identity-down');
    const state = emulator.clock.state.offsetSeconds;
    const { code, error } = await cli(...args);
    expect([code, error.trim().split('\n').length]).toEqual([2, 1]);
    expect(error).toContain(message);
    expect(emulator.faults.list()).not.toEqual([]);
    expect(emulator.clock.state.offsetSeconds).toBe(state);
    emulator.faults.clear();
  });

  it.each(['', 'null', '[]', '5'])('a data file that holds %j is refused by name', async (content) => {
    const file = join(folder, 'entities.yaml');
    await writeFile(file, content);
    const { code, error } = await cli('tenant', 'seed', 'neuland', file);
    expect([code, error]).toEqual([2, expect.stringContaining(`${file} must hold one JSON or YAML object`)]);
  });
});

it('exits without an error when the reader closes the pipe, as head does', async () => {
  const info = new Program([process.execPath, 'dist/cli.js', 'info', '--json', '--url', emulator.url]);
  info.stopReading();
  expect(await info.ended()).toMatchObject({ code: 0, stderr: '' });
});

describe('contract report --output', () => {
  it.each([
    ['report.json', /^\{/],
    ['report.xml', /^<\?xml/],
    ['report.html', /^<!doctype html>/i],
    ['report.txt', /^APP/],
  ])('writes %s in the format of its ending', async (name, start) => {
    const file = join(folder, name);
    const { code, out } = await cli('contract', 'report', '--output', file);
    expect([code, out]).toEqual([0, '']);
    expect(await readFile(file, 'utf8')).toMatch(start);
  });
});

it('the help of exec says what exec does without the settings', async () => {
  const { out } = await cli('exec', '--help');
  const help = out.replaceAll(/\s+/g, ' ');
  expect(help).toContain('(default any that is free)');
  expect(help).toContain('(default none: all in memory)');
  expect(help).not.toContain('default 5850');
});
