import type { PrintedDocument } from '../../system/documents/pdf.ts';
import type { Company } from '../../master-data/schema/master.ts';
import type { LineItem } from '../../pricing/schema/sales-documents.ts';
import type { Address } from '../../../store/shared-entities.ts';
import type { DeliveryNote } from '../../delivery/schema/logistics.ts';
import type { OutputKind } from '../../system/operations/outbox.ts';
import { add, subtract, zero, type Decimal } from '../../../store/values/decimal.ts';
import { dueDateOf } from '../../sales-orders/rules/due-dates.ts';
import { lineTotals, orderTotals } from '../../pricing/rules/totals.ts';
import type { TenantData } from '../../../store/tenant-data.ts';

interface Printable {
  number: string;
  date: string;
  companyId: number;
  customerId?: number;
  billingAddress: Address;
  shipmentAddress?: Address;
  currencyIso: string;
  lineItems: readonly LineItem[];
  facts: (readonly [label: string, value: string])[];
  remarks: string[];
}

type PricedKind = Exclude<OutputKind, 'deliveryNote'>;

const titles: Readonly<Record<OutputKind, string>> = {
  salesOrder: 'Auftragsbestätigung',
  salesQuotation: 'Angebot',
  salesInvoice: 'Rechnung',
  salesInvoiceCorrection: 'Rechnungskorrektur',
  deliveryNote: 'Lieferschein',
};

/** The parts of a printed document that depend on its kind. */
const printables: { [K in PricedKind]: (data: TenantData, id: number) => Printable } = {
  salesOrder: (data, id) => {
    const order = data.get('salesOrder', id);
    return { ...order, ...partsOf(order), date: order.salesOrderDate, facts: [] };
  },
  salesQuotation: (data, id) => {
    const quotation = data.get('salesQuotation', id);
    return { ...quotation, ...partsOf(quotation), date: quotation.salesQuotationDate, facts: [] };
  },
  salesInvoice: (data, id) => {
    const invoice = data.get('salesInvoice', id);
    const due = dueDateOf(invoice.invoiceDate, invoice.payment.paymentTarget);
    return {
      ...invoice,
      ...partsOf(invoice),
      date: invoice.invoiceDate,
      facts: [orderFact(data, invoice.salesOrderId), ['Zahlbar bis', day(due)]],
    };
  },
  salesInvoiceCorrection: (data, id) => {
    const correction = data.get('salesInvoiceCorrection', id);
    const invoice = data.of('salesInvoice').get(correction.salesInvoiceId ?? 0);
    return {
      ...correction,
      ...partsOf(correction),
      date: correction.correctionDate,
      facts: invoice ? [['Zu Rechnung', invoice.number]] : [],
    };
  },
};

/** @throws DomainError `not-found` */
export function documentOf(data: TenantData, kind: OutputKind, id: number): PrintedDocument {
  return kind === 'deliveryNote'
    ? deliveryNoteOf(data, data.get('deliveryNote', id))
    : pricedDocument(data, kind, printables[kind](data, id));
}

function pricedDocument(data: TenantData, kind: PricedKind, document: Printable): PrintedDocument {
  const money = (value: Decimal): string => `${amount(value)} ${document.currencyIso}`;
  const { net, gross } = orderTotals(document);
  return {
    ...headOf(data, kind, document),
    columns: ['Pos.', 'Artikelnr.', 'Bezeichnung', 'Menge', 'Einzelpreis', 'USt.', 'Gesamt'],
    rows: document.lineItems.map((line, n) => [
      String(n + 1),
      line.sku ?? '',
      line.name,
      `${quantity(line.quantity)} ${line.salesUnit ?? ''}`.trim(),
      amount(line.salesPriceNet),
      `${quantity(line.taxRate)} %`,
      amount(lineTotals(line).net),
    ]),
    totals: [
      ['Summe netto', money(net)],
      ...taxes(document.lineItems).map(
        ({ rate, tax }) => [`zzgl. ${quantity(rate)} % USt.`, money(tax)] as const,
      ),
      ['Gesamtbetrag', money(gross)],
    ],
  };
}

