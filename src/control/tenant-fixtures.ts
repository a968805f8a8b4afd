import type { Fixtures } from '../platform/fixtures/folder.ts';
import { InvalidInput, type Problem } from '../platform/problems.ts';
import { type TenantDocument, tenantFromFixture } from '../wawi/areas/generate/fixture.ts';

/**
 * Makes every tenant's data once, to find problems that only the ERP can judge (unknown kinds, references to missing
 * entities) before a client uses the data.
 * @throws InvalidInput with the problems of all tenant files
 */
export async function checkTenantFixtures({ seed, loadTenant }: Fixtures): Promise<void> {
  const problems: Problem[] = [];
  for (const slug of new Set(seed.tenants.map((tenant) => tenant.template ?? tenant.slug))) {
    try {
      const document = ((await loadTenant(slug)) ?? {}) as TenantDocument;
      // Purely generated data cannot be wrong once its schema has been checked, and takes time to make.
      if (!('rows' in document) && document.entities)
        await tenantFromFixture(document, `tenants/${slug}.yaml`);
    } catch (error) {
      if (!(error instanceof InvalidInput)) throw error;
      problems.push(...error.problems);
    }
  }
  if (problems.length > 0) throw new InvalidInput(problems);
}
