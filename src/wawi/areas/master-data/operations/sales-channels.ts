import { DomainError } from '../../../store/errors.ts';
import type { Item } from '../../items/schema/items.ts';
import type { TenantData } from '../../../store/tenant-data.ts';

/**
 * @param channelIds such as `2-2-1`
 * @throws DomainError `missing-reference` naming the first that the tenant has not got, and those it has
 */
export function checkChannels(data: TenantData, channelIds: readonly string[]): void {
  const channels = data.of('salesChannel');
  // Where the contract does not require a channel, a request may leave out which one it means.
  const missing = (channelIds as readonly (string | undefined)[])
    .map((id) => id ?? '')
    .find((id) => !channels.findUnique('channelId', id));
  if (missing === undefined) return;
  const known = [...channels.values()].map((channel) => channel.channelId).join(', ');
  const message = `There is no sales channel '${missing}'; there are: ${known}.`;
  throw new DomainError('missing-reference', message, [{ path: 'salesChannelId', message }]);
}

/** What {@link switchChannels} does: channels to activate and deactivate on items. */
export interface ChannelSwitch {
  itemIds: readonly number[];
  activate: readonly string[];
  deactivate: readonly string[];
  /** Whether children of the items follow. */
  withChildren: boolean;
}

/**
 * Activates and deactivates sales channels on items; what is both ends up inactive.
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
