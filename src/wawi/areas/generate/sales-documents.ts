import type { Faker } from '@faker-js/faker';
import { decimal } from '../../store/values/decimal.ts';
import type { SalesInvoice } from '../invoices/schema/documents.ts';
import type { SalesOrderLineItem } from '../pricing/schema/sales-documents.ts';
import type { SalesOrder } from '../sales-orders/schema/sales.ts';
import { without } from '../../store/values/merge.ts';
import { deliveryStatusOf } from '../sales-orders/rules/order-status.ts';
import { correctInvoice } from '../invoices/operations/sales-invoice-corrections.ts';
import { createInvoice } from '../invoices/operations/sales-invoices.ts';
import { createQuotation } from '../sales-orders/operations/sales-quotations.ts';
import { createReturn } from '../returns/operations/returns.ts';
import { itemOnSale, itemsForSale, popular } from '../sales-orders/generate/demand.ts';
import type { TenantData } from '../../store/tenant-data.ts';
import { pastInstant, type Generation } from '../../store/generation.ts';

const dayMs = 86_400_000;

/** Every so many of the orders or invoices; the numbers share no factor, so that all combinations occur. */
const every = { draft: 23, cancelled: 31, external: 37, returned: 17, corrected: 29, quoted: 10 };

/** Something that happens to a document some days later. */
interface Event {
  /** ISO 8601. */
  at: string;
  happen: (now: string) => void;
}

/**
 * Invoices for shipped goods on the day they leave, some of them drafts or cancelled; marketplaces' own invoices;
 * returns, credited or in transit; credit notes; quotations, a tenth as many as orders. Each kind is numbered in the
 * order of its dates.
 */
export function generateSalesDocuments(generation: Generation): void {
  const { data } = generation;
  const events: Event[] = [];
  for (const { salesOrderId, deliveryNoteDate } of data.of('deliveryNote').list()) {
    const order = data.get('salesOrder', salesOrderId);
    if (deliveryStatusOf(order) < 4) continue;
    if (order.id % every.external === 0) generateExternalDocument(generation, order, deliveryNoteDate);
    else events.push(...generateInvoice(generation, order, deliveryNoteDate));
  }
  events.sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
  for (const { at, happen } of events) happen(at);
  generateQuotations(generation, Math.floor(data.of('salesOrder').size / every.quoted));
}

/** @returns the later events */
function generateInvoice(generation: Generation, order: SalesOrder, now: string): Event[] {
  const { data, sequence } = generation;
  const faker = sequence('salesInvoice', order.id);
  const invoice = createInvoice(
    data,
    order.id,
    { asDraft: order.id % every.draft === 0, disableAutomaticWorkflows: true },
    now,
  );
  if (order.id % every.cancelled === 0) {
    const cancellation = { cancellationReasonId: 1, date: later(generation, faker, now, 1, 5), userId: 1 };
    data.update('salesInvoice', invoice.id, { isCancelled: true, cancellation });
    return [];
  }
  return invoice.isDraft ? [] : aftermathOf(generation, faker, order, invoice);
}

/** @returns the return of goods and the correction of the invoice, if the order is one of those that have them */
function aftermathOf(
  generation: Generation,
  faker: Faker,
  order: SalesOrder,
  invoice: SalesInvoice,
): Event[] {
  const { data } = generation;
  const at = later(generation, faker, invoice.invoiceDate, 4, 12);
  const line = order.lineItems.find((one) => one.itemId !== undefined);
  const events: Event[] = [];
  if (line && order.id % every.returned === 0)
    events.push({ at, happen: (now) => generateReturn(data, order, line.id, now) });
  if (order.id % every.corrected === 0)
    events.push({
      at,
      happen: (now) => void correctInvoice(data, invoice.id, { asDraft: order.id % 2 === 0 }, now),
    });
  return events;
}

function generateReturn(
  data: TenantData,
  { id, companyId }: SalesOrder,
  salesOrderLineItemId: number,
  now: string,
): void {
  const returned = createReturn(
    data,
    {
      companyId,
      salesOrderId: id,
      warehouseId: 1,
      lineItems: [{ quantity: decimal(1), returnReasonId: 1 + (id % 4), salesOrderLineItemId }],
      packages: [{ trackingId: `00340${String(id).padStart(15, '7')}`, shippingMethodId: 1 }],
    },
    now,
  );
  if (id % 2 === 0)
    data.update('return', returned.id, {
      stateId: 4,
      lineItems: returned.lineItems.map((one) => ({ ...one, stateId: 4 })),
    });
}

function generateExternalDocument({ data }: Generation, order: SalesOrder, documentDate: string): void {
  const externalNumber = `306-${String(1_000_000 + order.id * 7919)}-${String(order.id * 31).padStart(7, '0')}`;
  data.update('salesOrder', order.id, { externalInvoiceType: 2, externalNumber });
  data.insert('externalDocument', {
    number: `INV-DE-${order.number}`,
    salesOrderId: order.id,
    type: 0,
    documentDate,
    lineItems: order.lineItems.map((line) => ({
      ...without(line, ...ofOrdersOnly),
      id: data.nextId('externalDocumentLineItem'),
    })),
  });
}

/** The members of an order's lines that other documents' lines do not have. */
const ofOrdersOnly = [
  'quantityDelivered',
  'quantityReturned',
  'notice',
  'fnsku',
  'billOfMaterialsType',
  'configurationItemType',
  'parentSalesOrderLineItemId',
  'variants',
  'files',
] as const satisfies readonly (keyof SalesOrderLineItem)[];

/** Quotations of the last four months, mostly of larger quantities. */
function generateQuotations(generation: Generation, count: number): void {
  const { data, sequence } = generation;
  const items = itemsForSale(data);
  const customers = data.of('customer').size;
  if (items.length === 0 || customers === 0) return;
  const dates = Array.from({ length: count }, (_, n) =>
    pastInstant(generation, sequence('salesQuotationDate', n), 120),
  ).sort();
  dates.forEach((date, n) => {
    const faker = sequence('salesQuotation', n);
    const lineItems = Array.from({ length: faker.number.int({ min: 1, max: 3 }) }, () => ({
      itemId: itemOnSale(faker, items, date).id,
      quantity: decimal(faker.number.int({ min: 2, max: 20 })),
    }));
    createQuotation(data, { customerId: 1 + popular(faker, customers), lineItems }, date);
  });
}

/** @returns an instant so many days after another, but not after the end of the history */
function later({ until }: Generation, faker: Faker, date: string, least: number, most: number): string {
  const instant = Date.parse(date) + faker.number.int({ min: least, max: most }) * dayMs;
  return new Date(Math.min(instant, until)).toISOString();
}
