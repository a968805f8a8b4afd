import { translation } from '../../../store/shared-entities.schema.ts';
import {
  amount,
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

export const returnLineItem = part({
  id,
  stateId: whole,
  itemId: optional(whole),
  name: text,
  sku: optional(text),
  quantity: amount,
  returnReasonId: optional(whole),
  returnReasonComment: optional(text),
  conditionId: optional(whole),
  conditionComment: optional(text),
  /** Whether the customer gets the money back. */
  credit: flag,
  salesOrderLineItemId: optional(whole),
  deliveryNoteLineItemId: optional(whole),
});

export const returnPackage = part({
  id,
  trackingId: text,
  shippingMethodId: optional(whole),
  shippingMethodCustom: optional(text),
});

/** Goods on their way back. */
export const returnOfGoods = entity({
  number: text,
  /** ISO 8601. */
  returnDate: instant,
  customerId: optional(whole),
  externalNumber: optional(text),
  /** 0 none ... 7 REST API: the numbers of the contract. */
  origin: whole,
  companyId: whole,
  salesOrderId: whole,
  /** The least advanced state of its lines. */
  stateId: whole,
  warehouseId: whole,
  externalComment: optional(text),
  internalComment: optional(text),
  contact: optional(text),
  transmitToSalesChannel: flag,
  lineItems: list(returnLineItem),
  packages: list(returnPackage),
});

export const returnReason = entity({
  translations: list(translation),
});

export const returnState = entity({
  isActive: flag,
  translations: list(translation),
});

export const returnEntities = {
  return: returnOfGoods,
  returnReason,
  returnState,
};
