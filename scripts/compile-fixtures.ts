import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { readFixtures, shippedFolder } from '../src/platform/fixtures/folder.ts';
import { parseManifest } from '../src/platform/manifests/parse.ts';
import type { PlatformSeed } from '../src/platform/directory.ts';
import { knownScopes } from '../src/platform/scopes.ts';
import {
  compiledTenant,
  tenantFromFixture,
  type TenantDocument,
} from '../src/wawi/areas/generate/fixture.ts';

/**
 * Reads and checks the shipped fixtures like a user's own.
 * @returns the content of `dist/fixtures`: the seed, and each tenant's data in full by slug, so that a tenant's first
 *   request does not wait for the generator
 */
export async function compileShippedFixtures(): Promise<{
  platform: PlatformSeed;
  tenants: Record<string, unknown>;
}> {
  const parse = (source: unknown) => parseManifest(source, { knownScopes, ownOrigins: [] }).manifest;
  const { seed, loadTenant } = await readFixtures(shippedFolder, parse);
  const files = await readdir(join(shippedFolder, 'tenants'));
  const slugs = files.filter((file) => file.endsWith('.yaml')).map((file) => file.slice(0, -'.yaml'.length));
  const tenants: Record<string, unknown> = {};
  for (const slug of slugs) {
    const document = (await loadTenant(slug)) as TenantDocument;
    tenants[slug] = compiledTenant(await tenantFromFixture(document, `tenants/${slug}.yaml`));
  }
  return { platform: seed, tenants };
}
