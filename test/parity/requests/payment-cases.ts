import { packKey } from '../../../src/wawi/contract/keys.ts';
import type { Answer, CommandCase, CommandTools } from './command-cases.ts';
import { instruction, keys } from './values.ts';

const paymentMethodId = packKey('ZahlungsartKey', 1);

/** An order of five pieces. @returns the keys of the order and its line */
export async function newOrder(tools: CommandTools): Promise<{ salesOrderId: string; lineItemId: string }> {
  const address = { street: 'Kai 3', city: 'Kiel', countryIso: 'DE', lastName: 'Boysen' };
  const { salesOrderId } = await tools.run<{ salesOrderId: string }>('CreateSalesOrder', {
    customerId: keys.customer,
    companyId: keys.company,
    languageIso: 'DE',
    ...('vatId' in (tools.contract.inputs['CreateSalesOrderCommandRequestInput'] ?? {}) && { vatId: 'DE1' }),
    billingAddress: address,
    departureCountry: { countryIso: 'DE', currencyIso: 'EUR' },
    paymentDetails: { currencyIso: 'EUR' },
    lineItems: [{ itemId: keys.item, quantity: 5, salesPriceNet: 10 }],
  });
  type Lines = { lineItems: { id: string }[] };
  const { lineItems } = await tools.query<Lines>('GetSalesOrderById', { salesOrderId });
  return { salesOrderId, lineItemId: lineItems[0]!.id };
}

function payments(tools: CommandTools, salesOrderId: unknown): Promise<unknown> {
  return tools.query('QueryPaymentsBySalesOrderId', { salesOrderId, includeInvoicePayments: true });
}

export const paymentCases: readonly CommandCase[] = [
  {
    mutation: 'CreateSalesOrderPayment',
    given: async (tools) => ({
      salesOrderId: (await newOrder(tools)).salesOrderId,
      paymentMethodId,
      transactionType: 'VOUCHER',
    }),
    read: (tools, _, { salesOrderId }) => payments(tools, salesOrderId),
  },
  {
    mutation: 'MarkSalesOrderAsPaid',
    given: async (tools) => ({ id: (await newOrder(tools)).salesOrderId, paymentMethodId }),
    read: (tools, _, { id }) => payments(tools, id),
    unshown: { distribute: instruction, sendMail: instruction },
    otherNames: { id: 'salesOrderId', paymentDate: 'date' },
    shows: { amount: 59.5 },
  },
  {
    mutation: 'DeleteAllPaymentsBySalesOrderId',
    given: async (tools) => {
      const { salesOrderId } = await newOrder(tools);
      await tools.run('CreateSalesOrderPayment', { salesOrderId, amount: 7, paymentMethodId });
      return { salesOrderId };
    },
    read: (tools, _, { salesOrderId }) => payments(tools, salesOrderId),
    unshown: { includeInvoicePayments: instruction },
    removes: ['salesOrderId'],
  },
];

const cancellation = {
  cancellationReasonId: packKey('RechnungStornogrundKey', 1),
};

async function newInvoice(tools: CommandTools): Promise<Answer> {
  const { salesOrderId } = await newOrder(tools);
  return tools.run('CreateSalesInvoice', { salesOrderId });
}

async function invoices(tools: CommandTools, salesInvoiceId: unknown): Promise<unknown[]> {
  return [
    await tools.query('QuerySalesInvoices', { where: { salesInvoiceId: { eq: salesInvoiceId } } }),
    await tools.v1((id) => `/invoices/${id}`, salesInvoiceId),
  ];
}

async function newCorrection(tools: CommandTools): Promise<Answer> {
  return tools.run('CreateSalesInvoiceCorrection', await newInvoice(tools));
}

async function corrections(tools: CommandTools, key: unknown): Promise<unknown[]> {
  return [
    await tools.query('QuerySalesInvoiceCorrections', { where: { id: { eq: key } } }),
    await tools.query('QuerySalesInvoiceCorrectionLineItemsInternal', { salesInvoiceCorrectionId: key }),
    await tools.query('QuerySalesInvoiceCorrectionsInternal', {
      companyId: keys.company,
      depositAttributeName: '',
      fromDate: '2000-01-01T00:00:00Z',
      toDate: '2999-01-01T00:00:00Z',
      first: 500,
    }),
  ];
}

async function invoiceLine(tools: CommandTools, invoice: Answer): Promise<unknown> {
  const lines = await tools.v2(`/invoices/${String(invoice['salesInvoiceId'])}/line-items`);
  return (lines as { id: string }[])[0]!.id;
}

export const invoiceCases: readonly CommandCase[] = [
  {
    mutation: 'CreateSalesInvoice',
    given: async (tools) => ({
      salesOrderId: (await newOrder(tools)).salesOrderId,
      invoiceOnlyDeliveredQuantity: false,
    }),
    read: (tools, { salesInvoiceId }) => invoices(tools, salesInvoiceId),
    unshown: { invoiceOnlyDeliveredQuantity: instruction },
    otherNames: { asDraft: 'isDraft' },
  },
  {
    mutation: 'CancelSalesInvoice',
    given: async (tools) => ({ ...(await newInvoice(tools)), ...cancellation }),
    read: (tools, _, { salesInvoiceId }) => invoices(tools, salesInvoiceId),
    otherNames: { salesInvoiceId: 'id' },
    shows: { isCancelled: true },
  },
  {
    mutation: 'CreateSalesInvoiceCorrection',
    given: async (tools) => {
      const invoice = await newInvoice(tools);
      return {
        ...invoice,
        'lineItems.salesInvoiceLineItemId': await invoiceLine(tools, invoice),
        // The list that names the invoice has no drafts.
        asDraft: false,
        'lineItems.quantity': 2,
        'lineItems.priceNet': 6.5,
      };
    },
    read: (tools, { salesInvoiceCorrectionId }) => corrections(tools, salesInvoiceCorrectionId),
    unshown: {
      asDraft: 'the list of final corrections shows it',
      useUndeliveredQuantities: instruction,
      disableAutomaticWorkflows: instruction,
      reduceSalesOrderQuantities: instruction,
      reduceDeliveryQuantities: instruction,
      cancelWebShopOrder: instruction,
      allowQuantityExceeded: instruction,
      allowAmountExceeded: instruction,
    },
    otherNames: { 'lineItems.priceNet': 'salesPriceNet' },
  },
  {
    mutation: 'CancelSalesInvoiceCorrection',
    given: async (tools) => ({
      ...(await newCorrection(tools)),
      cancellationReasonId: packKey('GutschriftStornogrundKey', 1),
    }),
    read: (tools, _, { salesInvoiceCorrectionId }) => corrections(tools, salesInvoiceCorrectionId),
    unshown: { cancellationReasonId: 'answers show its name' },
    otherNames: { salesInvoiceCorrectionId: 'id' },
    shows: { cancellationReason: 'Kundenwunsch' },
  },
];
