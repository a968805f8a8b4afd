import { packKey } from '../../../src/wawi/contract/keys.ts';
import type { CommandCase, CommandTools } from './command-cases.ts';
import { addressAt, instruction, keys, noPage } from './values.ts';

const line = {
  'lineItems.itemId': keys.item,
  'lineItems.variants': undefined,
  'lineItems.taxClassId': keys.taxClass,
  'lineItems.taxCodeId': undefined,
  'lineItems.billOfMaterialsType': 'NONE',
  'lineItems.configurationItemType': 'NONE',
  'lineItems.type': 'ITEM',
  'lineItems.lineItemType': undefined,
  'lineItems.parentSalesOrderLineItemId': undefined,
  'lineItems.parentSalesQuotationLineItemId': undefined,
  // A line has its net or its gross price.
  'lineItems.salesPriceGross': undefined,
  'lineItems.discountPercent': 3,
  'lineItems.quantity': 36,
};

const document = {
  ...addressAt('billingAddress'),
  ...addressAt('shipmentAddress'),
  ...line,
  itemDescriptionType: 'BRIEF',
  readOnlyType: 'CHANGES_ALLOWED',
  'departureCountry.countryIso': 'DE',
  'departureCountry.currencyIso': 'EUR',
  'departureCountry.currencyFactor': 1,
  'externalDetails.externalInvoiceType': 'NO_INVOICE',
  'paymentDetails.currencyIso': 'EUR',
  'paymentDetails.currencyFactor': 1,
  'taxDetails.specialTaxTreatment': 'NONE',
  'taxDetails.taxSetting': 'DELIVERY_WITH_VAT',
  'taxDetails.taxReference': 'BILLING_ADDRESS',
  processColourId: keys.colour,
  onHoldReasonId: undefined,
  cartonItemId: undefined,
  paymentMethodId: keys.paymentMethod,
  shippingMethodId: keys.shippingMethod,
  processStatusId: undefined,
  languageIso: 'DE',
  companyId: keys.company,
  customerId: keys.customer,
  useBillingAddressAsShipmentAddress: false,
};

const instructions = {
  disableAutomaticWorkflows: instruction,
  useBillingAddressAsShipmentAddress: instruction,
};

async function order(tools: CommandTools, salesOrderId: unknown): Promise<unknown[]> {
  return [
    await tools.query('GetSalesOrderById', { salesOrderId }),
    await tools.v1((id) => `/salesOrders/${id}`, salesOrderId),
    await tools.v1((id) => `/salesOrders/${id}/lineItems`, salesOrderId),
  ];
}

/** @returns the key of a document's first line */
async function firstLine(tools: CommandTools, query: string, args: object): Promise<string | undefined> {
  const { lineItems } = await tools.query<{ lineItems: { id: string }[] }>(query, { ...args });
  return lineItems[0]?.id;
}

export const salesCases: readonly CommandCase[] = [
  {
    mutation: 'CreateSalesOrder',
    given: () => document,
    read: (tools, { salesOrderId }) => order(tools, salesOrderId),
    unshown: { ...instructions, 'departureCountry.state': 'stateCode stands above it' },
  },
  {
    mutation: 'UpdateSalesOrder',
    given: async (tools) => {
      const { salesOrderId } = await tools.create('CreateSalesOrder', document);
      return {
        ...document,
        // The customer of an order stays.
        customerId: undefined,
        salesOrderId,
        'lineItems.salesOrderLineItemId': await firstLine(tools, 'GetSalesOrderById', { salesOrderId }),
      };
    },
    read: (tools, _, { salesOrderId }) => order(tools, salesOrderId),
    unshown: instructions,
    otherNames: { 'lineItems.salesOrderLineItemId': 'id' },
  },
  {
    mutation: 'CreateSalesQuotation',
    given: () => document,
    read: (tools, { salesQuotationId }) => tools.query('GetSalesQuotationById', { id: salesQuotationId }),
    unshown: {
      ...instructions,
      customerVatId: noPage,
      'departureCountry.state': 'stateCode stands above it',
    },
  },
  {
    mutation: 'UpdateSalesQuotation',
    given: async (tools) => {
      const { salesQuotationId } = await tools.create('CreateSalesQuotation', document);
      return {
        ...document,
        customerId: undefined,
        salesQuotationId,
        'lineItems.salesQuotationLineItemId': await firstLine(tools, 'GetSalesQuotationById', {
          id: salesQuotationId,
        }),
      };
    },
    read: (tools, _, { salesQuotationId }) => tools.query('GetSalesQuotationById', { id: salesQuotationId }),
    unshown: instructions,
    otherNames: { 'lineItems.salesQuotationLineItemId': 'id' },
  },
  {
    mutation: 'CancelSalesQuotation',
    given: async (tools) => ({
      ...(await tools.create('CreateSalesQuotation', document)),
      cancellationReasonId: packKey('AuftragStornogrundKey', 1),
    }),
    read: (tools, _, { salesQuotationId }) => tools.query('GetSalesQuotationById', { id: salesQuotationId }),
    unshown: { cancellationReasonId: noPage, cancellationComment: noPage },
    otherNames: { salesQuotationId: 'id' },
    shows: { isCancelled: true },
  },
  {
    mutation: 'CreateSalesOrderFromSalesQuotation',
    given: (tools) => tools.create('CreateSalesQuotation', document),
    read: (tools, { salesOrderId }) => order(tools, salesOrderId),
    unshown: { salesQuotationId: noPage },
    shows: { customerId: keys.customer, itemId: keys.item },
  },
];
