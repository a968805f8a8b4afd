import type {
  BillingDocument,
  DocumentEntities,
  ExternalDocument,
  SalesInvoice,
  SalesInvoiceCorrection,
  SalesInvoiceCorrectionLineItem,
  SalesInvoiceLineItem,
} from './documents.ts';
import type { Shape, Shapes } from '../../../store/shapes/shape.ts';
import { cancellation, departureCountry, lineItem, paymentTerms } from '../../sales-orders/schema/shapes.ts';
import { address } from '../../../store/shapes/shared.ts';

const billingDocument: Shape<BillingDocument> = {
  id: 'id',
  number: 'text',
  externalNumber: 'text',
  companyId: 'whole',
  salesOrderId: 'whole',
  customerId: 'whole',
  customerVatId: 'text',
  merchantVatId: 'text',
  departureCountry,
  billingAddress: address,
  shipmentAddress: address,
  payment: paymentTerms,
  taxSetting: 'whole',
  colorcodeId: 'whole',
  comment: 'text',
  customerComment: 'text',
  languageIso: 'text',
  salesChannelId: 'text',
  shippingMethodId: 'whole',
  userCreatedId: 'whole',
  isDraft: 'flag',
  isCancelled: 'flag',
  cancellation,
  printDate: 'instant',
  mailDate: 'instant',
};

const salesInvoiceLineItem: Shape<SalesInvoiceLineItem> = {
  salesOrderLineItemId: 'whole',
  ...lineItem,
};

const salesInvoice: Shape<SalesInvoice> = {
  invoiceDate: 'instant',
  serviceDate: 'instant',
  dunningBlock: 'flag',
  dunningLevel: 'whole',
  externalInvoiceType: 'whole',
  lineItems: [salesInvoiceLineItem],
  ...billingDocument,
};

const salesInvoiceCorrectionLineItem: Shape<SalesInvoiceCorrectionLineItem> = {
  salesInvoiceLineItemId: 'whole',
  salesOrderLineItemId: 'whole',
  ...lineItem,
};

const salesInvoiceCorrection: Shape<SalesInvoiceCorrection> = {
  salesInvoiceId: 'whole',
  returnId: 'whole',
  correctionDate: 'instant',
  lineItems: [salesInvoiceCorrectionLineItem],
  ...billingDocument,
};

const externalDocument: Shape<ExternalDocument> = {
  id: 'id',
  number: 'text',
  salesOrderId: 'whole',
  type: 'whole',
  documentDate: 'instant',
  lineItems: [lineItem],
};

export const documentShapes: Shapes<DocumentEntities> = {
  salesInvoice,
  salesInvoiceCorrection,
  externalDocument,
};
