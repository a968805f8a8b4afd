import type { Decimal } from '../../../store/values/decimal.ts';
import type { TenantData } from '../../../store/tenant-data.ts';

/** The prices of an item, and its last sales price. */
export interface ItemPriceDetails {
  itemId: number;
  defaultSalesPriceNet: Decimal;
  latestSalesPriceNet?: Decimal;
  customersLatestSalesPriceNet?: Decimal;
  purchasePriceNet: Decimal;
  latestPurchasePriceNet?: Decimal;
}

/** @returns the prices of the items that there are; the latest ones from the sales orders, newest first */
export function itemPriceDetails(
  data: TenantData,
  itemIds: readonly number[],
  customerId: number,
): ItemPriceDetails[] {
  const found = new Map<number, ItemPriceDetails>();
  for (const id of itemIds) {
    const item = data.of('item').get(id);
    if (!item) continue;
    const { salesPriceNet, purchasePriceNet } = item.prices;
    found.set(id, { itemId: id, defaultSalesPriceNet: salesPriceNet, purchasePriceNet });
  }
  for (const order of data.of('salesOrder').orderedBy('salesOrderDate', true)) {
    for (const line of order.lineItems) {
      const details = line.itemId === undefined ? undefined : found.get(line.itemId);
      if (!details || order.isCancelled) continue;
      details.latestSalesPriceNet ??= line.salesPriceNet;
      details.latestPurchasePriceNet ??= line.purchasePriceNet;
      if (order.customerId === customerId) details.customersLatestSalesPriceNet ??= line.salesPriceNet;
    }
  }
  return [...found.values()];
}
