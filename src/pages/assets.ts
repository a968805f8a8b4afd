import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Request, Response } from 'express';
import { isBuilt, packageRoot } from '../platform/package-root.ts';
import { NotFound } from '../platform/problems.ts';

const assetTypes: ReadonlyMap<string, string> = new Map([
  ['js', 'text/javascript'],
  ['css', 'text/css'],
]);

/** Serves the pages' browser code. @throws NotFound for an unknown file */
export async function serveAsset(request: Request, response: Response): Promise<void> {
  const name = String(request.params['file']);
  const type = assetTypes.get(name.split('.').pop() ?? '');
  const content = type !== undefined && /^[\w-]+\.\w+$/.test(name) ? await readAsset(name) : undefined;
  if (type === undefined || content === undefined) {
    throw new NotFound('page file', name, ['those of dist/pages, which `npm run build` makes']);
  }
  response.setHeader('Cache-Control', 'no-cache');
  response.setHeader('X-Content-Type-Options', 'nosniff');
  response.type(type).send(content);
}

/** @returns a file of the build, or of a bundle of the sources when the emulator runs from the sources */
async function readAsset(name: string): Promise<string | undefined> {
  if (isBuilt) return readFile(join(packageRoot, 'dist', 'pages', name), 'utf8').catch(() => undefined);
  const { bundleFromSources } = await import('./source-assets.ts');
  return (await bundleFromSources()).get(name);
}
