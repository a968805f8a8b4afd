import { entity, flag, list, optional, text, whole } from '../../../store/fields.ts';

/** Bin locations of a warehouse that are used for the same purpose. */
export const warehouseZone = entity({
  warehouseId: whole,
  /** Unique within the warehouse. */
  code: text,
  /** 0 standard, 1 picking, 2 replenishment, 3 reserve. */
  zoneType: whole,
  description: optional(text),
  binLocationIds: list(whole),
});

/** A box that goods are picked and packed in. */
export const shippingBox = entity({
  warehouseId: whole,
  /** Unique within the warehouse. */
  displayId: text,
  /** Opaque. */
  typeId: text,
  binLocationId: whole,
  attributes: list(text),
  locked: flag,
});

export const wmsEntities = { warehouseZone, shippingBox };
