import { wrongState } from '../../../store/errors.ts';
import type { TenantData } from '../../../store/tenant-data.ts';
import { isZero, subtract, zero } from '../../../store/values/decimal.ts';
import { changeItem } from '../../items/operations/items.ts';
import { bookStock, identityOf } from './stock.ts';

/** The effects of {@link convertToStandardItem}. */
export interface StandardItemConversion {
  itemId: number;
  /** Whether what is in stock may be written off. */
  writeOffExistingStock?: boolean | null;
}

/**
 * Ends the stock management of an item. Minimum and maximum stock of single warehouses, negative stock and the stock of
 * suppliers are reset with it (REST 2.2, convert stock item to standard item).
 * @param now ISO 8601
 * @returns whether stock was written off
 * @throws DomainError `not-found`, `state` when there is stock that may not be written off
 */
export function convertToStandardItem(
  data: TenantData,
  { itemId, writeOffExistingStock }: StandardItemConversion,
  now: string,
): boolean {
  const item = data.get('item', itemId);
  const rows = [...data.of('stock').where('itemId', itemId)].filter(({ quantity }) => !isZero(quantity));
  if (rows.length > 0 && writeOffExistingStock !== true)
    throw wrongState(
      `The item ${itemId} (${item.sku}) is in stock; set writeOffExistingStock to true to write its stock off.`,
    );
  for (const row of rows) {
    const quantity = subtract(zero, row.quantity);
    bookStock(data, { ...identityOf(row), quantity, isExact: true }, now);
  }
  changeItem(data, itemId, now, (before) => ({
    ...before,
    allowNegativeStock: false,
    warehouseConstraints: before.warehouseConstraints.map((one) => ({
      ...one,
      minStock: zero,
      maxStock: zero,
    })),
    suppliers: before.suppliers.map((supplier) => ({ ...supplier, mergeStockLevel: false })),
    storageOptions: { ...before.storageOptions, inventoryManagementActive: false },
  }));
  return rows.length > 0;
}
