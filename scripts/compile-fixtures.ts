import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { readFixtures, shippedFolder } from '../src/platform/fixtures/folder.ts';
import { parseManifest } from '../src/platform/manifests/parse.ts';
import type { PlatformSeed } from '../src/platform/registry.ts';
import { knownScopes } from '../src/platform/scopes.ts';

/**
 * Reads and checks the shipped fixtures as a user's own would be.
 * @returns what goes into `dist/fixtures`: the seed, and each tenant document by slug
 */
export async function compileShippedFixtures(): Promise<{
  platform: PlatformSeed;
  tenants: Record<string, unknown>;
}> {
  const parse = (source: unknown) => parseManifest(source, { knownScopes, ownOrigins: [] }).manifest;
  const { seed, loadTenant } = await readFixtures(shippedFolder, parse);
  const files = await readdir(join(shippedFolder, 'tenants'));
  const slugs = files.filter((file) => file.endsWith('.yaml')).map((file) => file.slice(0, -'.yaml'.length));
  const tenants = await Promise.all(slugs.map(async (slug) => [slug, await loadTenant(slug)] as const));
  return { platform: seed, tenants: Object.fromEntries(tenants) };
}
