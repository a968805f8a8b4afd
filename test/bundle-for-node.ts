import { mkdir, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';

/**
 * Bundles a script for a process of its own, as the product itself is bundled.
 * @param source TypeScript whose imports are relative to the repository
 * @param folder where the bundle goes; a script that reads the package's own files needs one inside the package
 * @returns path of a file that plain `node` runs
 */
export async function bundleForNode(source: string, folder = tmpdir()): Promise<string> {
  await mkdir(folder, { recursive: true });
  const outfile = join(await mkdtemp(join(folder, 'jtl-emulator-script-')), 'script.mjs');
  const require =
    "import { createRequire as createRequireHere } from 'node:module'; const require = createRequireHere(import.meta.url);";
  await build({
    stdin: { contents: source, resolveDir: process.cwd(), loader: 'ts' },
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    banner: { js: require },
    logLevel: 'error',
  });
  return outfile;
}
