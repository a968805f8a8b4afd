import type {
  Cancellation,
  DepartureCountry,
  LineItem,
  LineItemVariant,
  Payment,
  PaymentInfo,
  PaymentTerms,
  SalesDocument,
  SalesOrderLineItem,
  TaxDetails,
} from '../../pricing/schema/sales-documents.ts';
import type { SalesEntities, SalesOrder, SalesQuotation } from './sales.ts';
import type { Shape, Shapes } from '../../../store/shapes/shape.ts';
import { address, customFieldValue, fileReference, note } from '../../../store/shapes/shared.ts';

const payment: Shape<Payment> = {
  id: 'id',
  paymentMethodId: 'whole',
  salesInvoiceId: 'whole',
  amount: 'amount',
  date: 'instant',
  comment: 'text',
  externalTransactionId: 'text',
  receiptNumber: 'text',
  isDownPayment: 'flag',
  glAccount: 'text',
  userId: 'whole',
};

export const departureCountry: Shape<DepartureCountry> = {
  countryIso: 'text',
  state: 'text',
  currencyIso: 'text',
  currencyFactor: 'amount',
};

export const paymentTerms: Shape<PaymentTerms> = {
  paymentMethodId: 'whole',
  currencyIso: 'text',
  currencyFactor: 'amount',
  paymentTarget: 'whole',
  cashDiscount: 'amount',
  cashDiscountDays: 'whole',
  financingCosts: 'amount',
};

const paymentInfo: Shape<PaymentInfo> = {
  accountHolder: 'text',
  bankName: 'text',
  bic: 'text',
  creditorId: 'text',
  dueDate: 'instant',
  endToEndId: 'text',
  iban: 'text',
  mandateReference: 'text',
  paymentInfo: 'text',
  paymentInfoType: 'whole',
  paymentReference: 'text',
  referenceEmail: 'text',
};

const taxDetails: Shape<TaxDetails> = { specialTaxTreatment: 'whole', taxSetting: 'whole' };

export const cancellation: Shape<Cancellation> = {
  cancellationReasonId: 'whole',
  cancellationComment: 'text',
  date: 'instant',
  userId: 'whole',
};

const lineItemVariant: Shape<LineItemVariant> = {
  id: 'id',
  name: 'text',
  value: 'text',
  surchargeNet: 'amount',
  extraWeight: 'amount',
  itemVariantId: 'whole',
  itemVariantValueId: 'whole',
};

export const lineItem: Shape<LineItem> = {
  id: 'id',
  itemId: 'whole',
  name: 'text',
  sku: 'text',
  type: 'whole',
  quantity: 'amount',
  salesUnit: 'text',
  salesPriceNet: 'amount',
  salesPriceGross: 'amount',
  discount: 'amount',
  purchasePriceNet: 'amount',
  taxRate: 'amount',
  taxClassId: 'whole',
  taxCodeId: 'whole',
};

const salesOrderLineItem: Shape<SalesOrderLineItem> = {
  quantityDelivered: 'amount',
  quantityReturned: 'amount',
  notice: 'text',
  fnsku: 'text',
  billOfMaterialsType: 'whole',
  configurationItemType: 'whole',
  parentSalesOrderLineItemId: 'whole',
  variants: [lineItemVariant],
  files: [fileReference],
  ...lineItem,
};

const salesDocument: Shape<SalesDocument> = {
  id: 'id',
  number: 'text',
  externalNumber: 'text',
  customerNumber: 'text',
  companyId: 'whole',
  departureCountry,
  customerId: 'whole',
  customerVatId: 'text',
  merchantVatId: 'text',
  billingAddress: address,
  shipmentAddress: address,
  payment: paymentTerms,
  paymentInfo,
  shipping: {
    shippingMethodId: 'whole',
    deliveryCompleteStatus: 'whole',
    shippingPriority: 'whole',
    shippingDate: 'instant',
    estimatedDeliveryDate: 'instant',
    deliveredDate: 'instant',
    deliveryFromDate: 'instant',
    maxDeliveryDays: 'whole',
    onHoldReasonId: 'whole',
    extraWeight: 'amount',
  },
  taxDetails,
  colorcodeId: 'whole',
  transactionStatusId: 'whole',
  cartonItemId: 'whole',
  comment: 'text',
  customerComment: 'text',
  printText: 'text',
  processStatus: 'text',
  itemDescriptionType: 'whole',
  readOnlyType: 'whole',
  externalCreatedDate: 'instant',
  externalInvoiceType: 'whole',
  isCancelled: 'flag',
  languageIso: 'text',
  cancellation,
  printDate: 'instant',
  mailDate: 'instant',
  salesChannelId: 'text',
  userCreatedId: 'whole',
  userId: 'whole',
  lineItems: [salesOrderLineItem],
  notes: [note],
  files: [fileReference],
  customFields: [customFieldValue],
};

const salesOrder: Shape<SalesOrder> = {
  billingNumber: 'text',
  salesOrderDate: 'instant',
  payments: [payment],
  ...salesDocument,
};

const salesQuotation: Shape<SalesQuotation> = {
  salesQuotationDate: 'instant',
  ...salesDocument,
};

export const salesShapes: Shapes<SalesEntities> = { salesOrder, salesQuotation };
