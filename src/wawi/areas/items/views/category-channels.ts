/**
 * The sales channels that a request lists for a category become its active ones; null changes nothing (REST 2.3, updates a
 * category). Categories have no images of single sales channels, so `includeCategoryImages` changes nothing.
 */
export function activeChannels(value: unknown): { activeSalesChannels?: string[] } {
  if (value === null || value === undefined) return {};
  return {
    activeSalesChannels: (value as { salesChannelId: string }[]).map(({ salesChannelId }) => salesChannelId),
  };
}
