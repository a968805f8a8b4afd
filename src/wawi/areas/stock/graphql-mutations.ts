import { without } from '../../store/values/merge.ts';
import type { TenantData } from '../../store/tenant-data.ts';
import type { CommandBinding, CommandCall, RootBindings } from '../../wire/graphql/call.ts';
import { acts, changes, creates } from '../../wire/graphql/commands.ts';
import {
  changeBinLocation,
  createBinLocation,
  deleteBinLocation,
  type BinLocationDraft,
} from './operations/bin-locations.ts';
import { receiveTransfer, shipTransfer, type ReceiptDraft } from './operations/goods-in-transit.ts';
import { addCount, finishCount, type CountDraft } from './operations/inventory-counts.ts';
import { createShippingBox, placeShippingBox, type ShippingBoxDraft } from './operations/shipping-boxes.ts';
import { convertToStandardItem, type StandardItemConversion } from './operations/standard-items.ts';
import { postInbound, postOutbound, type StockPosting } from './operations/stock-postings.ts';
import {
  addTransferLine,
  cancelTransfer,
  createTransfer,
  type TransferDraft,
  type TransferLineDraft,
} from './operations/stock-transfers.ts';
import { addToZone, changeZone, createZone, removeFromZone } from './operations/warehouse-zones.ts';
import type { StorageLocation } from './schema/stock.ts';

/** A mutation that answers true; null in its input says the same as leaving the field out. */
function updates<D>(scope: string, act: (data: TenantData, call: CommandCall<D>) => void): CommandBinding {
  return creates<D>(scope, async (call) => {
    await call.write((data) => {
      act(data, call);
    });
    return true;
  });
}

/** A mutation that brings a bin location into a state. */
function binLocationState(state: Partial<StorageLocation>): CommandBinding {
  return acts<{ binLocationId: number }>('warehouse.write', (data, { draft }) => {
    data.update('storageLocation', draft.binLocationId, state);
  });
}

const binLocationCommands: RootBindings = {
  CreateBinLocation: creates<BinLocationDraft>('warehouse.write', async (call) => {
    const { id } = await call.write((data) => createBinLocation(data, call.draft));
    return { binLocationId: id };
  }),
  UpdateBinLocationMetadata: updates<{ binLocationId: number }>('warehouse.write', (data, { draft }) => {
    changeBinLocation(data, draft.binLocationId, without(draft, 'binLocationId'));
  }),
  DeleteBinLocation: acts<{ binLocationId: number }>('warehouse.write', (data, { draft }) => {
    deleteBinLocation(data, draft.binLocationId);
  }),
  // No command unlocks a location; activating it is what makes it usable again.
  ActivateBinLocation: binLocationState({ isActive: true, lockForShipment: false }),
  DeactivateBinLocation: binLocationState({ isActive: false }),
  LockBinLocation: binLocationState({ lockForShipment: true }),
  LockBinLocationForAvailableStock: binLocationState({ lockForAvailability: true }),
  UnlockBinLocationForAvailableStock: binLocationState({ lockForAvailability: false }),
};

interface ZoneBins {
  zoneId: number;
  binLocationIds: number[];
}

const zoneCommands: RootBindings = {
  CreateWarehouseZone: creates<Parameters<typeof createZone>[1]>('warehouse.write', async (call) => {
    const { id } = await call.write((data) => createZone(data, call.draft));
    return { zoneId: id };
  }),
  UpdateWarehouseZoneMetadata: updates<{ zoneId: number }>('warehouse.write', (data, { draft }) => {
    changeZone(data, draft.zoneId, without(draft, 'zoneId'));
  }),
  DeleteWarehouseZone: acts<{ zoneId: number }>('warehouse.write', (data, { draft }) => {
    data.delete('warehouseZone', draft.zoneId);
  }),
  AddBinLocationsToZone: acts<ZoneBins>('warehouse.write', (data, { draft }) => {
    addToZone(data, draft.zoneId, draft.binLocationIds);
  }),
  RemoveBinLocationsFromZone: acts<ZoneBins>('warehouse.write', (data, { draft }) => {
    removeFromZone(data, draft.zoneId, draft.binLocationIds);
  }),
};

