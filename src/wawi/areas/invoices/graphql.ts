import type { BillingDocument } from './schema/documents.ts';
import type { ViewContext } from '../../wire/views/views.ts';
import { keyArgument, textArgument } from '../../wire/graphql/arguments.ts';
import { list, rows } from '../../wire/graphql/bindings.ts';
import type { Arguments, RootBindings } from '../../wire/graphql/call.ts';

/** The period and company that the accounting lists ask for; drafts are none of accounting's business. */
function inPeriod<D extends Pick<BillingDocument, 'companyId' | 'isDraft'>>(
  dateOf: (document: D) => string | undefined,
) {
  return (args: Arguments) => {
    const from = textArgument(args, 'fromDate') ?? '';
    const to = textArgument(args, 'toDate') ?? '9999';
    const companyId = keyArgument(args, 'companyId', 'FirmaKey');
    return (document: D): boolean => {
      const date = dateOf(document);
      if (date === undefined || document.isDraft) return false;
      return date >= from && date <= to && (companyId === undefined || document.companyId === companyId);
    };
  };
}

/** The lines of all invoices, or of the one asked for, each with its document. */
function* linesOf<D extends { readonly lineItems: readonly { readonly id: number }[] }>(
  documents: Iterable<D>,
): Iterable<{ readonly id: number; readonly document: D }> {
  for (const document of documents) for (const line of document.lineItems) yield { ...line, document };
}

function only<D>(document: D | undefined): D[] {
  return document === undefined ? [] : [document];
}

function invoiceLines({ data }: ViewContext, args: Arguments): Iterable<{ readonly id: number }> {
  const id = keyArgument(args, 'salesInvoiceId', 'RechnungKey');
  const invoices = data.of('salesInvoice');
  return linesOf(id === undefined ? invoices.values() : only(invoices.get(id)));
}

function correctionLines({ data }: ViewContext, args: Arguments): Iterable<{ readonly id: number }> {
  const id = keyArgument(args, 'salesInvoiceCorrectionId', 'GutschriftKey');
  const corrections = data.of('salesInvoiceCorrection');
  return linesOf(id === undefined ? corrections.values() : only(corrections.get(id)));
}

function externalLines({ data }: ViewContext, args: Arguments): Iterable<{ readonly id: number }> {
  const id = keyArgument(args, 'externalDocumentTransactionId', 'ExternerBelegKey');
  const documents = data.of('externalDocument');
  return linesOf(id === undefined ? documents.values() : only(documents.get(id)));
}

const externalDocumentLines = rows('accountings.read', externalLines);

/** Invoices and corrections, and both as accounting reads them. */
export const invoiceQueries: RootBindings = {
  QuerySalesInvoices: list('invoices.read', 'salesInvoice'),
  QuerySalesInvoiceCancellationReasons: list('invoices.read', 'invoiceCancellationReason'),
  QuerySalesInvoiceCorrections: list('salesinvoicecorrections.read', 'salesInvoiceCorrection'),
  QuerySalesInvoicesInternal: list(
    'accountings.read',
    'salesInvoice',
    inPeriod((invoice) => invoice.invoiceDate),
  ),
  QuerySalesInvoiceLineItemsInternal: rows('accountings.read', invoiceLines),
  QuerySalesInvoiceCancellationsInternal: list(
    'accountings.read',
    'salesInvoice',
    inPeriod((invoice) => invoice.cancellation?.date),
  ),
  QuerySalesInvoiceCorrectionsInternal: list(
    'accountings.read',
    'salesInvoiceCorrection',
    inPeriod((correction) => correction.correctionDate),
  ),
  QuerySalesInvoiceCorrectionLineItemsInternal: rows('accountings.read', correctionLines),
  QueryExternalDocumentsInternal: list('accountings.read', 'externalDocument', (args) => {
    const from = textArgument(args, 'fromDate') ?? '';
    const to = textArgument(args, 'toDate') ?? '9999';
    return (document) => document.documentDate >= from && document.documentDate <= to;
  }),
  QueryExternernalDocumentLineItemsInternal: externalDocumentLines,
  QueryExternalDocumentLineItemsInternal: externalDocumentLines,
};
