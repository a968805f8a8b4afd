import { stockIdentity } from './stock.schema.ts';
import {
  amount,
  choice,
  entity,
  id,
  instant,
  list,
  optional,
  part,
  text,
  whole,
} from '../../../store/fields.ts';

/** A counted quantity that has not been booked yet. */
export const inventoryCount = entity({
  ...stockIdentity.properties,
  quantity: amount,
  /** The booked quantity at the time of the count. */
  expectedQuantity: amount,
  serialNumbers: list(text),
  comment: optional(text),
  /** ISO 8601. */
  countedAt: instant,
});

/** Goods that have left one warehouse and not reached the other. */
export const goodsInTransit = part({
  quantity: amount,
  batchNumber: optional(text),
  /** ISO 8601. */
  shelfLifeExpirationDate: optional(instant),
  serialNumbers: list(text),
});

export const stockTransferLineItem = part({
  id,
  itemId: whole,
  quantity: amount,
  /** The quantity that left the source warehouse. */
  shippedQuantity: amount,
  /** The quantity that arrived at the target warehouse. */
  receivedQuantity: amount,
  /** The quantity that was lost in transit. */
  writtenOffQuantity: amount,
  inTransit: list(goodsInTransit),
});

/** 0 open, 1 in transit, 2 completed (fidelity row `stock-transfer-status`). */
export const stockTransferStatus = choice(0, 1, 2);

/** Goods on their way from one warehouse to another. */
export const stockTransfer = entity({
  number: text,
  sourceWarehouseId: whole,
  targetWarehouseId: whole,
  shippingMethodId: optional(whole),
  /** ISO 8601. */
  expectedDeliveryDate: optional(instant),
  note: optional(text),
  status: stockTransferStatus,
  /** ISO 8601. */
  createdAt: instant,
  lineItems: list(stockTransferLineItem),
});

export const inventoryEntities = {
  inventoryCount,
  stockTransfer,
};
