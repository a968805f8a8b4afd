import type { SalesInvoiceLineItem } from '../schema/documents.ts';
import type { TenantData } from '../../../store/tenant-data.ts';

/** A line of an order as one of its invoices has it. */
export interface InvoicedLine {
  invoiceId: number;
  invoiceLine: SalesInvoiceLineItem;
}

/** @returns per line of the order the lines of its final invoices, oldest first */
export function invoicedLines(
  data: TenantData,
  salesOrderId: number,
): ReadonlyMap<number, readonly InvoicedLine[]> {
  const index = new Map<number, InvoicedLine[]>();
  for (const invoice of data.of('salesInvoice').where('salesOrderId', salesOrderId)) {
    if (invoice.isCancelled || invoice.isDraft) continue;
    for (const invoiceLine of invoice.lineItems) {
      const { salesOrderLineItemId = 0 } = invoiceLine;
      index.set(salesOrderLineItemId, [
        ...(index.get(salesOrderLineItemId) ?? []),
        { invoiceId: invoice.id, invoiceLine },
      ]);
    }
  }
  return index;
}
