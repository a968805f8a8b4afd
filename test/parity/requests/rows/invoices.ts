import { comparable } from '../../../contract/agreement.ts';
import { idAt } from '../../../contract/arrangement-context.ts';
import { openOrder } from '../../../contract/fixture-rows.ts';
import { freshInvoice } from '../../../contract/preparations.ts';
import { instruction } from '../values.ts';
import type { Read, RequestRow, Scene } from '../request-row.ts';
import { eventOf } from './customers-v1.ts';
import { minimalPayment, payment, paymentAnswer } from './sales-order-parts-v2.ts';

type Before = Omit<Scene, 'values'>;

const fresh = async (scene: Before): Promise<Record<string, string>> => {
  const invoice = await freshInvoice(scene);
  return { invoiceid: invoice, salesinvoiceid: invoice };
};
const reasonOf = (scene: Scene, kind: 'RechnungStornogrundKey' | 'GutschriftStornogrundKey') =>
  scene.key(kind, scene.client.idOfKind(kind) ?? 0);

const cancellation = (scene: Scene): Record<string, unknown> => ({
  cancellationReasonId: reasonOf(scene, 'RechnungStornogrundKey'),
  cancellationComment: 'Storno 1',
});
const cancelled: Read[] = [
  {
    by: 'v1 GET /invoices/{invoiceId}',
    values: (scene) => ({ invoiceid: String(comparable(scene.values['invoiceid'])) }),
    names: { '': 'cancellationdetails' },
  },
];

const workflow = {
  reads: [],
  unread: 'the event starts workflows, which the entity does not show',
};

const lineOf = async (scene: Scene): Promise<unknown> => {
  const invoice = idAt(scene.values, 'RechnungKey', 'salesinvoiceid');
  const lines = await scene.run('v1 GET /invoices/{invoiceId}/lineitems', {
    values: { invoiceid: String(invoice) },
  });
  return scene.key('RechnungPositionKey', idAt(lines, 'RechnungPositionKey', '0.id'));
};

const flags = {
  useUndeliveredQuantities: false,
  disableAutomaticWorkflows: true,
  reduceSalesOrderQuantities: true,
  reduceDeliveryQuantities: true,
  cancelWebShopOrder: true,
  allowQuantityExceeded: true,
  allowAmountExceeded: true,
};

const invoiceCommand = (scene: Scene): Record<string, unknown> => ({
  salesOrderId: scene.key('VerkaufAuftragKey', openOrder(scene.client).id),
});

export const invoiceRows: RequestRow[] = [
  {
    operation: 'v1 POST /invoices/{invoiceId}/cancel',
    values: fresh,
    minimal: (scene) => ({ cancellationReasonId: reasonOf(scene, 'RechnungStornogrundKey') }),
    full: cancellation,
    reads: cancelled,
  },
  {
    operation: 'v2 POST /invoices/{invoiceId}/cancel',
    values: fresh,
    minimal: (scene) => ({ cancellationReasonId: reasonOf(scene, 'RechnungStornogrundKey') }),
    full: cancellation,
    reads: cancelled,
  },
  {
    operation: 'v1 POST /invoices/{invoiceId}/workflowEvents',
    minimal: eventOf('salesInvoice'),
    full: eventOf('salesInvoice'),
    ...workflow,
  },
  {
    operation: 'v2 POST /invoices/{invoiceId}/workflow-events',
    minimal: (scene) => ({ id: eventOf('salesInvoice')(scene).Id }),
    full: (scene) => ({ id: eventOf('salesInvoice')(scene).Id }),
    ...workflow,
  },
  {
    operation: 'v2 POST /invoices/{invoiceId}/set-payment',
    values: fresh,
    minimal: () => minimalPayment,
    full: () => payment,
    reads: [paymentAnswer],
  },
  {
    operation: 'v2 POST /sales-invoices/{invoiceId}/payments',
    values: fresh,
    minimal: () => minimalPayment,
    full: () => payment,
    reads: [],
    unread: 'the answer is a key, and no page shows the payments of an invoice',
  },
  {
    operation: 'v2 POST /salesinvoice/create-sales-invoice',
    minimal: (scene) => ({ ...invoiceCommand(scene), invoiceOnlyDeliveredQuantity: false }),
    full: (scene) => ({ ...invoiceCommand(scene), invoiceOnlyDeliveredQuantity: false, asDraft: true }),
    reads: [
      {
        by: { query: 'QuerySalesInvoices', key: 'RechnungKey' },
        hidden: { invoiceonlydeliveredquantity: instruction },
        names: { asdraft: 'isdraft' },
      },
    ],
  },
  {
    operation: 'v2 POST /sales-invoices/{salesInvoiceId}/correct',
    values: fresh,
    minimal: () => ({}),
    full: async (scene) => ({
      ...flags,
      asDraft: true,
      lineItems: [{ salesInvoiceLineItemId: await lineOf(scene), quantity: 1, priceNet: 6.5 }],
    }),
    reads: [
      {
        by: {
          query: 'QuerySalesInvoiceCorrectionLineItemsInternal',
          key: 'GutschriftKey',
          argument: 'salesInvoiceCorrectionId',
        },
        only: { lineitems: true },
        names: { lineitems: 'nodes', 'lineitems.pricenet': 'nodes.salespricenet' },
      },
    ],
  },
  {
    operation: 'v2 POST /sales-invoice-corrections/{salesInvoiceCorrectionId}/cancel',
    minimal: (scene) => ({ cancellationReasonId: reasonOf(scene, 'GutschriftStornogrundKey') }),
    full: (scene) => ({
      cancellationReasonId: reasonOf(scene, 'GutschriftStornogrundKey'),
      cancellationComment: 'Storno 2',
    }),
    reads: [],
    unread: 'no page shows the reason of a cancelled correction',
  },
];
