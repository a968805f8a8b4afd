import type { InputViews } from '../../../wire/graphql/input-views.ts';

const address = {
  salutation: 'formOfAddress',
  additionalCompanyLine: 'company2',
  additionalAddressLine: 'address2',
} as const;

const lineItem = {
  discountPercent: 'discount',
  fnSku: 'fnsku',
  note: 'notice',
} as const;

/** The common fields of orders and quotations. */
const documentFields = {
  externalDetails: '.',
  paymentDetails: 'payment',
  shippingDetails: 'shipping',
  processColourId: 'colorcodeId',
  onHoldReasonId: 'shipping.onHoldReasonId',
  paymentMethodId: 'payment.paymentMethodId',
  shippingMethodId: 'shipping.shippingMethodId',
  processStatusId: 'transactionStatusId',
  vatId: 'merchantVatId',
} as const;

const orderFields = {
  ...documentFields,
  text: '.',
  customerSalesOrderNumber: 'customerNumber',
} as const;

const quotationFields = { ...documentFields, customerSalesQuotationNumber: 'customerNumber' } as const;

const paymentDetails = { paymentDueDateInDays: 'paymentTarget' } as const;

/** Later versions write the state as `stateCode`. */
const departureCountry = { stateCode: 'state' } as const;

/** Commands for sales orders and quotations. */
export const salesInputs: InputViews = {
  CreateSalesOrderCommandRequestInput: { ...orderFields, salesOrderNumber: 'number' },
  CreateCreateSalesOrderAddressInput: address,
  CreateCreateSalesOrderLineItemInput: { ...lineItem, lineItemType: 'type' },
  CreateCreateSalesOrderDepartureCountryInput: departureCountry,
  CreateCreateSalesOrderExternalDetailsInput: { externalSalesOrderNumber: 'externalNumber' },
  CreateCreateSalesOrderPaymentDetailsInput: paymentDetails,
  UpdateSalesOrderCommandRequestInput: orderFields,
  UpdateUpdateSalesOrderAddressInput: address,
  UpdateUpdateSalesOrderLineItemInput: { ...lineItem, salesOrderLineItemId: 'id' },
  UpdateUpdateSalesOrderDepartureCountryInput: departureCountry,
  UpdateUpdateSalesOrderExternalDetailsInput: { externalSalesOrderNumber: 'externalNumber' },
  UpdateUpdateSalesOrderPaymentDetailsInput: paymentDetails,
  CreateSalesQuotationCommandRequestInput: {
    ...quotationFields,
    text: '.',
    salesQuotationNumber: 'number',
  },
  CreateCreateSalesQuotationAddressInput: address,
  CreateCreateSalesQuotationLineItemInput: {
    ...lineItem,
    parentSalesQuotationLineItemId: 'parentSalesOrderLineItemId',
  },
  CreateCreateSalesQuotationDepartureCountryInput: departureCountry,
  CreateCreateSalesQuotationExternalDetailsInput: { externalSalesQuotationNumber: 'externalNumber' },
  CreateCreateSalesQuotationPaymentDetailsInput: paymentDetails,
  UpdateSalesQuotationCommandRequestInput: quotationFields,
  UpdateUpdateSalesQuotationAddressInput: address,
  UpdateUpdateSalesQuotationDepartureCountryInput: departureCountry,
  UpdateUpdateSalesQuotationExternalDetailsInput: { externalSalesQuotationNumber: 'externalNumber' },
  UpdateUpdateSalesQuotationLineItemInput: {
    ...lineItem,
    salesQuotationLineItemId: 'id',
    parentSalesQuotationLineItemId: 'parentSalesOrderLineItemId',
    lineItemType: 'type',
  },
  UpdateUpdateSalesQuotationPaymentDetailsInput: paymentDetails,
  CreateCalculateSalesEntityLineItemRequestInput: { discountPercent: 'discount', lineItemType: 'type' },
  CreateCalculateSalesEntityLineItemRequestAddInput: { lineItemType: 'type' },
  CreateCalculateSalesEntityLineItemRequestChangeInput: { discountPercent: 'discount' },
  CreateSalesOrderPaymentCommandRequestInput: { transactionId: 'externalTransactionId' },
  MarkSalesOrderAsPaidCommandRequestInput: { sendMail: false },
  CreateCalculateSalesOrderLineItemRequestInput: { discountPercent: 'discount' },
  CreateCalculateSalesOrderLineItemRequestChangeInput: { discountPercent: 'discount' },
};