const boxCommands: RootBindings = {
  CreateShippingBox: creates<ShippingBoxDraft>('warehouse.write', async (call) => {
    const { id } = await call.write((data) => createShippingBox(data, call.draft));
    return { shippingBoxId: id };
  }),
  UpdateShippingBoxMetadata: acts<{ shippingBoxId: number; attributes: string[] }>(
    'warehouse.write',
    (data, { draft: { shippingBoxId, attributes } }) => {
      data.update('shippingBox', shippingBoxId, { attributes });
    },
  ),
  AssignShippingBoxToLocation: acts<{ shippingBoxId: number; binLocationId: number }>(
    'warehouse.write',
    (data, { draft }) => {
      placeShippingBox(data, draft.shippingBoxId, draft.binLocationId);
    },
  ),
  DeleteShippingBox: acts<{ shippingBoxId: number }>('warehouse.write', (data, { draft }) => {
    data.delete('shippingBox', draft.shippingBoxId);
  }),
};

function stockPosting(post: typeof postInbound): CommandBinding {
  return creates<StockPosting>('inventories.write', async (call) => {
    const totalQuantity = await call.write((data) => post(data, call.draft, call.now));
    return { totalQuantity };
  });
}

const stockCommands: RootBindings = {
  ConvertStockItemToStandardItem: changes<StandardItemConversion>('items.write', async (call) => {
    const { itemId } = call.draft;
    const stockWrittenOff = await call.write((data) => convertToStandardItem(data, call.draft, call.now));
    return { itemId, stockWrittenOff };
  }),
  ExecuteInboundStockPosting: stockPosting(postInbound),
  ExecuteOutboundStockPosting: stockPosting(postOutbound),
  AddToInventoryCount: creates<CountDraft & { warehouseId: number }>('inventories.write', async (call) => {
    const { warehouseId, ...count } = call.draft;
    const { id } = await call.write((data) => addCount(data, warehouseId, count, call.now));
    return { inventoryCountId: id };
  }),
  FinishInventoryCount: acts<{ warehouseId: number; setUncountedToZero?: boolean | null }>(
    'inventories.write',
    (data, { draft, now }) => {
      finishCount(data, draft.warehouseId, draft.setUncountedToZero === true, now);
    },
  ),
  CreateStockTransfer: creates<TransferDraft>('inventories.write', async (call) => {
    call.assume('stock-transfer-status');
    const { id } = await call.write((data) => createTransfer(data, call.draft, call.now));
    return { stockTransferId: id };
  }),
  CreateStockTransferLineItem: acts<TransferLineDraft & { stockTransferId: number }>(
    'inventories.write',
    (data, { draft: { stockTransferId, ...line } }) => {
      addTransferLine(data, stockTransferId, line);
    },
  ),
  MoveStockTransferToTransit: acts<{ stockTransferId: number }>(
    'inventories.write',
    (data, { draft, now }) => {
      shipTransfer(data, draft.stockTransferId, now);
    },
  ),
  ReceiveStockTransferFromTransit: acts<ReceiptDraft & { stockTransferId: number }>(
    'inventories.write',
    (data, { draft: { stockTransferId, ...receipt }, now }) => {
      receiveTransfer(data, stockTransferId, receipt, now);
    },
  ),
  CancelStockTransfer: acts<{ stockTransferId: number }>('inventories.write', (data, { draft }) => {
    cancelTransfer(data, draft.stockTransferId);
  }),
};

/** Commands for stock and warehouses. */
export const stockMutations: RootBindings = {
  ...stockCommands,
  ...binLocationCommands,
  ...zoneCommands,
  ...boxCommands,
};
