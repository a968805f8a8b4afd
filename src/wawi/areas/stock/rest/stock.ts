import { isNegative } from '../../../store/values/decimal.ts';
import type { SerialNumber, Stock, StockChange } from '../schema/stock.ts';
import { bookStock, type StockBooking } from '../operations/stock.ts';
import { storageLocationTypes, warehouseTypes } from '../rules/warehouse-types.ts';
import type { Call, Handler } from '../../../wire/rest/call.ts';
import { all, idOf, page, pageOfRows } from '../../../wire/rest/handlers.ts';

/** Stock. A filter by an unknown id finds nothing. */
export const stocks = page<'stock'>('stock', {
  filters: { itemId: 'itemId', warehouseId: 'warehouseId', storageLocationId: 'storageLocationId' },
});

export const stockChanges = page<'stockChange'>('stockChange', {
  filters: {
    itemId: 'itemId',
    startDate: (change: StockChange, since: string) => change.changedDate >= since,
  },
});

export const bookStockHandler: Handler = async (call) => {
  const booking = call.draft as unknown as StockBooking;
  const value = await call.write<Stock>((data) => bookStock(data, booking, call.now));
  const isOurs = leavesUnnamedPieces(call, booking);
  return { value, ...(isOurs ? { assumptions: ['serial-numbers-first-in'] } : {}) };
};

/** Whether pieces with serial numbers leave and the booking does not say which. */
function leavesUnnamedPieces({ data }: Call, { itemId, quantity, serialNumbers }: StockBooking): boolean {
  const isPieces = data.of('item').get(itemId)?.storageOptions.serialNumberItem ?? false;
  return isPieces && isNegative(quantity) && (serialNumbers ?? []).length === 0;
}

/** Serial numbers in stock, gathered by item and storage location. */
export const serialNumbers: Handler = (call) => {
  const { itemId, warehouseId } = call.query as { itemId?: number; warehouseId?: number };
  const rows = call.data.of('serialNumber');
  const groups = new Map<
    string,
    Pick<SerialNumber, 'itemId' | 'warehouseId' | 'storageLocationId'> & { serialNumbers: string[] }
  >();
  for (const row of itemId === undefined ? rows.values() : rows.where('itemId', itemId)) {
    if (!row.isActive || (warehouseId !== undefined && row.warehouseId !== warehouseId)) continue;
    const key = `${row.itemId}/${row.storageLocationId}`;
    const group = groups.get(key);
    if (group) group.serialNumbers.push(row.serialNumber);
    else {
      const { warehouseId: warehouse, storageLocationId } = row;
      groups.set(key, {
        itemId: row.itemId,
        warehouseId: warehouse,
        storageLocationId,
        serialNumbers: [row.serialNumber],
      });
    }
  }
  return { value: pageOfRows(call, [...groups.values()]) };
};

export const warehouses = page<'warehouse'>('warehouse', { filters: { isActive: 'isActive' } });

export const storageLocations: Handler = (call) => {
  const warehouse = call.data.get('warehouse', idOf(call));
  const rows = [...call.data.of('storageLocation').where('warehouseId', warehouse.id)];
  return { value: pageOfRows(call, rows) };
};

export const warehouseTypeList: Handler = () => ({ value: warehouseTypes });
export const storageLocationTypeList: Handler = () => ({ value: storageLocationTypes });
export const pickListTemplates = page('pickListTemplate');
export const shippingMethods = all('shippingMethod');