function deliveryNoteOf(data: TenantData, note: DeliveryNote): PrintedDocument {
  const order = data.of('salesOrder').get(note.salesOrderId);
  const billingAddress = order?.shipmentAddress ?? order?.billingAddress ?? { id: 0 };
  const head = headOf(data, 'deliveryNote', {
    ...note,
    date: note.deliveryNoteDate,
    billingAddress,
    facts: [orderFact(data, note.salesOrderId)],
    remarks: note.notice === undefined ? [] : [note.notice],
  });
  return {
    ...head,
    columns: ['Pos.', 'Artikelnr.', 'Bezeichnung', 'Menge'],
    rows: note.lineItems.map((line, n) => [
      String(n + 1),
      line.sku ?? '',
      line.name,
      quantity(line.quantity),
    ]),
    totals: [],
  };
}

type Head = Pick<
  Printable,
  'number' | 'date' | 'companyId' | 'customerId' | 'billingAddress' | 'facts' | 'remarks'
>;

function headOf(
  data: TenantData,
  kind: OutputKind,
  document: Head,
): Omit<PrintedDocument, 'columns' | 'rows' | 'totals'> {
  const company = data.of('company').get(document.companyId);
  const customer = data.of('customer').get(document.customerId ?? 0);
  return {
    title: titles[kind],
    number: document.number,
    sender: company ? senderLines(company) : [],
    recipient: addressLines(document.billingAddress),
    facts: [
      ['Datum', day(document.date)],
      ...(customer ? [['Kundennummer', customer.number] as const] : []),
      ...document.facts,
    ],
    remarks: document.remarks,
  };
}

function partsOf(document: {
  payment: { currencyIso: string };
  customerComment?: string;
}): Pick<Printable, 'currencyIso' | 'remarks'> {
  return {
    currencyIso: document.payment.currencyIso,
    remarks: document.customerComment === undefined ? [] : [document.customerComment],
  };
}

function orderFact(data: TenantData, salesOrderId: number): readonly [string, string] {
  return ['Zu Auftrag', data.of('salesOrder').get(salesOrderId)?.number ?? String(salesOrderId)];
}

function taxes(lines: readonly LineItem[]): { rate: Decimal; tax: Decimal }[] {
  const byRate = new Map<Decimal, Decimal>();
  for (const line of lines) {
    const { net, gross } = lineTotals(line);
    byRate.set(line.taxRate, add(byRate.get(line.taxRate) ?? zero, subtract(gross, net)));
  }
  return [...byRate].map(([rate, tax]) => ({ rate, tax }));
}

function senderLines(company: Company): string[] {
  const place = [company.postalCode, company.city].filter(Boolean).join(' ');
  return [company.name, company.street, place, company.vatIds?.[0]?.vatId].filter(isText);
}

function addressLines(address: Address): string[] {
  const person = [address.formOfAddress, address.title, address.firstName, address.lastName];
  const place = [address.postalCode, address.city].filter(Boolean).join(' ');
  return [
    address.company,
    address.company2,
    person.filter(Boolean).join(' '),
    address.street,
    address.address2,
    place,
    address.countryIso,
  ].filter(isText);
}

function isText(value: string | undefined): value is string {
  return value !== undefined && value !== '';
}

const amounts = new Intl.NumberFormat('de-DE', { minimumFractionDigits: 2, maximumFractionDigits: 2 });
const quantities = new Intl.NumberFormat('de-DE', { maximumFractionDigits: 4 });

function amount(value: Decimal): string {
  return amounts.format(Number(value));
}

function quantity(value: Decimal): string {
  return quantities.format(Number(value));
}

/** @returns a date as Germans write it: `01.03.2026` */
function day(iso: string): string {
  const [year = '', month = '', date = ''] = iso.slice(0, 10).split('-');
  return `${date}.${month}.${year}`;
}
