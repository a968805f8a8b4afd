import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { isBuilt, packageRoot } from '../../platform/package-root.ts';

/** Where the build puts the contract, compressed; a literal inside the bundle takes three times as long to load. */
const folder = join(
  packageRoot,
  ...(isBuilt ? ['dist', 'contract'] : ['src', 'wawi', 'contract', 'generated']),
);

/**
 * @param name a file that the build derives from the annotated documents
 * @returns its content
 */
export async function readContractFile(name: string): Promise<unknown> {
  if (!isBuilt) return JSON.parse(await readFile(join(folder, name), 'utf8'));
  return JSON.parse(gunzipSync(await readFile(join(folder, `${name}.gz`))).toString('utf8'));
}
