import { add, max, subtract, zero, type Decimal } from '../../../store/values/decimal.ts';
import { derivedFrom } from '../../../store/derived.ts';
import type { TenantData } from '../../../store/tenant-data.ts';
import { purchaseOrderStatus } from '../schema/purchasing.ts';

/** Summary of an item's purchase orders (fidelity row `incoming-stock`). */
export interface PurchaseSummary {
  /** The quantity that open purchase orders have yet to deliver; drop shipments never reach the stock. */
  incoming: Decimal;
  /** When the latest purchase order was made, ISO 8601; undefined if there was none. */
  lastPurchase?: string;
}

const none: PurchaseSummary = { incoming: zero };

const summaries = derivedFrom('purchaseOrder', (data): ReadonlyMap<number, PurchaseSummary> => {
  const byItem = new Map<number, PurchaseSummary>();
  for (const order of data.of('purchaseOrder').values()) {
    const comesIn = order.status !== purchaseOrderStatus.completed && !order.isDropshipping;
    for (const { itemId, quantity, quantityDelivered } of order.lineItems) {
      if (itemId === undefined) continue;
      const { incoming, lastPurchase = '' } = byItem.get(itemId) ?? none;
      const open = comesIn ? max(zero, subtract(quantity, quantityDelivered)) : zero;
      byItem.set(itemId, {
        incoming: add(incoming, open),
        lastPurchase: order.createdAt > lastPurchase ? order.createdAt : lastPurchase,
      });
    }
  }
  return byItem;
});

/** @returns the incoming quantity of an item, and its last purchase */
export function purchaseSummary(data: TenantData, itemId: number): PurchaseSummary {
  return summaries(data).get(itemId) ?? none;
}
