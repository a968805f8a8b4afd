import type { Image } from '../schema/item-master.ts';
import { invalid, notFound } from '../../../store/errors.ts';
import { imageFormat } from '../rules/image-format.ts';
import {
  imageCount,
  imagesOf,
  mapImages,
  showsImage,
  withImage,
  type ListedImage,
} from '../rules/item-images.ts';
import type { TenantData } from '../../../store/tenant-data.ts';
import { changeItem } from './items.ts';
import { checkChannels } from '../../master-data/operations/sales-channels.ts';
import { platformOfChannel } from '../rules/item-texts.ts';

/** An image that came with a request, its bytes stored under `fileId`. */
export interface NewImage {
  fileId: number;
  bytes: Uint8Array;
  filename: string;
}

/**
 * Adds an image to an item, last on its channel; the first of a channel is its main image.
 * @param now ISO 8601
 * @throws DomainError `not-found`, `invalid` for bytes that are not an image
 */
export function addImage(
  data: TenantData,
  itemId: number,
  image: NewImage,
  salesChannelId: string,
  now: string,
): ListedImage {
  checkChannel(data, salesChannelId);
  const stored = data.insert('image', imageFields(image));
  const item = changeItem(data, itemId, now, (before) => {
    const sortNumber = imageCount(before.images, salesChannelId) + 1;
    const use = { imageId: stored.id, sortNumber, isMainImage: sortNumber === 1 };
    return { ...before, images: withImage(before.images, salesChannelId, use) };
  });
  return listed(imagesOf(data, item), itemId, stored.id);
}

/** The changes of {@link changeImage}; absent fields stay. */
export interface ImageChange {
  image?: NewImage;
  filename?: string;
  sortNumber?: number;
  /** The only channel the image is shown on from now on. */
  salesChannelId: string;
}

/** Changes an image of an item: its bytes, its name, where it is shown and in which place. */
export function changeImage(
  data: TenantData,
  itemId: number,
  imageId: number,
  change: ImageChange,
  now: string,
): ListedImage {
  checkChannel(data, change.salesChannelId);
  const before = listed(imagesOf(data, data.get('item', itemId)), itemId, imageId);
  if (change.image) data.update('image', imageId, imageFields(change.image));
  else if (change.filename !== undefined) data.update('image', imageId, { filename: change.filename });
  const use = {
    imageId,
    sortNumber: change.sortNumber ?? before.sortNumber,
    isMainImage: before.isMainImage,
  };
  const item = changeItem(data, itemId, now, (current) => ({
    ...current,
    images:
      change.salesChannelId === before.salesChannelId
        ? mapImages(current.images, (uses) => uses.map((one) => (one.imageId === imageId ? use : one)))
        : withImage(withoutImage(current.images, imageId), change.salesChannelId, use),
  }));
  return listed(imagesOf(data, item), itemId, imageId);
}

/** Takes an image off an item; an image that nothing shows any more is gone. */
export function removeImage(data: TenantData, itemId: number, imageId: number, now: string): void {
  if (!showsImage(data.get('item', itemId), imageId)) throw notFound('image', imageId);
  changeItem(data, itemId, now, (item) => ({ ...item, images: withoutImage(item.images, imageId) }));
  const isShown =
    [...data.of('item').values()].some((item) => showsImage(item, imageId)) ||
    data.of('manufacturer').anyWhere('imageId', imageId);
  if (!isShown) data.delete('image', imageId);
}

function withoutImage(
  images: Parameters<typeof mapImages>[0],
  imageId: number,
): ReturnType<typeof mapImages> {
  return mapImages(images, (uses) => uses.filter((one) => one.imageId !== imageId));
}

function imageFields({ fileId, bytes, filename }: NewImage): Omit<Image, 'id'> {
  const format = imageFormat(bytes);
  if (!format)
    throw invalid(
      'imageData',
      `The ${bytes.byteLength} bytes are not an image; send a JPEG, PNG, GIF, BMP or WebP.`,
    );
  return {
    fileId,
    filename,
    imageDataType: format.type,
    size: bytes.byteLength,
    width: format.width,
    height: format.height,
  };
}

function checkChannel(data: TenantData, salesChannelId: string): void {
  if (platformOfChannel(salesChannelId) === undefined) checkChannels(data, [salesChannelId]);
}

function listed(images: readonly ListedImage[], itemId: number, imageId: number): ListedImage {
  const found = images.find((one) => one.itemId === itemId && one.imageId === imageId);
  if (!found) throw notFound('image', imageId);
  return found;
}
