import type { SalesInvoice } from '../../invoices/schema/documents.ts';
import { without } from '../../../store/values/merge.ts';
import type { ReturnLineDraft } from '../../returns/operations/returns.ts';
import {
  addReturnLine,
  changeReturnLine,
  creditReturn,
  removeReturnLine,
  updateReturn,
} from '../../returns/operations/returns.ts';
import { correctInvoice } from '../../invoices/operations/sales-invoice-corrections.ts';
import { newSalesOrder } from '../operations/sales-orders.ts';
import { createQuotation, updateQuotation } from '../operations/sales-quotations.ts';
import type { Bindings, Call, Handler } from '../../../wire/rest/call.ts';
import { act, create, idOf, one, update } from '../../../wire/rest/handlers.ts';
import { sortedPage, sortedPageOfRows } from '../../../wire/rest/sorted-lists.ts';
import { assuming, marked } from '../../../wire/rest/assuming.ts';
import { bankAccounts, customerNotes } from '../../customers/rest/customers.ts';
import {
  correctionCancelled,
  invoiceFilters,
  invoicePaid,
  invoicePaymentsRemoved,
} from '../../invoices/rest/documents.ts';
import { partIdOf } from '../../../wire/rest/part-handlers.ts';
import { orderFields, orderPaid, orderPaymentsRemoved } from './sales-orders.ts';

const customers = sortedPage('customer', {
  sorts: {
    id: 'id',
    customerNumber: 'number',
    companyName: 'billingAddress.company',
    firstName: 'billingAddress.firstName',
    lastName: 'billingAddress.lastName',
    street: 'billingAddress.street',
    postalCode: 'billingAddress.postalCode',
    city: 'billingAddress.city',
    countryIso: 'billingAddress.countryIso',
    emailAddress: 'billingAddress.emailAddress',
    createdDate: 'customerSince',
    customerGroupId: 'customerGroupId',
    customerCategoryId: 'customerCategoryId',
    isLocked: 'isLocked',
  },
  dates: { createdDate: 'customerSince' },
});

const documentSorts = {
  id: 'id',
  customerId: 'customerId',
  companyId: 'companyId',
  currencyIso: 'payment.currencyIso',
  paymentMethodId: 'payment.paymentMethodId',
  shippingMethodId: 'shipping.shippingMethodId',
  billingAddressCompany: 'billingAddress.company',
  billingAddressLastName: 'billingAddress.lastName',
  billingAddressCity: 'billingAddress.city',
  isCancelled: 'isCancelled',
};

const salesOrders = sortedPage('salesOrder', {
  sorts: {
    ...documentSorts,
    salesOrderNumber: 'number',
    salesOrderDate: 'salesOrderDate',
    externalSalesOrderNumber: 'externalNumber',
    shippingPriority: 'shipping.shippingPriority',
    estimatedDeliveryDate: 'shipping.estimatedDeliveryDate',
    cancelledDate: 'cancellation.date',
  },
  dates: {
    salesOrderDate: 'salesOrderDate',
    estimatedDeliveryDate: 'shipping.estimatedDeliveryDate',
    cancelledDate: 'cancellation.date',
  },
});

const salesInvoices = sortedPage('salesInvoice', {
  sorts: {
    id: 'id',
    number: 'number',
    invoiceDate: 'invoiceDate',
    externalNumber: 'externalNumber',
    customerId: 'customerId',
    companyId: 'companyId',
    isCancelled: 'isCancelled',
  },
  dates: { invoiceDate: 'invoiceDate' },
  filters: invoiceFilters,
});

const salesQuotations = sortedPage('salesQuotation', {
  sorts: {
    ...documentSorts,
    salesQuotationNumber: 'number',
    salesQuotationDate: 'salesQuotationDate',
    externalSalesQuotationNumber: 'externalNumber',
  },
  dates: { salesQuotationDate: 'salesQuotationDate' },
});

const emptyOrder: Handler = (call) => ({
  value: newSalesOrder({}, call.now),
});

const quotationCreated = create((data, draft, call) => createQuotation(data, draft, call.now));

