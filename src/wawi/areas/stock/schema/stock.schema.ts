import { address } from '../../../store/shared-entities.schema.ts';
import { amount, entity, flag, instant, list, optional, part, text, whole } from '../../../store/fields.ts';

export const warehouse = entity({
  name: text,
  code: optional(text),
  /** One of the fixed types of rules/warehouse-types.ts. */
  typeId: text,
  description: optional(text),
  priority: whole,
  companyId: whole,
  address: address,
  lockForShipment: flag,
  lockForAvailability: flag,
  isActive: flag,
});

/** A place in a warehouse; warehouses without bins have exactly one. */
export const storageLocation = entity({
  warehouseId: whole,
  name: text,
  /** One of the fixed types of rules/warehouse-types.ts. */
  typeId: text,
  /** The bin type's number in rules/bin-locations.ts. Default: 0, standard. */
  binType: optional(whole),
  sortNumber: whole,
  priority: whole,
  /** Default: active. */
  isActive: optional(flag),
  lockForShipment: flag,
  lockForAvailability: flag,
  comment: optional(text),
  /** Centimetres. */
  dimensions: part({
    length: amount,
    width: amount,
    height: amount,
  }),
});

/** The properties that distinguish goods of one item on one storage location. */
export const stockIdentity = part({
  itemId: whole,
  warehouseId: whole,
  storageLocationId: whole,
  batchNumber: optional(text),
  /** ISO 8601. */
  shelfLifeExpirationDate: optional(instant),
});

/** How much of an item lies on a storage location, one row per batch and best-before date; none at zero. */
export const stock = entity({
  ...stockIdentity.properties,
  quantity: amount,
  comment: optional(text),
});

/** One booking; the stock is the sum of its bookings. */
export const stockChange = entity({
  ...stockIdentity.properties,
  /** Negative for goods that left. */
  quantity: amount,
  /** ISO 8601. */
  changedDate: instant,
  comment: optional(text),
  userName: text,
  purchasePriceNet: optional(amount),
  serialNumbers: list(text),
});

export const serialNumber = entity({
  itemId: whole,
  warehouseId: whole,
  storageLocationId: whole,
  serialNumber: text,
  /** False once the piece has left. */
  isActive: flag,
});

export const stockEntities = {
  warehouse,
  storageLocation,
  stock,
  stockChange,
  serialNumber,
};
