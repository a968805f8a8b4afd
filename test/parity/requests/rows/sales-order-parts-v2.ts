import { packKey } from '../../../../src/wawi/contract/keys.ts';
import { hasMail, itemLine, openOrder, otherItem } from '../../../contract/fixture-rows.ts';
import type { Read, RequestRow, Scene } from '../request-row.ts';
import { eventOf } from './customers-v1.ts';
import { line, lineWithVariant, variant } from './sales-order-lines.ts';

const lineReads: Read[] = [
  {
    by: 'v2 GET /sales-orders/{salesOrderId}/line-items',
    row: (one) => one['name'] === 'Position 41',
    names: { discountpercent: 'discount', salesorderlineitemid: 'id' },
    since: { salespricegross: '2.1', notice: '2.1' },
  },
  {
    by: { query: 'GetSalesOrderById', argument: 'salesOrderId', key: 'VerkaufAuftragKey' },
    at: (scene) => scene.values['salesorderid'],
    names: {
      '': 'lineitems',
      '*.discount': 'discountpercent',
      '*.notice': 'note',
      salesorderlineitemid: 'lineitems.id',
    },
    since: { salespricegross: '2.1', lineitemtype: '2.1' },
    hidden: { variants: 'a line of the type has no variants' },
  },
];
const withoutContent = { filedata: 'a list of files has no contents; GET /file/{key} gives them' };
const file = {
  fileData: Buffer.from('Datei 51').toString('base64'),
  fileDataType: '.txt',
  fileName: 'datei-52',
};
const fileReads: Read[] = [
  {
    by: 'v2 GET /sales-orders/{salesOrderId}/files',
    row: (one) => one['fileName'] === 'datei-52',
    hidden: withoutContent,
  },
];
const lineFileReads: Read[] = [
  {
    by: 'v2 GET /sales-orders/{salesOrderId}/line-items/{salesOrderLineItemId}/files',
    row: (one) => one['fileName'] === 'datei-52',
    hidden: withoutContent,
  },
];
const noteReads: Read[] = [
  {
    by: 'v2 GET /sales-orders/{salesOrderId}/notes',
    row: (one) => /Notiz [24]/.test(String(one['noteBody'])),
  },
];

/** The input of the calculation, which its answer does not repeat. */
const asked = Object.fromEntries(
  [
    'lineitems.discount',
    'lineitems.vatrate',
    'customerid',
    'departurecountryiso',
    'customervatid',
    'billingcountryiso',
    'billingstate',
    'shippingcountryiso',
    'shippingstate',
    'recalculatetaxmode',
  ].map((path) => [path, 'the answer has the results']),
);
const calculation = ({ client }: Scene): Record<string, unknown> => ({
  lineItems: [],
  customerId: packKey('KundeKey', client.row('customer', hasMail).id),
  departureCountryIso: 'DE',
  customerVatId: 'ATU12345678',
  billingCountryIso: 'AT',
  billingState: 'Tirol',
  shippingCountryIso: 'FR',
  shippingState: 'Elsass',
  recalculateTaxMode: 1,
});

const parentLine = ({ client }: Scene): string =>
  packKey('VerkaufAuftragPositionKey', itemLine(openOrder(client)).id);

const fullLine = (scene: Scene): Record<string, unknown> => ({
  ...line(scene),
  fnsku: 'FN-45',
  sku: 'SKU-42',
  salesPriceGross: 14.875,
  notice: 'Notiz 44',
});

export const payment = {
  amount: 5.25,
  paymentDate: '2026-04-05T06:07:08.000Z',
  paymentMethodId: packKey('ZahlungsartKey', 2),
  distribute: false,
  comment: 'Zahlung 71',
  sendMail: false,
  date: '2026-04-05T06:07:08.000Z',
  transactionId: 'TX-72',
  receiptNumber: 'Beleg-73',
  isDownPayment: true,
  glAccount: '1273',
};
export const minimalPayment = { amount: 1, paymentMethodId: packKey('ZahlungsartKey', 1) };
const instructions = {
  distribute: 'an instruction for the write',
  sendmail: 'an instruction for the write',
};
export const paymentAnswer: Read = {
  by: 'answer',
  names: {
    paymentdate: 'date',
    comment: 'note',
    transactionid: 'externaltransactionid',
    isdownpayment: 'isadvancepayment',
  },
  hidden: {
    ...instructions,
    receiptnumber: 'the answer has no such field',
    glaccount: 'the answer has no such field',
  },
};
const paymentReads: Read[] = [
  {
    by: { query: 'GetSalesOrderById', argument: 'salesOrderId', key: 'VerkaufAuftragKey' },
    at: (scene) => scene.values['salesorderid'],
    names: { '': 'payments', paymentdate: 'payments.date' },
    hidden: {
      ...instructions,
      transactionid: 'the type has no such field',
      receiptnumber: 'the type has no such field',
      isdownpayment: 'the type has no such field',
      glaccount: 'the type has no such field',
    },
    since: { '': '2.1' },
  },
];

