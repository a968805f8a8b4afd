import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What names the folder for temporary files, by system. */
const variables = ['TMPDIR', 'TEMP', 'TMP'] as const;

/**
 * Vitest's global set-up: tests and the programs they run put temporary files into one folder, which goes with the run.
 * @returns what removes it
 */
export default async function setup(): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'jtl-test-'));
  for (const name of variables) process.env[name] = folder;
  return async () => {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  };
}
