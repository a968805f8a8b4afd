import { Type } from 'typebox';
import { stockIdentity } from '../../stock/schema/stock.schema.ts';
import {
  amount,
  choice,
  entity,
  flag,
  id,
  instant,
  list,
  optional,
  part,
  text,
  whole,
} from '../../../store/fields.ts';

export const pickListTemplate = entity({
  name: text,
  /** How many orders a list made from it takes at most. */
  maxOrders: whole,
});

/** 10 created, 11 in progress, 20 picked, 30 in shipping box, 40 completed: the numbers of the contract. */
export const pickListStatus = choice(10, 11, 20, 30, 40);

/** The goods to pick in one warehouse, or to buy from one supplier, for sales orders. */
export const pickList = entity({
  number: text,
  /** Absent for goods that a supplier sends. */
  warehouseId: optional(whole),
  supplierId: optional(whole),
  contactPersonId: optional(whole),
  templateId: optional(whole),
  status: pickListStatus,
  /** ISO 8601. */
  createdAt: instant,
});

/** Stock reserved for a line of a sales order. Without a storage location the goods come from a supplier. */
export const pickListPosition = entity({
  ...Type.Omit(stockIdentity, ['warehouseId', 'storageLocationId']).properties,
  pickListId: whole,
  warehouseId: optional(whole),
  storageLocationId: optional(whole),
  salesOrderId: whole,
  salesOrderLineItemId: whole,
  quantity: amount,
  status: pickListStatus,
  priority: whole,
  serialNumbers: list(text),
  /** ISO 8601. */
  createdAt: instant,
});

export const deliveryNoteLineItem = part({
  id,
  salesOrderLineItemId: optional(whole),
  itemId: optional(whole),
  sku: optional(text),
  name: text,
  quantity: amount,
  warehouseId: optional(whole),
  storageLocationId: optional(whole),
  batchNumber: optional(text),
  shelfLifeExpirationDate: optional(instant),
  serialNumbers: list(text),
  notice: optional(text),
});

export const deliveryNote = entity({
  number: text,
  salesOrderId: whole,
  customerId: optional(whole),
  companyId: whole,
  warehouseId: optional(whole),
  /** ISO 8601. */
  deliveryNoteDate: instant,
  /** True for notes that fulfilment partners keep and Wawi only knows of. */
  isExternal: flag,
  notice: optional(text),
  lineItems: list(deliveryNoteLineItem),
});

/** A parcel of a delivery note. */
export const shipmentPackage = entity({
  deliveryNoteId: whole,
  /** ISO 8601. */
  packageDate: instant,
  shippedDate: optional(instant),
  trackingId: optional(text),
  /** Kilograms. */
  weight: amount,
  shippingMethodId: optional(whole),
  comment: optional(text),
  enclosedReturnIdentCode: optional(text),
});

export const logisticsEntities = {
  pickListTemplate,
  pickList,
  pickListPosition,
  deliveryNote,
  shipmentPackage,
};
