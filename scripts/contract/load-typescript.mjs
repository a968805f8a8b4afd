import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

export const root = join(import.meta.dirname, '..', '..');
/** The folder of the contract. */
export const contractFolder = join(root, 'src', 'wawi', 'contract');

/**
 * Loads a TypeScript module of the scripts, which Node 20 cannot read by itself.
 * @param entry its path in the checkout, such as `scripts/contract/rest/generate.ts`
 * @returns the module's exports
 */
export async function loadTypeScript(entry) {
  const name = `${basename(join(entry, '..'))}-${basename(entry, '.ts')}.mjs`;
  const outfile = join(root, 'node_modules', '.cache', 'contract', name);
  await build({
    absWorkingDir: root,
    entryPoints: [entry],
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20.19',
    packages: 'external',
    logLevel: 'warning',
  });
  return import(pathToFileURL(outfile).href);
}
