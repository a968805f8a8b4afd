import { packKey } from '../../../../src/wawi/contract/keys.ts';
import { without } from '../../../../src/wawi/store/values/merge.ts';
import { hasMail, itemLine, openOrder, otherItem } from '../../../contract/fixture-rows.ts';
import type { Read, RequestRow, Scene } from '../request-row.ts';
import { flatAddress } from './flat-address.ts';
import { line, lineWithVariant, variant } from './sales-order-lines.ts';

/** An address as documents of sales have it. */
function address(of: string, country: string): Record<string, unknown> {
  const { companyName: company, faxNumber: fax, ...others } = flatAddress(of, country);
  return { ...others, company, fax, postId: `${of}-Post` };
}

/** The parts that a new and a changed order have alike. */
function parts({ client }: Scene): Record<string, unknown> {
  return {
    disableAutomaticWorkflows: true,
    paymentInfo: {
      accountHolder: 'Inhaberin 1',
      bankName: 'Bank 2',
      bic: 'COBADEFF003',
      creditorId: 'DE98ZZZ04',
      dueDate: '2026-06-05T00:00:00.000Z',
      endToEndId: 'E2E-06',
      iban: 'DE89370400440532013007',
      mandateReference: 'Mandat 8',
      paymentInfo: 'Zahlung 9',
      paymentReference: 'Verwendung 10',
      referenceEmail: 'zahlung11@example.com',
    },
    text: {
      comment: 'Anmerkung 12',
      customerComment: 'Hinweis 13',
      printText: 'Drucktext 14',
      processStatus: 'Vorgang 15',
    },
    salesOrderDate: '2026-02-03T04:05:06.000Z',
    itemDescriptionType: 2,
    readOnlyType: 0,
    externalDetails: {
      externalCreatedDate: '2026-02-01T02:03:04.000Z',
      externalInvoiceType: 2,
      externalSalesOrderNumber: 'Extern-16',
    },
    shippingDetails: {
      deliveryFromDate: '2026-03-02T03:04:05.000Z',
      estimatedDeliveryDate: '2026-03-05T06:07:08.000Z',
      extraWeight: 1.75,
      maxDeliveryDays: 9,
      shippingDate: '2026-03-04T05:06:07.000Z',
      shippingPriority: 7,
    },
    taxDetails: { specialTaxTreatment: 1, taxSetting: 15 },
    processColourId: packKey('FarbeKey', client.row('colorCode').id),
    onHoldReasonId: packKey('RueckhaltegrundKey', client.row('onHoldReason').id),
    cartonItemId: packKey('ArtikelKey', otherItem(client)),
    paymentMethodId: packKey('ZahlungsartKey', 2),
    shippingMethodId: packKey('VersandartKey', 2),
    processStatusId: packKey('VorgangsstatusKey', client.row('transactionStatus').id),
    customerSalesOrderNumber: 'Bestellung 17',
    companyId: packKey('FirmaKey', client.row('company').id),
  };
}

const customer = ({ client }: Scene): string =>
  packKey(
    'KundeKey',
    client.row('customer', (one) => hasMail(one) && one.id !== openOrder(client).customerId).id,
  );

const hidden = {
  disableautomaticworkflows: 'an instruction for the write',
  usebillingaddressasshipmentaddress: 'an instruction for the write',
  idempotencykey: 'an instruction for the write',
  'lineitems.variants': 'read on their own',
  customervatid: 'read in v1',
};
const names = {
  'departurecountry.currency': 'departurecountry',
  'paymentdetails.currency': 'paymentdetails',
  languageid: 'languageiso',
  'lineitems.salesorderlineitemid': 'lineitems.id',
  '*.discount': 'discountpercent',
  '*.notice': 'note',
  '*.formofaddress': 'salutation',
  '*.company2': 'additionalcompanyline',
  '*.address2': 'additionaladdressline',
};
const since = { 'departurecountry.statecode': '2.1', 'lineitems.salespricegross': '2.1' } as const;
const reads: Read[] = [
  {
    by: 'v2 GET /sales-orders/{salesOrderId}',
    hidden,
    names,
    since,
  },
  {
    by: { query: 'GetSalesOrderById', argument: 'salesOrderId', key: 'VerkaufAuftragKey' },
    hidden,
    names,
    since,
  },
  {
    by: 'v2 GET /sales-orders/{salesOrderId}/line-items',
    only: { 'lineitems.variants': true },
    row: (one) => one['name'] === 'Position 41',
    names: { 'lineitems.variants': 'variants' },
  },
  { by: 'v1 GET /salesOrders/{salesOrderId}', only: { customervatid: true } },
];

