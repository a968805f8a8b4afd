import type { FixtureShelf } from './platform/fixtures/shelf.ts';
import type { Platform } from './platform/platform.ts';
import {
  tenantFromFixture,
  type CompiledTenant,
  type TenantDocument,
} from './wawi/domain/generator/fixture.ts';
import { TenantData } from './wawi/domain/store/tenant-data.ts';
import { Wawi } from './wawi/wawi.ts';

/** Opens the tenants' ERP over their fixtures, which may lie there as a build compiled them. */
export function openWawi(platform: Platform, fixtures: FixtureShelf): Wawi {
  return new Wawi(platform, async (slug) => {
    const document = ((await fixtures.current.loadTenant(slug)) ?? {}) as TenantDocument | CompiledTenant;
    return 'rows' in document
      ? TenantData.from(document.rows, document.sequences)
      : tenantFromFixture(document, `tenants/${slug}.yaml`);
  });
}
