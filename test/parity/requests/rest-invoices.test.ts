import { describeRequests } from './request-suite.ts';
import { invoiceRows } from './rows/invoices.ts';

describeRequests(
  ['2.0', '2.3'],
  /^\/(?:invoices|salesinvoices?|salesinvoicecorrections)(?:\/|$)/,
  invoiceRows,
);
