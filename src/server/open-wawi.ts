import type { FixtureSource } from '../platform/fixtures/fixture-source.ts';
import type { Deliveries } from '../platform/hooks/deliveries.ts';
import { Webhooks } from '../platform/hooks/webhooks.ts';
import type { Platform } from '../platform/platform.ts';
import {
  tenantFromFixture,
  type CompiledTenant,
  type TenantDocument,
} from '../wawi/areas/generate/fixture.ts';
import { packKey } from '../wawi/contract/keys.ts';
import { type EntityName, kinds } from '../wawi/areas/index.ts';
import { topicOf } from '../wawi/areas/system/operations/workflows.ts';
import { TenantData } from '../wawi/store/tenant-data.ts';
import { Wawi } from '../wawi/store/wawi.ts';

/** Opens the tenants' ERP with their fixtures, which a build may have compiled. Workflow events are sent as webhooks. */
export function openWawi(platform: Platform, fixtures: FixtureSource, deliveries: Deliveries): Wawi {
  const { registry, clock } = platform;
  const webhooks = new Webhooks(registry, clock, deliveries);
  const source = async (slug: string | undefined): Promise<TenantData> => {
    if (slug === undefined) return tenantFromFixture({}, 'an empty Wawi');
    const document = ((await fixtures.current.loadTenant(slug)) ?? {}) as TenantDocument | CompiledTenant;
    return 'rows' in document
      ? TenantData.from(document.rows, document.sequences)
      : tenantFromFixture(document, `tenants/${slug}.yaml`, platform.progress);
  };
  return new Wawi(platform, source, (tenant, messages, traceId) => {
    const user = registry.findUser(tenant.ownerId)?.email ?? tenant.ownerId;
    for (const message of messages) {
      const name = message.kind === 'workflow' ? topicOf(message) : undefined;
      if (name === undefined) continue;
      const objectKey = packKey(kinds[message.entity as EntityName].key, message.entityId);
      webhooks.emit({ tenantId: tenant.id, name, objectKey, user, traceId });
    }
  });
}
