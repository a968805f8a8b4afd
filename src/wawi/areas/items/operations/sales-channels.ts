import { checkChannels } from '../../master-data/operations/sales-channels.ts';
import type { TenantData } from '../../../store/tenant-data.ts';
import type { Item } from '../schema/items.ts';

/** The change of {@link switchChannels}: channels to activate and deactivate on items. */
export interface ChannelSwitch {
  itemIds: readonly number[];
  activate: readonly string[];
  deactivate: readonly string[];
  /** Whether children of the items follow. */
  withChildren: boolean;
}

/**
 * Activates and deactivates sales channels on items; a channel in both lists becomes inactive.
 * @param now ISO 8601
 * @throws DomainError for items and channels that do not exist
 */
export function switchChannels(data: TenantData, change: ChannelSwitch, now: string): Item[] {
  checkChannels(data, [...change.activate, ...change.deactivate]);
  const items = change.itemIds.map((id) => data.get('item', id));
  const children = change.withChildren
    ? items.flatMap((item) => [...data.of('item').where('parentItemId', item.id)])
    : [];
  return [...items, ...children].map((item) => {
    const active = new Set([...item.activeSalesChannels, ...change.activate]);
    for (const channel of change.deactivate) active.delete(channel);
    return data.update('item', item.id, { activeSalesChannels: [...active], changed: now });
  });
}
