import {
  decimal,
  divide,
  isZero,
  multiply,
  round,
  zero,
  type Decimal,
} from '../../../store/values/decimal.ts';
import type { GroupPrices, Item, ScalePrice } from '../schema/items.ts';
import { wawiChannel } from './item-texts.ts';

const hundred = decimal(100);

/** A price with all that names it, as v1 lists prices. */
export type ChannelPrice = ScalePrice & { salesChannelId: string; customerGroupId: number };
export type CustomerPrice = ScalePrice & { customerId: number };

/** Every price by channel and customer group, Wawi's own first. */
export function channelPrices(item: Item): ChannelPrice[] {
  return [{ salesChannelId: wawiChannel, prices: item.defaultPrices }, ...item.salesChannelPrices].flatMap(
    ({ salesChannelId, prices }) =>
      prices.flatMap(({ customerGroupId, prices: scale }) =>
        scale.map((price) => ({ ...price, salesChannelId, customerGroupId })),
      ),
  );
}

export function customerPrices(item: Item): CustomerPrice[] {
  return item.customerPrices.flatMap(({ customerId, prices }) =>
    prices.map((price) => ({ ...price, customerId })),
  );
}

/**
 * Adds a price to a channel's groups, or removes it.
 * @param scale returns the group's new prices
 */
export function withChannelScale(
  item: Item,
  salesChannelId: string,
  customerGroupId: number,
  scale: (prices: readonly ScalePrice[]) => ScalePrice[],
): Pick<Item, 'defaultPrices' | 'salesChannelPrices'> {
  const { defaultPrices, salesChannelPrices } = item;
  if (salesChannelId === wawiChannel)
    return { defaultPrices: withGroupScale(defaultPrices, customerGroupId, scale), salesChannelPrices };
  const channel = salesChannelPrices.find((one) => one.salesChannelId === salesChannelId);
  const changed = {
    salesChannelId,
    isActive: channel?.isActive ?? true,
    prices: withGroupScale(channel?.prices ?? [], customerGroupId, scale),
  };
  const others = salesChannelPrices.filter((one) => one !== channel);
  return {
    defaultPrices,
    salesChannelPrices: changed.prices.length > 0 ? [...others, changed] : others,
  };
}

function withGroupScale(
  groups: readonly GroupPrices[],
  customerGroupId: number,
  scale: (prices: readonly ScalePrice[]) => ScalePrice[],
): GroupPrices[] {
  const group = groups.find((one) => one.customerGroupId === customerGroupId);
  const prices = scale(group?.prices ?? []);
  const others = groups.filter((one) => one !== group);
  return prices.length > 0 ? [...others, { customerGroupId, prices }] : others;
}

/** As {@link withChannelScale}, for the prices of one customer. */
export function withCustomerScale(
  item: Item,
  customerId: number,
  scale: (prices: readonly ScalePrice[]) => ScalePrice[],
): Item['customerPrices'] {
  const own = item.customerPrices.find((one) => one.customerId === customerId);
  const prices = scale(own?.prices ?? []);
  const others = item.customerPrices.filter((one) => one !== own);
  return prices.length > 0 ? [...others, { customerId, prices }] : others;
}

/** The profit on an item, in per cent of its sales price; zero without one. */
export function profitPercent(salesPrice: Decimal, profit: Decimal): Decimal {
  return isZero(salesPrice) ? zero : round(multiply(divide(profit, salesPrice), hundred));
}

/** The price per reference amount of the content ("Grundpreis"), where the item declares it. */
export function basePrice({ unitPricing, prices }: Item): Decimal | undefined {
  const { isBasePriceDeclared, innerQuantity, basePriceReferenceAmount } = unitPricing;
  if (!isBasePriceDeclared || isZero(innerQuantity)) return undefined;
  return round(multiply(divide(prices.salesPriceNet, innerQuantity), basePriceReferenceAmount));
}
