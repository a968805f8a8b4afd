import type {
  GoodsInTransit,
  InventoryCount,
  InventoryEntities,
  StockTransfer,
  StockTransferLineItem,
} from './inventory.ts';
import type { Shape, Shapes } from '../../../store/shapes/shape.ts';

const inventoryCount: Shape<InventoryCount> = {
  id: 'id',
  quantity: 'amount',
  expectedQuantity: 'amount',
  serialNumbers: ['text'],
  comment: 'text',
  countedAt: 'instant',
  itemId: 'whole',
  warehouseId: 'whole',
  storageLocationId: 'whole',
  batchNumber: 'text',
  shelfLifeExpirationDate: 'instant',
};

const goodsInTransit: Shape<GoodsInTransit> = {
  quantity: 'amount',
  batchNumber: 'text',
  shelfLifeExpirationDate: 'instant',
  serialNumbers: ['text'],
};

const stockTransferLineItem: Shape<StockTransferLineItem> = {
  id: 'id',
  itemId: 'whole',
  quantity: 'amount',
  shippedQuantity: 'amount',
  receivedQuantity: 'amount',
  writtenOffQuantity: 'amount',
  inTransit: [goodsInTransit],
};

const stockTransfer: Shape<StockTransfer> = {
  id: 'id',
  number: 'text',
  sourceWarehouseId: 'whole',
  targetWarehouseId: 'whole',
  shippingMethodId: 'whole',
  expectedDeliveryDate: 'instant',
  note: 'text',
  status: new Set([0, 1, 2, 3]),
  createdAt: 'instant',
  lineItems: [stockTransferLineItem],
};

export const inventoryShapes: Shapes<InventoryEntities> = { inventoryCount, stockTransfer };