const quotationUpdated: Handler = async (call) => ({
  value: await call.write((data) =>
    updateQuotation(data, call.draft['salesQuotationId'] as number, without(call.draft, 'salesQuotationId')),
  ),
});

const returnCredited: Handler = async (call) => ({
  value: await call.write((data) => creditReturn(data, idOf(call), call.now)),
  assumptions: ['quantities-add-up'],
});

/** A return's line with the return and the order it belongs to. */
function shownLine(call: Call, line: object): object {
  const { id, salesOrderId } = call.data.get('return', idOf(call));
  return { ...line, returnId: id, salesOrderId };
}

const returnLineAdded: Handler = async (call) => ({
  value: shownLine(
    call,
    await call.write((data) => addReturnLine(data, idOf(call), call.draft as unknown as ReturnLineDraft)),
  ),
});

const returnLineChanged: Handler = async (call) => ({
  value: shownLine(
    call,
    await call.write((data) => changeReturnLine(data, idOf(call), partIdOf(call), call.draft)),
  ),
});

/** The lines of all final invoices, each with its invoice and order. */
const invoiceLinesInternal: Handler = (call) => {
  const lines = [...call.data.of('salesInvoice').values()]
    .filter((invoice: SalesInvoice) => !invoice.isDraft)
    .flatMap((invoice) =>
      invoice.lineItems.map((line) => ({
        ...line,
        salesInvoiceId: invoice.id,
        salesOrderId: invoice.salesOrderId,
      })),
    );
  return {
    value: sortedPageOfRows(call, lines, {
      salesInvoiceLineItemId: 'id',
      salesInvoiceId: 'salesInvoiceId',
      salesOrderId: 'salesOrderId',
      name: 'name',
      sku: 'sku',
    }),
  };
};

/** What 2.1 and 2.2 add for customers, orders, quotations, invoices and returns. */
export const laterSalesBindingsV2: Bindings = assuming('later-shapes', {
  'GET /customers': customers,
  'GET /customers/{customerId}/bank-accounts': bankAccounts.list,
  'GET /customers/{customerId}/bank-accounts/{customerBankAccountId}': bankAccounts.read,
  'GET /customers/{customerId}/notes': customerNotes.list,
  'GET /sales-orders': salesOrders,
  'GET /sales-orders/{salesOrderId}': one('salesOrder'),
  'GET /sales-orders/new': emptyOrder,
  'GET /sales-orders/custom-fields': orderFields.defined,
  'POST /sales-orders/{salesOrderId}/payments': orderPaid,
  'DELETE /sales-orders/{salesOrderId}/payments': orderPaymentsRemoved,
  'GET /sales-invoices': salesInvoices,
  'POST /sales-invoices/{invoiceId}/payments': invoicePaid,
  'DELETE /sales-invoices/{invoiceId}/payments': invoicePaymentsRemoved,
  'POST /sales-invoices/{salesInvoiceId}/correct': marked(
    ['quantities-add-up'],
    update((data, id, draft, call) => correctInvoice(data, id, draft, call.now)),
  ),
  'POST /sales-invoice-corrections/{salesInvoiceCorrectionId}/cancel': correctionCancelled,
  'GET /internals/salesinvoice-lineitems': invoiceLinesInternal,
  'GET /sales-quotations': salesQuotations,
  'GET /sales-quotations/{id}': one('salesQuotation'),
  'POST /sales-quotations': quotationCreated,
  'POST /salesquotation/create': quotationCreated,
  'PATCH /salesquotation/update': quotationUpdated,
  'PATCH /returns/{returnId}': update(updateReturn),
  'POST /returns/{returnId}/line-items': returnLineAdded,
  'PATCH /returns/{returnId}/line-items/{lineItemId}': returnLineChanged,
  'DELETE /returns/{returnId}/line-items/{lineItemId}': act((data, call) => {
    removeReturnLine(data, idOf(call), partIdOf(call));
  }),
  'POST /returns/{returnId}/sales-invoice-corrections': returnCredited,
});
