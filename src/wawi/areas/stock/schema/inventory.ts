import type { Static } from 'typebox';
import type {
  goodsInTransit,
  inventoryCount,
  inventoryEntities,
  stockTransfer,
  stockTransferLineItem,
  stockTransferStatus,
} from './inventory.schema.ts';
import type { Entities } from '../../../store/fields.ts';
import type { EntityKind } from '../../../store/collections/collection.ts';

/** A counted quantity that has not been booked yet. */
export type InventoryCount = Static<typeof inventoryCount>;

/** Goods that have left one warehouse and not reached the other. */
export type GoodsInTransit = Static<typeof goodsInTransit>;

export type StockTransferLineItem = Static<typeof stockTransferLineItem>;

/** 0 open, 1 in transit, 2 completed (fidelity row `stock-transfer-status`). */
export type StockTransferStatus = Static<typeof stockTransferStatus>;

/** Goods on their way from one warehouse to another. */
export type StockTransfer = Static<typeof stockTransfer>;

export type InventoryEntities = Entities<typeof inventoryEntities>;

declare module '../../../store/entity-map.ts' {
  // eslint-disable-next-line @typescript-eslint/no-empty-object-type -- declaration merging
  interface EntityMap extends InventoryEntities {}
}

export const inventoryKinds: { [N in keyof InventoryEntities]: EntityKind<InventoryEntities[N]> } = {
  inventoryCount: {
    key: 'InventurZaehlungKey',
    label: 'inventory count',
    references: { itemId: 'item', warehouseId: 'warehouse', storageLocationId: 'storageLocation' },
  },
  stockTransfer: {
    key: 'UmlagerungKey',
    label: 'stock transfer',
    unique: ['number'],
    references: {
      sourceWarehouseId: 'warehouse',
      targetWarehouseId: 'warehouse',
      shippingMethodId: 'shippingMethod',
      'lineItems[].itemId': 'item',
    },
  },
};
