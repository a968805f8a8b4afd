import type { SalesInvoice } from '../schema/documents.ts';
import type { AccountingEntry, AccountingLine } from '../operations/accounting-data.ts';
import { payable } from '../../sales-orders/operations/payments.ts';
import { dueDateOf } from '../../sales-orders/rules/due-dates.ts';
import { orderPaymentStatus, orderTotals, stillToPay } from '../../pricing/rules/totals.ts';
import { v1View, type V1Views } from '../../../wire/rest/schema-views.ts';

/** Invoices, returns and accounting data in v1. */
export const documentViewsV1 = {
  Invoice: v1View<'Invoice', SalesInvoice>({
    ShipmentAddress: (invoice) => invoice.shipmentAddress ?? invoice.billingAddress,
    InvoicePaymentDetails: '.',
    DunningBlock: 'dunningBlock',
    IsExternalInvoice: (invoice) => invoice.externalInvoiceType !== 0,
    CancellationDetails: 'cancellation',
  }),
  InvoicePaymentDetail: v1View<'InvoicePaymentDetail', SalesInvoice>({
    PaymentMethodId: 'payment.paymentMethodId',
    PaymentStatus: (invoice, { data }) => orderPaymentStatus(payable(data, invoice)),
    TotalGrossAmount: (invoice) => orderTotals(invoice).gross,
    CurrencyIso: 'payment.currencyIso',
    CurrencyFactor: 'payment.currencyFactor',
    StillToPay: (invoice, { data }) => stillToPay(payable(data, invoice)),
    PaymentTarget: 'payment.paymentTarget',
    CashDiscount: 'payment.cashDiscount',
    CashDiscountDays: 'payment.cashDiscountDays',
    StopPaymentRequest: 'dunningBlock',
    NextDueDate: (invoice) => dueDateOf(invoice.invoiceDate, invoice.payment.paymentTarget),
  }),
  CreateReturn: v1View<'CreateReturn'>({ Items: 'lineItems' }),
  AccountingData: v1View<'AccountingData', AccountingEntry>({
    DocumentNumber: 'document.number',
    DocumentId: 'document.id',
    SalesOrderNumber: ({ document }, { data }) =>
      data.of('salesOrder').get(document.salesOrderId ?? 0)?.number,
    SalesOrderId: 'document.salesOrderId',
    ExternalSalesOrderNumber: 'document.externalNumber',
    DepartureCountry: ({ document }) => ({
      countryIso: document.departureCountry.countryIso,
      stateIso: document.departureCountry.state,
    }),
    ShipmentCountry: ({ document }) => {
      const { countryIso, state } = document.shipmentAddress ?? document.billingAddress;
      return { countryIso, stateIso: state };
    },
    BillingAddress: 'document.billingAddress',
    ShipmentAddress: ({ document }) => document.shipmentAddress ?? document.billingAddress,
    CurrencyIso: 'document.payment.currencyIso',
    CompanyId: 'document.companyId',
    CompanyVatId: ({ document }, { data }) =>
      document.merchantVatId ?? data.of('company').get(document.companyId)?.vatIds?.[0]?.vatId,
    CustomerVatId: 'document.customerVatId',
    SalesChannelId: 'document.salesChannelId',
    IsCancelled: 'document.isCancelled',
    AccountDataLineItems: 'lineItems',
  }),
  AccountingDataLineItem: v1View<'AccountingDataLineItem', AccountingLine>({
    ItemId: 'line.itemId',
    Type: 'line.type',
    Name: 'line.name',
    TaxClassId: 'line.taxClassId',
    GeneralLedgerAccount: 'account',
    Quantity: 'line.quantity',
    VatRate: 'line.taxRate',
    TotalDiscountGrossAmount: 'discountGross',
    TotalDiscountNetAmount: 'discountNet',
    TotalGrossAmount: 'totalGross',
    TotalNetAmount: 'totalNet',
  }),
} satisfies V1Views;
