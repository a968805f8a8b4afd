import type {
  SalesInvoice,
  SalesInvoiceCorrection,
  SalesInvoiceLineItem,
} from '../invoices/schema/documents.ts';
import type { EntityName } from '../../store/entity-map.ts';
import type { Return, ReturnLineItem } from '../returns/schema/returns.ts';
import type { LineItem } from '../pricing/schema/sales-documents.ts';
import type { SalesOrder } from '../sales-orders/schema/sales.ts';
import { newLineItem, type LineDraft } from '../pricing/operations/line-items.ts';
import { referenced } from '../../store/references.ts';
import { copiedFromOrder, linesToInvoice, newInvoice } from '../invoices/operations/sales-invoices.ts';
import { customerDefaults } from '../sales-orders/operations/sales-documents.ts';
import { newSalesQuotation } from '../sales-orders/operations/sales-quotations.ts';
import { merge } from '../../store/values/merge.ts';
import type { TenantData } from '../../store/tenant-data.ts';

type Fields = Record<string, unknown>;
type Completion = (data: TenantData, fields: Fields, now: string) => object;

/** How documents that a fixture describes in part become whole: what it leaves out comes from their order. */
export const salesCompletions: { [N in EntityName]?: Completion } = {
  salesQuotation: (data, fields, now) => {
    const { customerId, lineItems = [] } = fields as { customerId?: number; lineItems?: LineDraft[] };
    const defaults = customerId === undefined ? {} : customerDefaults(data, customerId);
    const lines = lineItems.map((line) => newLineItem(data, line));
    return newSalesQuotation({ ...merge(defaults as object, fields), lineItems: lines }, now);
  },
  salesInvoice: (data, fields, now) => {
    const given = fields as Partial<SalesInvoice>;
    const order = orderOf(data, given.salesOrderId);
    const lineItems = given.lineItems
      ? numbered<SalesInvoiceLineItem>(data, 'salesInvoiceLineItem', order, given.lineItems)
      : linesToInvoice(data, order, false);
    return newInvoice(order, { number: `RE-${order.number}`, ...given, lineItems }, now);
  },
  salesInvoiceCorrection: (data, fields, now) => {
    const given = fields as Partial<SalesInvoiceCorrection>;
    const order = orderOf(data, given.salesOrderId ?? invoiceOf(data, given)?.salesOrderId);
    return {
      ...copiedFromOrder(order),
      number: `RK-${order.number}`,
      correctionDate: now,
      isDraft: false,
      isCancelled: false,
      ...given,
      lineItems: numbered(data, 'salesInvoiceCorrectionLineItem', order, given.lineItems ?? []),
    };
  },
  return: (data, fields, now) => {
    const given = fields as Partial<Return>;
    const order = orderOf(data, given.salesOrderId);
    return {
      number: `RT-${order.number}`,
      returnDate: now,
      ...(order.customerId === undefined ? {} : { customerId: order.customerId }),
      origin: 2,
      companyId: order.companyId,
      stateId: 1,
      warehouseId: 1,
      transmitToSalesChannel: false,
      packages: [],
      ...given,
      lineItems: numbered<ReturnLineItem>(
        data,
        'returnLineItem',
        order,
        (given.lineItems ?? []).map((line: Partial<ReturnLineItem>) => ({
          stateId: 1,
          returnReasonId: 1,
          credit: true,
          ...line,
        })),
      ),
    };
  },
};

function orderOf(data: TenantData, id: number | undefined): SalesOrder {
  return referenced(data, 'salesOrder', id ?? 0, 'salesOrderId');
}

function invoiceOf(
  data: TenantData,
  { salesInvoiceId }: Partial<SalesInvoiceCorrection>,
): SalesInvoice | undefined {
  return data.of('salesInvoice').get(salesInvoiceId ?? 0);
}

/** Gives lines ids, and what they leave out from the order's line they name, or from their item. */
function numbered<L extends LineItem | ReturnLineItem>(
  data: TenantData,
  sequence: string,
  order: SalesOrder,
  lines: readonly Partial<L>[],
): L[] {
  return lines.map((line) => {
    const draft = line as LineDraft & { salesOrderLineItemId?: number };
    const ordered = order.lineItems.find((one) => one.id === draft.salesOrderLineItemId);
    const whole = ordered ?? newLineItem(data, draft);
    return { ...whole, ...line, id: line.id ?? data.nextId(sequence) } as unknown as L;
  });
}
