import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The variables with the folder for temporary files, by system. */
const variables = ['TMPDIR', 'TEMP', 'TMP'] as const;

/**
 * Vitest's global set-up: tests and the programs that they run put temporary files into one folder, which is removed
 * after the run.
 * @returns a function that removes it
 */
export default async function setup(): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'jtl-test-'));
  for (const name of variables) process.env[name] = folder;
  return async () => {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  };
}
