import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Program, endPrograms, missing, run } from '../../test/programs.ts';
import { registryEnvironment, registryMissing } from '../../test/registry.ts';

/** In milliseconds; for hangs. Everything is installed and built. */
const limit = 600_000;
const lacking = registryMissing ?? missing('git');
const suite = 'a fresh clone, in which nothing is installed nor built';

describe.skipIf(lacking)(lacking === undefined ? suite : `${suite} (skipped: ${lacking})`, () => {
  let clone: string;
  const inClone = () => ({ cwd: clone, env: registryEnvironment(), shell: process.platform === 'win32' });

  beforeAll(async () => {
    clone = await mkdtemp(join(tmpdir(), 'fresh clone '));
    const listed = await run(['git', 'ls-files', '-z', '--cached', '--others', '--exclude-standard']);
    for (const file of listed.split('\0').filter((one) => one !== '' && existsSync(one))) {
      await mkdir(dirname(join(clone, file)), { recursive: true });
      await cp(file, join(clone, file));
    }
  });
  afterAll(endPrograms);

  it(
    'is made ready by npm start itself, which says nothing of engines or scripts',
    async () => {
      const prepared = await new Program(['npm', 'run', 'prestart'], inClone()).ended({ limit });
      expect(prepared).toMatchObject({
        code: 0,
        stderr: expect.not.stringMatching(/npm (warn|error)/i) as string,
      });
      const npm = new Program(['npm', 'start', '--', '--port', '0', '--ephemeral'], inClone());
      await npm.prints(/ Try +curl /);
      npm.kill('SIGTERM');
      expect((await npm.ended()).stderr).not.toMatch(/npm (warn|error)/i);
    },
    limit,
  );

  it(
    'is packed with all that the package promises',
    async () => {
      const [packed] = JSON.parse(await run(['npm', 'pack', '--json'], { ...inClone(), limit })) as {
        files: { path: string }[];
      }[];
      const files = packed!.files.map(({ path }) => path);
      expect(files).toEqual(
        expect.arrayContaining(['dist/cli.js', 'dist/node/index.cjs', 'dist/types/index.d.cts', 'README.md']),
      );
    },
    limit,
  );
});
