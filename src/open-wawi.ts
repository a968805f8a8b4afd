import type { Fixtures } from './platform/fixtures/folder.ts';
import type { Platform } from './platform/platform.ts';
import { Wawi } from './wawi/wawi.ts';

/** Opens the tenants' ERP over their fixtures. */
export function openWawi(platform: Platform, { loadTenant }: Fixtures): Wawi {
  return new Wawi(platform, (slug) => loadTenant(slug).then(() => undefined));
}