const newOrder = (scene: Scene): Record<string, unknown> => ({
  ...parts(scene),
  billingAddress: address('Rechnung', 'AT'),
  shipmentAddress: address('Liefer', 'FR'),
  lineItems: [
    {
      ...line(scene),
      variants: [variant(scene)],
      type: 1,
      fnSku: 'FN-45',
      sku: 'SKU-42',
      discountPercent: 10,
    },
  ],
  salesOrderNumber: 'A-77002',
  departureCountry: {
    countryIso: 'AT',
    currency: { currencyIso: 'CHF', currencyFactor: 1.25 },
    state: 'Tirol 33',
    currencyIso: 'CHF',
    currencyFactor: 1.25,
    stateCode: 'Tirol 33',
  },
  paymentDetails: {
    cashDiscount: 2.5,
    cashDiscountDays: 8,
    financingCosts: 3.25,
    paymentDueDateInDays: 23,
    currency: { currencyIso: 'CHF', currencyFactor: 1.25 },
  },
  customerId: customer(scene),
  languageISO: 'EN',
  customerVatId: 'ATU34343434',
  vatId: 'ATU34343434',
  useBillingAddressAsShipmentAddress: false,
});

const minimalOrder = ({ client }: Scene): Record<string, unknown> => ({
  billingAddress: { street: 'Kai 1', city: 'Kiel', countryIso: 'DE' },
  shipmentAddress: { street: 'Kai 2', city: 'Kiel', countryIso: 'DE' },
  lineItems: [],
  departureCountry: { countryIso: 'DE', currencyIso: 'EUR' },
  paymentDetails: { currency: { currencyIso: 'EUR' } },
  customerId: packKey('KundeKey', client.row('customer', hasMail).id),
  languageISO: 'DE',
  vatId: '',
  companyId: packKey('FirmaKey', client.row('company').id),
});
const withoutOfNew = {
  'lineitems.parentsalesorderlineitemid': 'a new order has no line yet that could be the parent',
  'lineitems.parentsalesquotationlineitemid': 'the line does not come from a quotation',
};

export const salesOrdersV2: RequestRow[] = [
  {
    operation: 'v2 POST /sales-orders',
    minimal: minimalOrder,
    full: newOrder,
    without: withoutOfNew,
    reads,
  },
  {
    operation: 'v2 POST /salesorder/create',
    minimal: minimalOrder,
    full: newOrder,
    without: withoutOfNew,
    reads,
  },
  {
    operation: 'v2 PATCH /sales-orders/{salesOrderId}',
    minimal: () => ({}),
    full: async (scene) => {
      const shipment = address('Liefer', 'FR');
      const added = await lineWithVariant(scene);
      return {
        ...parts(scene),
        paymentInfo: { ...(parts(scene)['paymentInfo'] as object), paymentInfoType: 1 },
        billingAddress: {
          ...address('Rechnung', 'AT'),
          formOfAddress: 'Rechnung Anrede',
          company2: 'Rechnung Abteilung',
          address2: 'Rechnung Hinterhaus',
        },
        shipmentAddress: {
          ...without(
            shipment,
            'salutation',
            'additionalCompanyLine',
            'additionalAddressLine',
            'countryIso',
            'vatId',
          ),
          formOfAddress: 'Liefer Anrede',
          company2: 'Liefer Abteilung',
          address2: 'Liefer Hinterhaus',
          countryISO: 'FR',
        },
        lineItems: [
          {
            ...line(scene),
            variants: [{ ...variant(scene), id: added.variantId }],
            id: added.lineId,
            salesOrderLineItemId: added.lineId,
            parentSalesOrderLineItemId: packKey(
              'VerkaufAuftragPositionKey',
              itemLine(openOrder(scene.client)).id,
            ),
            fnSku: 'FN-45',
            sku: 'SKU-42',
            salesPriceGross: 14.875,
            notice: 'Notiz 44',
            discountPercent: 10,
          },
        ],
        departureCountry: {
          countryISO: 'AT',
          currencyISO: 'CHF',
          currencyFactor: 1.25,
          state: 'Tirol 33',
        },
        paymentDetails: {
          cashDiscount: 2.5,
          cashDiscountDays: 8,
          currencyISO: 'CHF',
          currencyFactor: 1.25,
          financingCosts: 3.25,
          paymentDueDateInDays: 23,
        },
        customerId: customer(scene),
        languageId: 'EN',
        languageIso: 'EN',
        customerVATId: 'ATU34343434',
        vatId: 'ATU34343434',
        useBillingAddressAsShipmentAddress: false,
        idempotencyKey: 'Änderung-18',
      };
    },
    reads,
  },
];
