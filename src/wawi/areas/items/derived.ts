import { registry } from '../../store/registry.ts';
import type { TenantData } from '../../store/tenant-data.ts';
import type { Decimal } from '../../store/values/decimal.ts';

/** Values of an item that higher areas derive: stock, purchase orders, prices with tax. */
export interface DerivedOfItem {
  stockSummary(data: TenantData, itemId: number): { total: Decimal; reserved: Decimal; available: Decimal };
  /** @returns the open quantity of the item in sales orders */
  quantityInOrders(data: TenantData, itemId: number): Decimal;
  /** @returns the open quantity of purchase orders, and the date of the latest one (ISO 8601) */
  purchaseSummary(data: TenantData, itemId: number): { incoming: Decimal; lastPurchase?: string };
  /** @returns the gross price of a sale within the company's country, unrounded */
  domesticGross(data: TenantData, net: Decimal, taxClassId: number | undefined): Decimal;
}

export const derivedOfItem = registry<DerivedOfItem>('items');
