import type { Faker } from '@faker-js/faker';
import { decimal } from '../../store/values/decimal.ts';
import type { SalesInvoice } from '../invoices/schema/documents.ts';
import type { SalesOrderLineItem } from '../pricing/schema/sales-documents.ts';
import type { SalesOrder } from '../sales-orders/schema/sales.ts';
import { without } from '../../store/values/merge.ts';
import { deliveryStatusOf } from '../sales-orders/rules/order-status.ts';
import { orderableItem } from '../items/generate/orderable-item.ts';
import { correctInvoice } from '../invoices/operations/sales-invoice-corrections.ts';
import { createInvoice } from '../invoices/operations/sales-invoices.ts';
import { createQuotation } from '../sales-orders/operations/sales-quotations.ts';
import { createReturn } from '../returns/operations/returns.ts';
import { pastInstant, type Generation } from '../../store/generation.ts';

const dayMs = 86_400_000;

/** Every so many of the orders or invoices; the numbers share no factor, so that all combinations occur. */
const every = { draft: 23, cancelled: 31, external: 37, returned: 17, corrected: 29, quoted: 10 };

/**
 * Invoices for shipped goods, some of them drafts or cancelled; marketplaces' own invoices; returns, credited or in
 * transit; credit notes; quotations, a tenth as many as orders.
 */
export function generateSalesDocuments(generation: Generation): void {
  const { data } = generation;
  for (const order of [...data.of('salesOrder').where('isCancelled', false)]) {
    if (deliveryStatusOf(order) < 4) continue;
    if (order.id % every.external === 0) generateExternalDocument(generation, order);
    else generateInvoice(generation, order);
  }
  const orders = data.of('salesOrder').size;
  for (let n = 0; n < Math.floor(orders / every.quoted); n++) generateQuotation(generation, n);
}

function generateInvoice(generation: Generation, order: SalesOrder): void {
  const { data, sequence } = generation;
  const faker = sequence('salesInvoice', order.id);
  const now = later(generation, faker, order.salesOrderDate, 1, 4);
  const invoice = createInvoice(
    data,
    order.id,
    { asDraft: order.id % every.draft === 0, disableAutomaticWorkflows: true },
    now,
  );
  if (order.id % every.cancelled === 0)
    data.update('salesInvoice', invoice.id, {
      isCancelled: true,
      cancellation: {
        cancellationReasonId: 1,
        date: later(generation, faker, now, 1, 5),
        userId: 1,
      },
    });
  else if (!invoice.isDraft) generateAftermath(generation, faker, order, invoice);
}

function generateAftermath(
  generation: Generation,
  faker: Faker,
  order: SalesOrder,
  invoice: SalesInvoice,
): void {
  const { data } = generation;
  const now = later(generation, faker, invoice.invoiceDate, 4, 12);
  const line = order.lineItems.find((one) => one.itemId !== undefined);
  if (line && order.id % every.returned === 0) {
    const items = [
      { quantity: decimal(1), returnReasonId: 1 + (order.id % 4), salesOrderLineItemId: line.id },
    ];
    const returned = createReturn(
      data,
      {
        companyId: order.companyId,
        salesOrderId: order.id,
        warehouseId: 1,
        lineItems: items,
        packages: [{ trackingId: `00340${String(order.id).padStart(15, '7')}`, shippingMethodId: 1 }],
      },
      now,
    );
    if (order.id % 2 === 0)
      data.update('return', returned.id, {
        stateId: 4,
        lineItems: returned.lineItems.map((one) => ({ ...one, stateId: 4 })),
      });
  }
  if (order.id % every.corrected === 0)
    correctInvoice(data, invoice.id, { asDraft: order.id % 2 === 0 }, now);
}

function generateExternalDocument(generation: Generation, order: SalesOrder): void {
  const { data, sequence } = generation;
  const externalNumber = `306-${String(1_000_000 + order.id * 7919)}-${String(order.id * 31).padStart(7, '0')}`;
  data.update('salesOrder', order.id, { externalInvoiceType: 2, externalNumber });
  data.insert('externalDocument', {
    number: `INV-DE-${order.number}`,
    salesOrderId: order.id,
    type: 0,
    documentDate: later(generation, sequence('externalDocument', order.id), order.salesOrderDate, 1, 3),
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

function generateQuotation(generation: Generation, n: number): void {
  const { data, sequence } = generation;
  const faker = sequence('salesQuotation', n);
  const items = data.of('item').highestId;
  const customers = data.of('customer').highestId;
  if (data.of('item').size === 0 || customers === 0) return;
  const lineItems = Array.from({ length: faker.number.int({ min: 1, max: 3 }) }, () => ({
    ...orderableItem(data, faker),
    quantity: decimal(faker.number.int({ min: 2, max: 20 })),
  }));
  const customerId = faker.number.int({ min: 1, max: customers });
  createQuotation(data, { customerId, lineItems }, pastInstant(generation, faker, 120));
}

/** @returns an instant so many days after another, but not after the end of the history */
function later({ until }: Generation, faker: Faker, date: string, least: number, most: number): string {
  const instant = Date.parse(date) + faker.number.int({ min: least, max: most }) * dayMs;
  return new Date(Math.min(instant, until)).toISOString();
}
