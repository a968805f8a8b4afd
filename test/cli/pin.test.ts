import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { InvalidInput, startEmulator } from '../../src/index.ts';
import { Program, cleanEnvironment, endPrograms } from '../programs.ts';

const { version } = JSON.parse(await readFile('package.json', 'utf8')) as { version: string };
const bin = resolve('dist/cli.js');
const refusal = `'9.9.9': this is version ${version}; install jtl-platform-emulator@9.9.9, or pin ${version} once your tests pass with it`;

afterEach(endPrograms);

async function startIn(config: string, env: Record<string, string> = {}): Promise<Program> {
  const cwd = await mkdtemp(join(tmpdir(), 'jtl-emulator-pin-'));
  await writeFile(join(cwd, 'jtl-emulator.config.yaml'), config);
  const command = [process.execPath, bin, 'start', '--port', '0', '--ephemeral'];
  return new Program(command, { cwd, env: cleanEnvironment(env) });
}

describe('a pinned version', () => {
  it('refuses to start as another one, in the config file and as a variable', async () => {
    for (const [program, name] of [
      [await startIn('pin: 9.9.9\n'), 'jtl-emulator.config.yaml: pin'],
      [await startIn('ephemeral: true\n', { JTL_EMULATOR_PIN: '9.9.9' }), 'JTL_EMULATOR_PIN'],
    ] as const) {
      expect(await program.ended()).toMatchObject({
        code: 2,
        stderr: `jtl-emulator: ${name} ${refusal}\n`,
      });
    }
  });

  it('starts as that one', async () => {
    await (await startIn(`pin: ${version}\n`)).prints(/ on http:/);
  });

  it('holds for startEmulator() as well', async () => {
    await expect(startEmulator({ pin: '9.9.9' })).rejects.toThrow(InvalidInput);
    const emulator = await startEmulator({ pin: version });
    await emulator.close();
  });
});
