import {
  cancellation,
  departureCountry,
  lineItem,
  paymentTerms,
} from '../../pricing/schema/sales-documents.schema.ts';
import { address } from '../../../store/shared-entities.schema.ts';
import { entity, flag, id, instant, list, optional, part, text, whole } from '../../../store/fields.ts';

/** The common fields of invoices and their corrections: a copy of the order at the time of their creation. */
export const billingDocument = part({
  id,
  number: text,
  externalNumber: optional(text),
  companyId: whole,
  salesOrderId: optional(whole),
  customerId: optional(whole),
  customerVatId: optional(text),
  merchantVatId: optional(text),
  departureCountry: departureCountry,
  billingAddress: address,
  shipmentAddress: optional(address),
  payment: paymentTerms,
  /** 0 with VAT, 10 intra-community, 15 exempt with reverse charge, 20 exempt. */
  taxSetting: whole,
  colorcodeId: optional(whole),
  comment: optional(text),
  customerComment: optional(text),
  languageIso: text,
  salesChannelId: text,
  shippingMethodId: optional(whole),
  userCreatedId: whole,
  /** A draft may change; a document that is not a draft is final. */
  isDraft: flag,
  isCancelled: flag,
  cancellation: optional(cancellation),
  /** ISO 8601. */
  printDate: optional(instant),
  mailDate: optional(instant),
});

export const salesInvoiceLineItem = part({
  ...lineItem.properties,
  salesOrderLineItemId: optional(whole),
});

export const salesInvoice = entity({
  ...billingDocument.properties,
  salesOrderId: whole,
  /** ISO 8601. */
  invoiceDate: instant,
  serviceDate: optional(instant),
  dunningBlock: flag,
  dunningLevel: whole,
  externalInvoiceType: whole,
  lineItems: list(salesInvoiceLineItem),
});

export const salesInvoiceCorrectionLineItem = part({
  ...lineItem.properties,
  salesInvoiceLineItemId: optional(whole),
  salesOrderLineItemId: optional(whole),
});

/** A credit note: what an invoice asked too much, by line. */
export const salesInvoiceCorrection = entity({
  ...billingDocument.properties,
  salesInvoiceId: optional(whole),
  returnId: optional(whole),
  /** ISO 8601. */
  correctionDate: instant,
  lineItems: list(salesInvoiceCorrectionLineItem),
});

/** An invoice or credit note of another issuer, such as a marketplace. */
export const externalDocument = entity({
  number: text,
  salesOrderId: whole,
  /** 0 invoice, 1 credit note. */
  type: whole,
  /** ISO 8601. */
  documentDate: instant,
  lineItems: list(lineItem),
});

export const documentEntities = {
  salesInvoice,
  salesInvoiceCorrection,
  externalDocument,
};
