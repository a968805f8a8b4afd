import { payment, salesDocument } from '../../pricing/schema/sales-documents.schema.ts';
import { entity, instant, list, optional, text } from '../../../store/fields.ts';

export const salesOrder = entity({
  ...salesDocument.properties,
  billingNumber: optional(text),
  /** ISO 8601. */
  salesOrderDate: instant,
  payments: list(payment),
});

export const salesQuotation = entity({
  ...salesDocument.properties,
  /** ISO 8601. */
  salesQuotationDate: instant,
});

export const salesEntities = {
  salesOrder,
  salesQuotation,
};
