import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';

/**
 * Bundles a script for a process of its own, as the product itself is bundled.
 * @param source TypeScript whose imports are relative to the repository
 * @returns path of a file that plain `node` runs
 */
export async function bundleForNode(source: string): Promise<string> {
  const outfile = join(await mkdtemp(join(tmpdir(), 'jtl-emulator-script-')), 'script.mjs');
  const require =
    "import { createRequire as __require } from 'node:module'; const require = __require(import.meta.url);";
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
