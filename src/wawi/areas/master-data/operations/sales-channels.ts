import { DomainError } from '../../../store/errors.ts';
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
