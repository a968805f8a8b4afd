import type { TenantClient } from '../../../contract/tenant-client.ts';
import { hasMail, openOrder, otherItem } from '../../../contract/fixture-rows.ts';
import type { Read, RequestRow, Scene } from '../request-row.ts';
import { addressV1, eventOf } from './customers-v1.ts';

function fields({ client }: Scene): Record<string, unknown> {
  return {
    ExternalNumber: 'Extern-31',
    BillingNumber: 'Rechnung-32',
    CompanyId: client.row('company').id,
    DepartureCountry: { CountryISO: 'AT', State: 'Tirol 33', CurrencyIso: 'CHF', CurrencyFactor: 1.25 },
    CustomerId: otherCustomer(client),
    CustomerVatID: 'ATU34343434',
    BillingAddress: addressV1('Rechnung', 'AT'),
    Shipmentaddress: addressV1('Liefer', 'FR'),
    SalesOrderDate: '2026-02-03T04:05:06.000Z',
    SalesOrderPaymentDetails: {
      PaymentMethodId: 2,
      CurrencyIso: 'CHF',
      CurrencyFactor: 1.25,
      PaymentTarget: 23,
      CashDiscount: 2.5,
      CashDiscountDays: 8,
    },
    SalesOrderShippingDetail: {
      ShippingMethodId: 2,
      ShippingPriority: 7,
      ShippingDate: '2026-03-04T05:06:07.000Z',
      EstimatedDeliveryDate: '2026-03-05T06:07:08.000Z',
      OnHoldReasonId: client.row('onHoldReason').id,
      ExtraWeight: 1.75,
    },
    ColorcodeId: client.row('colorCode').id,
    Comment: 'Anmerkung 35',
    CustomerComment: 'Hinweis 36',
    LanguageIso: 'EN',
  };
}

/** A customer who has not placed the open order. */
function otherCustomer(client: TenantClient): number {
  return client.row('customer', (one) => one.id !== openOrder(client).customerId && hasMail(one)).id;
}

const v1: Read = {
  by: 'v1 GET /salesOrders/{salesOrderId}',
};
const graphql: Read = {
  by: { query: 'GetSalesOrderById', argument: 'salesOrderId', key: 'VerkaufAuftragKey' },
  names: {
    number: 'salesordernumber',
    externalnumber: 'externaldetails.externalsalesordernumber',
    colorcodeid: 'processcolourid',
    comment: 'text.comment',
    customercomment: 'text.customercomment',
    salesorderpaymentdetails: 'paymentdetails',
    'salesorderpaymentdetails.paymentmethodid': 'paymentmethodid',
    salesordershippingdetail: 'shippingdetails',
    'salesordershippingdetail.shippingmethodid': 'shippingmethodid',
    'salesordershippingdetail.onholdreasonid': 'onholdreasonid',
    '*.paymenttarget': 'paymentduedateindays',
    '*.company2': 'additionalcompanyline',
    '*.formofaddress': 'salutation',
    '*.address2': 'additionaladdressline',
  },
  hidden: {
    billingnumber: 'the type has no such field',
    customervatid: 'the vatId of the type is the one of the company',
  },
};

const line = ({ client }: Scene): Record<string, unknown> => ({
  ItemId: otherItem(client),
  Name: 'Position 41',
  SKU: 'SKU-42',
  Quantity: 3,
  SalesUnit: 'Karton 43',
  SalesPriceNet: 12.5,
  SalesPriceGross: 14.875,
  Discount: 10,
  PurchasePriceNet: 6.25,
  TaxRate: 19,
  Notice: 'Notiz 44',
});
const lineReads: Read[] = [
  { by: 'v1 GET /salesOrders/{salesOrderId}/lineitems', row: (one) => one['Name'] === 'Position 41' },
  {
    by: 'v2 GET /sales-orders/{salesOrderId}/line-items',
    row: (one) => one['name'] === 'Position 41',
    since: { salespricegross: '2.1', notice: '2.1' },
  },
];

const file = {
  FileData: Buffer.from('Datei 51').toString('base64'),
  FileDataType: '.txt',
  FileName: 'datei-52',
};

