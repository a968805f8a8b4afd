import { readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { build } from 'esbuild';
import { packageRoot } from '../platform/package-root.ts';

let bundled: Promise<Map<string, string>> | undefined;

/**
 * Bundles the browser code as scripts/build.mjs does, into memory: tests and development run from the sources and
 * ignore dist/. The package does not depend on esbuild, so a build never calls this.
 * @returns content by file name
 */
export function bundleFromSources(): Promise<Map<string, string>> {
  bundled ??= bundle();
  return bundled;
}

async function bundle(): Promise<Map<string, string>> {
  const folder = join(packageRoot, 'src', 'pages', 'browser');
  const entries = (await readdir(folder)).filter((file) => /\.(ts|css)$/.test(file));
  const { outputFiles } = await build({
    entryPoints: entries.map((file) => join(folder, file)),
    bundle: true,
    format: 'esm',
    target: 'es2022',
    outdir: join(packageRoot, 'dist', 'pages'),
    write: false,
    logLevel: 'silent',
  });
  return new Map(outputFiles.map(({ path, text }) => [basename(path), text]));
}
