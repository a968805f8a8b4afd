import type { OutboxMessage } from '../schema/processes.ts';
import type { Address } from '../../../store/shared-entities.ts';
import { invalid } from '../../../store/errors.ts';
import type { TenantData } from '../../../store/tenant-data.ts';

/** Documents that can be printed and mailed. */
export type OutputKind =
  'salesOrder' | 'salesQuotation' | 'salesInvoice' | 'salesInvoiceCorrection' | 'deliveryNote';

/** The title of each kind of document in a mail's subject. */
const titles: Readonly<Record<OutputKind, string>> = {
  salesOrder: 'Auftragsbestätigung',
  salesQuotation: 'Angebot',
  salesInvoice: 'Rechnung',
  salesInvoiceCorrection: 'Rechnungskorrektur',
  deliveryNote: 'Lieferschein',
};

/** How a document is to be put out. */
export interface OutputOptions {
  /** ISO 8601. */
  now: string;
  formId?: number | undefined;
  printer?: string | undefined;
}

/**
 * Mails a document to the buyer: the mail lands in the outbox.
 * @throws DomainError `not-found`, `invalid` when there is no address to mail to
 */
export function mailDocument(
  data: TenantData,
  kind: OutputKind,
  id: number,
  { now, formId }: OutputOptions,
): OutboxMessage {
  const { number } = data.get(kind, id);
  const recipient = mailAddressOf(data, kind, id);
  if (!recipient)
    throw invalid('emailAddress', `Neither the document ${number} nor its customer has an email address.`);
  stamp(data, kind, id, { mailDate: now });
  return data.insert('outboxMessage', {
    kind: 'mail',
    entity: kind,
    entityId: id,
    number,
    createdAt: now,
    recipient,
    subject: `${titles[kind]} ${number}`,
    ...(formId === undefined ? {} : { formId }),
  });
}

/**
 * Prints a document: the print lands in the outbox.
 * @throws DomainError `not-found`, `invalid` for a printer that is not there
 */
export function printDocument(
  data: TenantData,
  kind: OutputKind,
  id: number,
  { now, formId, printer }: OutputOptions,
): OutboxMessage {
  const { number } = data.get(kind, id);
  const printers = [...data.of('printer').values()].map((one) => one.name);
  const chosen = printer ?? printers[0] ?? '';
  if (printer !== undefined && !printers.some((name) => name.toLowerCase() === printer.toLowerCase()))
    throw invalid('printer', `There is no printer '${printer}'; there are ${printers.join(', ')}.`);
  stamp(data, kind, id, { printDate: now });
  return data.insert('outboxMessage', {
    kind: 'print',
    entity: kind,
    entityId: id,
    number,
    createdAt: now,
    printer: chosen,
    ...(formId === undefined ? {} : { formId }),
  });
}

function mailAddressOf(data: TenantData, kind: OutputKind, id: number): string | undefined {
  const document = data.get(kind, id) as {
    billingAddress?: Address;
    customerId?: number;
    salesOrderId?: number;
  };
  // A delivery note has no address of its own; a guest's stands on the order.
  const order =
    document.salesOrderId === undefined ? undefined : data.of('salesOrder').get(document.salesOrderId);
  const customer =
    document.customerId === undefined ? undefined : data.of('customer').get(document.customerId);
  return (
    document.billingAddress?.emailAddress ??
    order?.billingAddress.emailAddress ??
    customer?.billingAddress.emailAddress
  );
}

/** A sold document stores the time of its last output. */
function stamp(
  data: TenantData,
  kind: OutputKind,
  id: number,
  date: { mailDate: string } | { printDate: string },
): void {
  if (kind !== 'deliveryNote') data.update(kind, id, date);
}
