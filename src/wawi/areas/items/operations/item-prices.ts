import type { ScalePrice } from '../schema/items.ts';
import { DomainError, duplicate, invalid } from '../../../store/errors.ts';
import { merge } from '../../../store/values/merge.ts';
import { zero } from '../../../store/values/decimal.ts';
import { completeScale } from '../rules/item-defaults.ts';
import {
  channelPrices,
  customerPrices,
  withChannelScale,
  withCustomerScale,
  type ChannelPrice,
  type CustomerPrice,
} from '../rules/item-prices.ts';
import { wawiChannel } from '../rules/item-texts.ts';
import type { TenantData } from '../../../store/tenant-data.ts';
import { changeItem } from './items.ts';

/** The identity of a price on an item: from which quantity, for which customers. */
export interface ChannelPriceKey {
  salesChannelId: string;
  customerGroupId: number;
  fromQuantity: number;
}

export interface CustomerPriceKey {
  customerId: number;
  fromQuantity: number;
}

type PriceChange = Partial<Record<keyof ScalePrice, unknown>>;

/**
 * Adds a price for a sales channel and customer group; without a group it is for the tenant's default one.
 * @throws DomainError `duplicate`, `not-found`, `missing-reference`
 */
export function addChannelPrice(
  data: TenantData,
  itemId: number,
  draft: Partial<ChannelPrice>,
  now: string,
): ChannelPrice & { itemId: number } {
  const { salesChannelId = wawiChannel, customerGroupId = defaultGroup(data), ...price } = draft;
  const key = { salesChannelId, customerGroupId, fromQuantity: price.fromQuantity ?? 1 };
  changeItem(data, itemId, now, (item) => ({
    ...item,
    ...withChannelScale(item, salesChannelId, customerGroupId, (scale) => added(scale, price)),
  }));
  return { ...channelPrice(data, itemId, key), itemId };
}

/** Changes a price, or takes it out. */
export function changeChannelPrice(
  data: TenantData,
  itemId: number,
  key: ChannelPriceKey,
  change: PriceChange | undefined,
  now: string,
): void {
  channelPrice(data, itemId, key);
  changeItem(data, itemId, now, (item) => ({
    ...item,
    ...withChannelScale(item, key.salesChannelId, key.customerGroupId, (scale) =>
      changed(scale, key.fromQuantity, change),
    ),
  }));
}

/** Adds a price for one customer; refusals as {@link addChannelPrice}. */
export function addCustomerPrice(
  data: TenantData,
  itemId: number,
  draft: Partial<CustomerPrice> & Pick<CustomerPrice, 'customerId'>,
  now: string,
): CustomerPrice & { itemId: number } {
  const { customerId, ...price } = draft;
  changeItem(data, itemId, now, (item) => ({
    ...item,
    customerPrices: withCustomerScale(item, customerId, (scale) => added(scale, price)),
  }));
  return {
    ...customerPrice(data, itemId, { customerId, fromQuantity: price.fromQuantity ?? 1 }),
    itemId,
  };
}

/** Changes a customer's price, or takes it out. */
export function changeCustomerPrice(
  data: TenantData,
  itemId: number,
  key: CustomerPriceKey,
  change: PriceChange | undefined,
  now: string,
): void {
  customerPrice(data, itemId, key);
  changeItem(data, itemId, now, (item) => ({
    ...item,
    customerPrices: withCustomerScale(item, key.customerId, (scale) =>
      changed(scale, key.fromQuantity, change),
    ),
  }));
}

function added(scale: readonly ScalePrice[], draft: Partial<ScalePrice>): ScalePrice[] {
  const price: ScalePrice = {
    fromQuantity: draft.fromQuantity ?? 1,
    netPrice: draft.netPrice ?? zero,
    reduceStandardPriceByPercent: draft.reduceStandardPriceByPercent ?? zero,
  };
  if (price.fromQuantity < 0)
    throw invalid('fromQuantity', `The quantity ${price.fromQuantity} must not be negative.`);
  if (scale.some((one) => one.fromQuantity === price.fromQuantity))
    throw duplicate('fromQuantity', `There is a price from quantity ${price.fromQuantity} on already.`);
  return [...scale, price].sort((a, b) => a.fromQuantity - b.fromQuantity);
}

function changed(
  scale: readonly ScalePrice[],
  fromQuantity: number,
  change: PriceChange | undefined,
): ScalePrice[] {
  if (change === undefined) return scale.filter((one) => one.fromQuantity !== fromQuantity);
  return scale.flatMap((one) =>
    one.fromQuantity === fromQuantity ? completeScale([merge(one, change)]) : [one],
  );
}

function channelPrice(data: TenantData, itemId: number, key: ChannelPriceKey): ChannelPrice {
  const found = channelPrices(data.get('item', itemId)).find(
    (price) =>
      price.salesChannelId === key.salesChannelId &&
      price.customerGroupId === key.customerGroupId &&
      price.fromQuantity === key.fromQuantity,
  );
  if (found) return found;
  throw new DomainError(
    'not-found',
    `The item ${itemId} has no price for sales channel ${key.salesChannelId} and customer group ${key.customerGroupId} from quantity ${key.fromQuantity} on.`,
  );
}

function customerPrice(data: TenantData, itemId: number, key: CustomerPriceKey): CustomerPrice {
  const found = customerPrices(data.get('item', itemId)).find(
    (price) => price.customerId === key.customerId && price.fromQuantity === key.fromQuantity,
  );
  if (found) return found;
  throw new DomainError(
    'not-found',
    `The item ${itemId} has no price for customer ${key.customerId} from quantity ${key.fromQuantity} on.`,
  );
}

function defaultGroup(data: TenantData): number {
  for (const group of data.of('customerGroup').values()) if (group.isDefault) return group.id;
  throw invalid('customerGroupId', 'There is no default customer group; name one.');
}