const withoutContent = { filedata: 'a list of files has no contents; GET /file/{key} gives them' };
const fileReads: Read[] = [
  {
    by: 'v1 GET /salesOrders/{salesOrderId}/files',
    row: (one) => one['FileName'] === 'datei-52',
    hidden: withoutContent,
  },
];
const lineFileReads: Read[] = [
  {
    by: 'v1 GET /salesOrders/{salesOrderId}/lineitems/{salesOrderLineItemId}/files',
    row: (one) => one['FileName'] === 'datei-52',
    hidden: withoutContent,
  },
];
const noteReads: Read[] = [
  {
    by: 'v1 GET /salesOrders/{salesOrderId}/notes',
    row: (one) => /Notiz [24]/.test(String(one['NoteBody'])),
  },
];

export const salesOrdersV1: RequestRow[] = [
  {
    operation: 'v1 POST /salesOrders',
    minimal: ({ client }) => ({
      CompanyId: client.row('company').id,
      CustomerId: client.row('customer', hasMail).id,
    }),
    full: (scene) => ({ Number: 'A-77001', ...fields(scene) }),
    reads: [{ by: 'answer' }, v1, graphql],
  },
  {
    operation: 'v1 PATCH /salesOrders/{salesOrderId}',
    minimal: () => ({}),
    full: fields,
    reads: [{ by: 'answer' }, v1, graphql],
  },
  {
    operation: 'v1 POST /salesOrders/{salesOrderId}/cancel',
    minimal: ({ client }) => ({ CancellationReasonId: client.row('cancellationReason').id }),
    full: ({ client }) => ({
      CancellationReasonId: client.row('cancellationReason', (one) => one.id > 1).id,
      CancellationComment: 'Grund 61',
    }),
    reads: [v1],
  },
  {
    operation: 'v1 POST /salesOrders/{salesOrderId}/createinvoice',
    minimal: () => ({}),
    full: () => ({ InvoiceOnlyDeliveredQuantity: false, AsDraft: true }),
    reads: [],
    unread: 'choices of the write; the tests of invoices check them',
  },
  {
    operation: 'v1 PATCH /salesOrders/{salesOrderId}/customfields/{customfieldId}',
    minimal: () => ({ Value: 'Wert 1' }),
    full: () => ({ Value: 'Wert 2' }),
    reads: [
      { by: 'v1 GET /salesOrders/{salesOrderId}/customfields', row: (one) => one['Value'] === 'Wert 2' },
    ],
  },
  {
    operation: 'v1 POST /salesOrders/{salesOrderId}/files',
    minimal: () => file,
    full: () => file,
    reads: fileReads,
  },
  {
    operation: 'v1 PATCH /salesOrders/{salesOrderId}/files/{salesOrderFileId}',
    minimal: () => ({}),
    full: () => file,
    reads: fileReads,
  },
  {
    operation: 'v1 POST /salesOrders/{salesOrderId}/lineitems/{salesOrderLineItemId}/files',
    minimal: () => file,
    full: () => file,
    reads: lineFileReads,
  },
  {
    operation:
      'v1 PATCH /salesOrders/{salesOrderId}/lineitems/{salesOrderLineItemId}/files/{salesOrderLineItemFileId}',
    minimal: () => ({}),
    full: () => file,
    reads: lineFileReads,
  },
  {
    operation: 'v1 POST /salesOrders/{salesOrderId}/lineitems',
    minimal: () => [{ Quantity: 2 }],
    full: (scene) => [line(scene)],
    reads: [{ by: 'answer' }, ...lineReads],
  },
  {
    operation: 'v1 PATCH /salesOrders/{salesOrderId}/lineitems/{salesOrderLineItemId}',
    minimal: () => ({}),
    full: line,
    reads: lineReads,
  },
  {
    operation: 'v1 POST /salesOrders/{salesOrderId}/notes',
    minimal: () => ({ NoteBody: 'Notiz 1' }),
    full: () => ({ NoteBody: 'Notiz 2' }),
    reads: [{ by: 'answer' }, ...noteReads],
  },
  {
    operation: 'v1 PATCH /salesOrders/{salesOrderId}/notes/{noteId}',
    minimal: () => ({ NoteBody: 'Notiz 3' }),
    full: () => ({ NoteBody: 'Notiz 4' }),
    reads: noteReads,
  },
  {
    operation: 'v1 POST /salesOrders/{salesOrderId}/workflowEvents',
    minimal: eventOf('salesOrder'),
    full: eventOf('salesOrder'),
    reads: [],
    unread: 'the event starts workflows, which the entity does not show',
  },
];