export const salesOrderPartsV2: RequestRow[] = [
  {
    operation: 'v2 POST /salesorder/calculate-sales-order',
    minimal: (scene) => calculation(scene),
    full: (scene) => ({
      ...calculation(scene),
      lineItems: [
        {
          syncNumber: 11,
          itemId: packKey('ArtikelKey', otherItem(scene.client)),
          quantity: 3,
          discount: 10,
          vatRate: 7,
        },
      ],
    }),
    reads: [{ by: 'answer', hidden: asked }],
  },
  {
    operation: 'v2 POST /sales-orders/{salesOrderId}/cancel',
    minimal: ({ client }) => ({
      cancellationReasonId: packKey('AuftragStornogrundKey', client.row('cancellationReason').id),
    }),
    full: ({ client }) => ({
      cancellationReasonId: packKey(
        'AuftragStornogrundKey',
        client.row('cancellationReason', (one) => one.id > 1).id,
      ),
      cancellationComment: 'Grund 61',
    }),
    reads: [{ by: 'v1 GET /salesOrders/{salesOrderId}' }],
  },
  {
    operation: 'v2 PATCH /sales-orders/{salesOrderId}/custom-fields/{customfieldId}',
    minimal: () => ({ value: 'Wert 1' }),
    full: () => ({ value: 'Wert 2' }),
    reads: [
      { by: 'v1 GET /salesOrders/{salesOrderId}/customfields', row: (one) => one['Value'] === 'Wert 2' },
    ],
  },
  {
    operation: 'v2 POST /sales-orders/{salesOrderId}/files',
    minimal: () => file,
    full: () => file,
    reads: fileReads,
  },
  {
    operation: 'v2 PATCH /sales-orders/{salesOrderId}/files/{salesOrderFileId}',
    minimal: () => ({}),
    full: () => file,
    reads: fileReads,
  },
  {
    operation: 'v2 POST /sales-orders/{salesOrderId}/line-items/{salesOrderLineItemId}/files',
    minimal: () => file,
    full: () => file,
    reads: lineFileReads,
  },
  {
    operation:
      'v2 PATCH /sales-orders/{salesOrderId}/line-items/{salesOrderLineItemId}/files/{salesOrderLineItemFileId}',
    minimal: () => ({}),
    full: () => file,
    reads: lineFileReads,
  },
  {
    operation: 'v2 POST /sales-orders/{salesOrderId}/invoices',
    minimal: () => ({}),
    full: () => ({ invoiceOnlyDeliveredQuantity: false, asDraft: true }),
    reads: [],
    unread: 'choices of the write; the tests of invoices check them',
  },
  {
    operation: 'v2 POST /sales-orders/{salesOrderId}/line-items',
    minimal: () => [{ lineItemType: 0, quantity: 2, salesPriceNet: 3 }],
    full: (scene) => [
      {
        ...fullLine(scene),
        variants: [variant(scene)],
        lineItemType: 1,
        type: 1,
        parentSalesOrderLineItemId: parentLine(scene),
      },
    ],
    reads: [{ by: 'answer' }, ...lineReads],
  },
  {
    operation: 'v2 PATCH /sales-orders/{salesOrderId}/line-items/{salesOrderLineItemId}',
    minimal: () => ({}),
    values: async (scene) => ({
      salesorderid: packKey('VerkaufAuftragKey', openOrder(scene.client).id),
      salesorderlineitemid: (await lineWithVariant(scene)).lineId,
    }),
    full: async (scene) => {
      const lines = (await scene.run('v2 GET /sales-orders/{salesOrderId}/line-items', {
        values: { salesorderid: scene.values['salesorderid'] ?? '' },
      })) as { id: string; variants: { id: string }[] }[];
      const { variants } = lines.find(({ id }) => id === scene.values['salesorderlineitemid'])!;
      return {
        ...fullLine(scene),
        variants: [{ ...variant(scene), id: variants[0]?.id }],
        discountPercent: 10,
        parentSalesOrderLineItemId: parentLine(scene),
        id: scene.values['salesorderlineitemid'],
        salesOrderLineItemId: scene.values['salesorderlineitemid'],
      };
    },
    reads: lineReads,
  },
  {
    operation: 'v2 POST /sales-orders/{salesOrderId}/notes',
    minimal: () => ({ noteBody: 'Notiz 1' }),
    full: () => ({ noteBody: 'Notiz 2' }),
    reads: noteReads,
  },
  {
    operation: 'v2 PATCH /sales-orders/{salesOrderId}/notes/{noteId}',
    minimal: () => ({ noteBody: 'Notiz 3' }),
    full: () => ({ noteBody: 'Notiz 4' }),
    reads: noteReads,
  },
  {
    operation: 'v2 POST /sales-orders/{salesOrderId}/set-payment',
    minimal: () => minimalPayment,
    full: () => payment,
    reads: [paymentAnswer, ...paymentReads],
  },
  {
    operation: 'v2 POST /sales-orders/{salesOrderId}/payments',
    minimal: () => minimalPayment,
    full: () => payment,
    reads: paymentReads,
  },
  {
    operation: 'v2 POST /sales-orders/{salesOrderId}/workflows',
    minimal: (scene) => ({ id: eventOf('salesOrder')(scene).Id }),
    full: (scene) => ({ id: eventOf('salesOrder')(scene).Id }),
    reads: [],
    unread: 'the event starts workflows, which the entity does not show',
  },
];
