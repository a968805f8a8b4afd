import { divide, multiply, round, subtract, type Decimal } from '../../../store/values/decimal.ts';
import type { BillingDocument, SalesInvoice, SalesInvoiceCorrection } from '../schema/documents.ts';
import type { LineItem } from '../../pricing/schema/sales-documents.ts';
import { lineTotals } from '../../pricing/rules/totals.ts';
import { revenueAccountOf } from '../../pricing/rules/taxes.ts';
import type { TenantData } from '../../../store/tenant-data.ts';

/** One document as accounting takes it over: an invoice, a credit note, or the cancellation of one. */
export interface AccountingEntry {
  document: SalesInvoice | SalesInvoiceCorrection;
  /** 0 invoice, 1 credit, 2 correction, 3 to 5 their cancellations: the numbers of the contract. */
  type: number;
  /** ISO 8601. */
  documentDate: string;
  lineItems: AccountingLine[];
}

export interface AccountingLine {
  line: LineItem;
  account: string;
  netPrice: Decimal;
  vatAmount: Decimal;
  discountGross: Decimal;
  discountNet: Decimal;
  totalGross: Decimal;
  totalNet: Decimal;
  /** From 0. */
  sortOrder: number;
}

export interface AccountingQuery {
  /** ISO 8601, both included. */
  from?: string | undefined;
  to?: string | undefined;
  companyId?: number | undefined;
  type?: number | undefined;
}

/** A document that accounting takes over, without its lines worked out. */
export interface AccountingSource {
  document: SalesInvoice | SalesInvoiceCorrection;
  type: number;
  documentDate: string;
}

/** Final invoices and credit notes with their cancellations, by date. */
export function accountingSources(data: TenantData, query: AccountingQuery): AccountingSource[] {
  const { from = '', to = '9999', companyId, type } = query;
  return [...sources(data)]
    .filter(
      (entry) =>
        entry.documentDate >= from &&
        entry.documentDate <= to &&
        (companyId === undefined || entry.document.companyId === companyId) &&
        (type === undefined || entry.type === type),
    )
    .sort((a, b) => (a.documentDate < b.documentDate ? -1 : a.documentDate > b.documentDate ? 1 : 0));
}

/** @param inDepartureCurrency whether amounts are in the currency of the country the goods left from */
export function accountingEntry(source: AccountingSource, inDepartureCurrency: boolean): AccountingEntry {
  return {
    ...source,
    lineItems: source.document.lineItems.map((line, n) =>
      accountingLine(line, n, source.document, inDepartureCurrency),
    ),
  };
}

function* sources(data: TenantData): Iterable<AccountingSource> {
  for (const invoice of data.of('salesInvoice').values())
    yield* withCancellation(invoice, invoice.invoiceDate, 0, 3);
  for (const correction of data.of('salesInvoiceCorrection').values()) {
    const free = correction.salesInvoiceId === undefined;
    yield* withCancellation(correction, correction.correctionDate, free ? 1 : 2, free ? 4 : 5);
  }
}

function* withCancellation(
  document: SalesInvoice | SalesInvoiceCorrection,
  documentDate: string,
  type: number,
  cancellationType: number,
): Iterable<AccountingSource> {
  if (document.isDraft) return;
  yield { document, type, documentDate };
  if (document.cancellation)
    yield { document, type: cancellationType, documentDate: document.cancellation.date };
}

function accountingLine(
  line: LineItem,
  sortOrder: number,
  document: BillingDocument,
  inDepartureCurrency: boolean,
): AccountingLine {
  const factor = divide(document.departureCountry.currencyFactor, document.payment.currencyFactor);
  const amount = (value: Decimal): Decimal => (inDepartureCurrency ? round(multiply(value, factor)) : value);
  const { net, gross } = lineTotals(line);
  return {
    line,
    account: revenueAccountOf(line.taxRate, document.taxSetting),
    netPrice: amount(line.salesPriceNet),
    vatAmount: amount(subtract(gross, net)),
    discountGross: amount(subtract(round(multiply(line.quantity, line.salesPriceGross)), gross)),
    discountNet: amount(subtract(round(multiply(line.quantity, line.salesPriceNet)), net)),
    totalGross: amount(gross),
    totalNet: amount(net),
    sortOrder,
  };
}
