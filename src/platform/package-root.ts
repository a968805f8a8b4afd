import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of this package's package.json, found from any bundle that contains this module. */
export const packageRoot: string = findRoot(dirname(fileURLToPath(import.meta.url)));

/** True in the built package, where shipped data lies compiled in `dist/`; false when run from the sources. */
export const isBuilt: boolean = !import.meta.url.endsWith('.ts');

/** The package's version, as `--version`, health and snapshots show it. */
export const packageVersion: string = (
  JSON.parse(readFileSync(join(packageRoot, 'package.json'), 'utf8')) as { version: string }
).version;

function findRoot(folder: string): string {
  if (existsSync(join(folder, 'package.json'))) return folder;
  const parent = dirname(folder);
  if (parent === folder)
    throw new Error('package.json of jtl-platform-emulator not found; reinstall the package');
  return findRoot(parent);
}
