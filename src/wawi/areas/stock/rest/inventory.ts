import type { Decimal } from '../../../store/values/decimal.ts';
import type { StockChange } from '../schema/stock.ts';
import { withoutNulls } from '../../../store/values/merge.ts';
import { addCount, changeCount, finishCount, type CountDraft } from '../operations/inventory-counts.ts';
import { stockSummary } from '../operations/stock-summary.ts';
import {
  addTransferLine,
  cancelTransfer,
  changeTransferLine,
  createTransfer,
  updateTransfer,
  type TransferDraft,
} from '../operations/stock-transfers.ts';
import {
  receiveTransfer,
  shipTransfer,
  writeOffTransfer,
  type ReceiptDraft,
} from '../operations/goods-in-transit.ts';
import { textContains } from '../../../store/values/text-search.ts';
import { zoneTypes } from '../rules/bin-locations.ts';
import { obstacleTo, transferActions } from '../rules/stock-transfers.ts';
import type { BindingsV2, Call, Handler } from '../../../wire/rest/call.ts';
import { act, create, idOf, one, pageOfRows, remove, update } from '../../../wire/rest/handlers.ts';
import { assuming } from '../../../wire/rest/bindings.ts';
import { sortedPage, sortedPageOfRows } from '../../../wire/rest/sorted-lists.ts';
import { numberParam } from '../../../wire/rest/params.ts';

const countSorts = {
  id: 'id',
  itemId: 'itemId',
  storageLocationId: 'storageLocationId',
  countedAt: 'countedAt',
};

const warehouseCounts: Handler = (call) => {
  const warehouse = call.data.get('warehouse', idOf(call));
  const { countedAtAfter = '', countedAtBefore = '9999' } = call.query as Record<string, string | undefined>;
  const rows = [...call.data.of('inventoryCount').where('warehouseId', warehouse.id)].filter(
    (count) => count.countedAt >= countedAtAfter && count.countedAt <= countedAtBefore,
  );
  return { value: sortedPageOfRows(call, rows, countSorts) };
};

const countsFinished: Handler = async (call) => {
  const setToZero = call.draft['setUncountedToZero'] === true;
  return { value: await call.write((data) => finishCount(data, idOf(call), setToZero, call.now)) };
};

const allowedActions: Handler = (call) => {
  const transfer = call.data.get('stockTransfer', idOf(call));
  const value = transferActions.map((action) => {
    const obstacle = obstacleTo(action, transfer);
    return {
      action,
      isAllowed: obstacle === undefined,
      reason: obstacle && `The stock transfer ${transfer.number} ${obstacle}.`,
    };
  });
  return { value };
};

const transferLines: Handler = (call) => ({
  value: sortedPageOfRows(call, call.data.get('stockTransfer', idOf(call)).lineItems, {
    id: 'id',
    itemId: 'itemId',
  }),
});

const warehouseItemStock: Handler = (call) => {
  const warehouse = call.data.get('warehouse', numberParam(call, 'warehouseId'));
  const item = call.data.get('item', numberParam(call, 'itemId'));
  const value = {
    itemId: item.id,
    warehouseId: warehouse.id,
    ...stockSummary(call.data, item.id, warehouse.id),
  };
  return { value };
};

/** Bookings of a warehouse, the newest first; goods come from or go to a storage location of it. */
const stockMovements: Handler = (call) => {
  const { warehouseId, startTime = '', endTime = '9999', ...places } = call.query as unknown as MovementQuery;
  call.data.get('warehouse', warehouseId);
  const rows = [...call.data.of('stockChange').where('warehouseId', warehouseId)].filter(
    (change) =>
      change.changedDate >= startTime && change.changedDate <= endTime && isMeant(call, change, places),
  );
  return { value: pageOfRows(call, rows.reverse()) };
};

interface MovementPlaces {
  article?: string;
  sourceBinLocation?: string;
  targetBinLocation?: string;
}

interface MovementQuery extends MovementPlaces {
  warehouseId: number;
  startTime?: string;
  endTime?: string;
}

