import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Request, Response } from 'express';
import { packageRoot } from '../platform/package-root.ts';
import { NotFound } from '../platform/problems.ts';

const assetTypes: Record<string, string> = { js: 'text/javascript', css: 'text/css' };

/** Serves the built browser code, `dist/pages`. @throws NotFound for a file there is not */
export async function serveAsset(request: Request, response: Response): Promise<void> {
  const name = String(request.params['file']);
  const type = assetTypes[name.split('.').pop() ?? ''];
  const file = join(packageRoot, 'dist', 'pages', name);
  const known = type !== undefined && /^[\w-]+\.\w+$/.test(name) && (await isFile(file));
  if (!known) throw new NotFound('page file', name, ['those of dist/pages, which `npm run build` makes']);
  response.setHeader('Cache-Control', 'no-cache');
  response.setHeader('X-Content-Type-Options', 'nosniff');
  response.type(type);
  createReadStream(file).pipe(response);
}

async function isFile(path: string): Promise<boolean> {
  const found = await stat(path).catch(() => undefined);
  return found?.isFile() ?? false;
}
