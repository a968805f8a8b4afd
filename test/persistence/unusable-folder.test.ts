import { chmod, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runCli } from '../../src/cli/main.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'jtl-unusable-'));
  // For the user that root becomes below.
  await chmod(folder, 0o755);
});
afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

/** Runs `start` with a data folder that it cannot use. */
async function start(dataDir: string): Promise<{ code: number; told: string }> {
  let told = '';
  const code = await runCli(['start', '--port', '0', '--log', 'silent', '--data-dir', dataDir], {
    env: {},
    write: () => undefined,
    writeError: (text) => (told += text),
  });
  return { code, told };
}

/** Permissions do not bind root: the work is done as a user whom nothing belongs to. */
async function withoutRights<T>(work: () => Promise<T>): Promise<T> {
  if (process.geteuid?.() !== 0) return work();
  process.seteuid?.(65_534);
  try {
    return await work();
  } finally {
    process.seteuid?.(0);
  }
}

const onPosix = process.platform !== 'win32';

describe('a data folder that cannot be used is refused in one line with exit code 2', () => {
  const expectRefusal = (
    { code, told }: { code: number; told: string },
    path: string,
    error: string,
  ): void => {
    expect([code, told]).toEqual([2, expect.stringMatching(/^jtl-emulator: state folder [^\n]*\n$/)]);
    expect(told).toContain(path);
    expect(told).toContain(error);
  };

  it('when it is a file', async () => {
    const file = join(folder, 'file');
    await writeFile(file, 'kept');
    expectRefusal(
      await start(file),
      file,
      'is not a folder or lies below a file; choose another folder with --data-dir',
    );
  });

  it('when it lies below a file', async () => {
    const file = join(folder, 'file');
    await writeFile(file, 'kept');
    expectRefusal(await start(join(file, 'state')), file, 'is not a folder');
  });

  it.runIf(onPosix)('when it is read-only', async () => {
    const data = join(folder, 'data');
    await mkdir(data, { mode: 0o555 });
    expectRefusal(await withoutRights(() => start(data)), data, 'EACCES');
    expect(await readdir(data)).toEqual([]);
  });

  it.runIf(onPosix)('when it is unreadable', async () => {
    const data = join(folder, 'data');
    await mkdir(data, { mode: 0o300 });
    expectRefusal(await withoutRights(() => start(data)), data, 'EACCES');
    await chmod(data, 0o755);
  });

  it.runIf(onPosix)('when the folder above it is read-only', async () => {
    const data = join(folder, 'above', 'data');
    await mkdir(join(folder, 'above'), { mode: 0o555 });
    expectRefusal(await withoutRights(() => start(data)), data, 'EACCES');
  });

  it.runIf(process.platform === 'linux')('when the file system makes no folders', async () => {
    expectRefusal(await start('/proc/x'), '/proc/x', '(ENOENT)');
    expectRefusal(await start('/proc/x/y/z'), '/proc/x/y/z', '(ENOENT)');
  });

  it.runIf(onPosix)('when it is a device', async () => {
    expectRefusal(await start('/dev/null'), '/dev/null', 'is not a folder');
  });
});
