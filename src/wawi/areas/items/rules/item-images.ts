import type { ImageUse, Item } from '../schema/items.ts';
import type { Image } from '../schema/item-master.ts';
import type { TenantData } from '../../../store/tenant-data.ts';
import { platformChannel, platformOfChannel, wawiChannel } from './item-texts.ts';

/** An image with the channel it is shown on, as v1 lists images. */
export interface ListedImage extends ImageUse {
  itemId: number;
  salesChannelId: string;
  ebayUserName?: string;
  image: Image;
}

/** Every use of an image on an item: Wawi's own first, then platforms, channels and eBay accounts. */
export function imagesOf(data: TenantData, item: Item): ListedImage[] {
  const { defaults, platforms, salesChannels, ebay } = item.images;
  const groups: { images: readonly ImageUse[]; salesChannelId: string; ebayUserName?: string }[] = [
    { images: defaults, salesChannelId: wawiChannel },
    ...platforms.map((one) => ({ images: one.images, salesChannelId: platformChannel(one.platformId) })),
    ...salesChannels,
    ...ebay.map((one) => ({
      images: one.images,
      salesChannelId: platformChannel(ebayPlatform),
      ebayUserName: String(one.ebayAccountId),
    })),
  ];
  return groups.flatMap(({ images, ...channel }) =>
    images.map((use) => ({ ...use, ...channel, itemId: item.id, image: data.get('image', use.imageId) })),
  );
}

/** The platform that stands for eBay. */
const ebayPlatform = 3;

/** @returns whether any list of the item shows the image */
export function showsImage(item: Item, imageId: number): boolean {
  const { defaults, platforms, salesChannels, ebay } = item.images;
  const lists = [defaults, ...[...platforms, ...salesChannels, ...ebay].map((one) => one.images)];
  const values = item.variations.flatMap((variation) => variation.values);
  return [...lists, values].some((uses) => uses.some((use) => use.imageId === imageId));
}

/**
 * Changes every list of images on an item, and removes empty lists of channels.
 * @param change returns the new list
 */
export function mapImages(
  images: Item['images'],
  change: (uses: readonly ImageUse[]) => ImageUse[],
): Item['images'] {
  const each = <T extends { images: ImageUse[] }>(groups: readonly T[]): T[] =>
    groups
      .map((group) => ({ ...group, images: change(group.images) }))
      .filter((group) => group.images.length > 0);
  return {
    defaults: change(images.defaults),
    platforms: each(images.platforms),
    salesChannels: each(images.salesChannels),
    ebay: each(images.ebay),
  };
}

/** @returns the item's images with one more use on a channel, after those that are there */
export function withImage(images: Item['images'], salesChannelId: string, use: ImageUse): Item['images'] {
  if (salesChannelId === wawiChannel) return { ...images, defaults: [...images.defaults, use] };
  const platformId = platformOfChannel(salesChannelId);
  if (platformId !== undefined) {
    const before = images.platforms.find((one) => one.platformId === platformId);
    const others = images.platforms.filter((one) => one !== before);
    return { ...images, platforms: [...others, { platformId, images: [...(before?.images ?? []), use] }] };
  }
  const before = images.salesChannels.find((one) => one.salesChannelId === salesChannelId);
  const others = images.salesChannels.filter((one) => one !== before);
  return {
    ...images,
    salesChannels: [...others, { salesChannelId, images: [...(before?.images ?? []), use] }],
  };
}

/** How many images a channel shows. */
export function imageCount(images: Item['images'], salesChannelId: string): number {
  if (salesChannelId === wawiChannel) return images.defaults.length;
  const platformId = platformOfChannel(salesChannelId);
  const group =
    platformId === undefined
      ? images.salesChannels.find((one) => one.salesChannelId === salesChannelId)
      : images.platforms.find((one) => one.platformId === platformId);
  return group?.images.length ?? 0;
}