function isMeant(call: Call, change: StockChange, places: MovementPlaces): boolean {
  const item = call.data.of('item').get(change.itemId);
  if (places.article !== undefined && !textContains(places.article, item?.sku, item?.name)) return false;
  const bin = call.data.of('storageLocation').get(change.storageLocationId)?.name;
  const leaves = change.quantity.startsWith('-');
  const { sourceBinLocation: source, targetBinLocation: target } = places;
  if (source !== undefined && !(leaves && textContains(source, bin))) return false;
  return target === undefined || (!leaves && textContains(target, bin));
}

/** Counting and looking into stock; since 2.1. */
export const inventoryBindingsV2: BindingsV2 = {
  'GET /warehouses/{warehouseId}/delivery-address': (call) => ({
    value: call.data.get('warehouse', idOf(call)).address,
  }),
  'GET /warehouses/{warehouseId}/items/{itemId}/stocks': warehouseItemStock,
  'GET /warehouses/{warehouseId}/inventory-counts': warehouseCounts,
  'POST /warehouses/{warehouseId}/inventory-counts': create((data, draft, call) =>
    addCount(data, idOf(call), draft as unknown as CountDraft, call.now),
  ),
  'POST /warehouses/{warehouseId}/inventory-counts/finish': countsFinished,
  'GET /inventory-counts/{inventoryCountId}': one('inventoryCount'),
  'PATCH /inventory-counts/{inventoryCountId}': update((data, id, draft) =>
    changeCount(data, id, draft['quantity'] as Decimal),
  ),
  'DELETE /inventory-counts/{inventoryCountId}': remove('inventoryCount'),
  'GET /warehouse-assistant/stock-movement-histories': stockMovements,
  'GET /warehouse-assistant/zone-types': () => ({
    value: zoneTypes.map(({ value, name }) => ({ value, name })),
  }),
};

/** Transferring stock between warehouses; since 2.2. */
export const stockTransferBindingsV2: BindingsV2 = assuming(['stock-transfer-status'], {
  'GET /stock-transfers': sortedPage('stockTransfer', {
    sorts: {
      id: 'id',
      number: 'number',
      status: 'status',
      createdAt: 'createdAt',
      expectedDeliveryDate: 'expectedDeliveryDate',
    },
    dates: { createdAt: 'createdAt', expectedDeliveryDate: 'expectedDeliveryDate' },
  }),
  'POST /stock-transfers': create((data, draft, call) =>
    createTransfer(data, draft as unknown as TransferDraft, call.now),
  ),
  'GET /stock-transfers/{stockTransferId}': one('stockTransfer'),
  'PATCH /stock-transfers/{stockTransferId}': update(updateTransfer),
  'GET /stock-transfers/{stockTransferId}/allowed-actions': allowedActions,
  'POST /stock-transfers/{stockTransferId}/cancel': act((data, call) => {
    cancelTransfer(data, idOf(call));
  }),
  'POST /stock-transfers/{stockTransferId}/to-transit': update((data, id, _draft, call) =>
    shipTransfer(data, id, call.now),
  ),
  'POST /stock-transfers/{stockTransferId}/from-transit': update((data, id, draft, call) =>
    receiveTransfer(data, id, withoutNulls(draft) as unknown as ReceiptDraft, call.now),
  ),
  'POST /stock-transfers/{stockTransferId}/write-off-transit': update((data, id) =>
    writeOffTransfer(data, id),
  ),
  'GET /stock-transfers/{stockTransferId}/line-items': transferLines,
  'POST /stock-transfers/{stockTransferId}/line-items': create((data, draft, call) =>
    addTransferLine(data, idOf(call), draft as unknown as Parameters<typeof addTransferLine>[2]),
  ),
  'PATCH /stock-transfers/{stockTransferId}/line-items/{stockTransferLineItemId}': update(
    (data, id, draft, call) =>
      changeTransferLine(
        data,
        id,
        numberParam(call, 'stockTransferLineItemId'),
        draft['quantity'] as Decimal,
      ),
  ),
});
