import type { TenantData } from '../../../store/tenant-data.ts';
import { compare, isZero, min, subtract, zero, type Decimal } from '../../../store/values/decimal.ts';
import { leavingOrder, quantityInPickLists } from '../rules/stock.ts';
import type { Stock } from '../schema/stock.ts';
import { lockOf } from './stock-summary.ts';

/** Goods set aside for a line: on a storage location, in a warehouse without booking, or at a supplier. */
export interface Part {
  quantity: Decimal;
  warehouseId?: number;
  supplierId?: number;
  contactPersonId?: number;
  stock?: Stock;
}

/** Takes what is free of the rows that are meant, in the order in which goods leave. */
export function stockParts(
  data: TenantData,
  itemId: number,
  wanted: Decimal,
  isMeant: (row: Stock) => boolean,
): (Part & { stock: Stock; warehouseId: number })[] {
  const rows = [...data.of('stock').where('itemId', itemId)]
    .filter((row) => isMeant(row) && !lockOf(data, row).forShipment)
    .sort(leavingOrder);
  const parts: (Part & { stock: Stock; warehouseId: number })[] = [];
  let open = wanted;
  for (const row of rows) {
    if (isZero(open)) break;
    const free = subtract(
      row.quantity,
      quantityInPickLists(row, data.of('pickListPosition').where('itemId', itemId)),
    );
    const quantity = min(open, free);
    if (compare(quantity, zero) <= 0) continue;
    parts.push({ quantity, warehouseId: row.warehouseId, stock: row });
    open = subtract(open, quantity);
  }
  return parts;
}
