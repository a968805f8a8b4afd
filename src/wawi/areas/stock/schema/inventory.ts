import type { Decimal } from '../../../store/values/decimal.ts';
import type { EntityKind } from '../../../store/collections/collection.ts';
import type { StockIdentity } from './stock.ts';

/** A counted quantity that has not been booked yet. */
export interface InventoryCount extends StockIdentity {
  readonly id: number;
  quantity: Decimal;
  /** What the books said when it was counted. */
  expectedQuantity: Decimal;
  serialNumbers: string[];
  comment?: string;
  /** ISO 8601. */
  countedAt: string;
}

/** Goods that have left one warehouse and not reached the other. */
export interface GoodsInTransit {
  quantity: Decimal;
  batchNumber?: string;
  /** ISO 8601. */
  shelfLifeExpirationDate?: string;
  serialNumbers: string[];
}

export interface StockTransferLineItem {
  readonly id: number;
  itemId: number;
  quantity: Decimal;
  /** What has left the source warehouse. */
  shippedQuantity: Decimal;
  /** What has come in at the target warehouse. */
  receivedQuantity: Decimal;
  /** What got lost on the way. */
  writtenOffQuantity: Decimal;
  inTransit: GoodsInTransit[];
}

/** 0 open, 1 in transit, 2 partly received, 3 completed (fidelity row `stock-transfer-status`). */
export type StockTransferStatus = 0 | 1 | 2 | 3;

/** Goods on their way from one warehouse to another. */
export interface StockTransfer {
  readonly id: number;
  number: string;
  sourceWarehouseId: number;
  targetWarehouseId: number;
  shippingMethodId?: number;
  /** ISO 8601. */
  expectedDeliveryDate?: string;
  note?: string;
  status: StockTransferStatus;
  /** ISO 8601. */
  createdAt: string;
  lineItems: StockTransferLineItem[];
}

export interface InventoryEntities {
  inventoryCount: InventoryCount;
  stockTransfer: StockTransfer;
}

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
