import { Type } from 'typebox';
import { address } from '../../../store/shared-entities.schema.ts';
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

export const purchaseOrderLineItem = part({
  id,
  itemId: optional(whole),
  sku: optional(text),
  name: text,
  quantity: amount,
  /** The quantity that has arrived. */
  quantityDelivered: amount,
  netPurchasePriceAmount: amount,
  /** Per cent. */
  taxRate: amount,
  /** ISO 8601. */
  deliveryDate: optional(instant),
  note: optional(text),
  supplierItemNumber: optional(text),
  /** The quantity that the supplier confirmed. */
  confirmedQuantity: optional(amount),
  confirmedDeliveryDate: optional(instant),
  confirmedPrice: optional(amount),
  isLineItemConfirmed: flag,
});

/**
 * The number on the wire of each status; the order of the names pairs them (fidelity row `purchase-order-status`).
 * Source: REST 2.1, retrieves the full detail of a purchase order; GraphQL 2.1, PurchaseOrderStatus.
 */
export const purchaseOrderStatus = {
  open: 0,
  released: 5,
  inProgress: 20,
  partiallyDelivered: 30,
  overdue: 50,
  completed: 500,
} as const;

/** Goods ordered from a supplier. */
export const purchaseOrder = entity({
  number: text,
  externalNumber: optional(text),
  referenceOrderNumber: optional(text),
  /** Whether the supplier has confirmed the order. */
  isConfirmed: flag,
  supplierId: whole,
  companyId: whole,
  warehouseId: whole,
  currencyIso: text,
  status: choice(...Object.values(purchaseOrderStatus)),
  /** ISO 8601. */
  createdAt: instant,
  deliveryDate: optional(instant),
  /** Default: the warehouse's own. */
  deliveryAddress: optional(part(Type.Omit(address, ['id']).properties)),
  note: optional(text),
  /** True when the supplier sends the goods to the customer. */
  isDropshipping: flag,
  salesOrderId: optional(whole),
  lineItems: list(purchaseOrderLineItem),
});

export const purchasingEntities = {
  purchaseOrder,
};
