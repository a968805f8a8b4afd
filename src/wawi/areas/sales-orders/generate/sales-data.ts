import { decimal, zero } from '../../../store/values/decimal.ts';
import type { WorkflowObject } from '../../system/schema/processes.ts';
import type { Rows } from '../../../store/tenant-data.ts';

/** Events by kind of object, under the contract's numbers; 101 is one that a merchant added. */
const workflowEvents: readonly (readonly [WorkflowObject, eventId: number, name: string])[] = [
  ['customer', 1, 'Erstellt'],
  ['customer', 2, 'Geändert'],
  ['customer', 101, 'Manuell: Neukunde begrüßen'],
  ['salesOrder', 1, 'Erstellt'],
  ['salesOrder', 2, 'Gelöscht'],
  ['salesOrder', 3, 'Geändert'],
  ['salesOrder', 4, 'Ausgeliefert'],
  ['salesOrder', 5, 'Storniert'],
  ['salesOrder', 6, 'Zusammengefasst'],
  ['salesOrder', 7, 'Aufgeteilt'],
  ['salesOrder', 9, 'Ohne Versand abgeschlossen'],
  ['salesOrder', 10, 'Komplett bezahlt'],
  ['salesOrder', 101, 'Manuell: Rückfrage an Kunden'],
  ['salesInvoice', 1, 'Erstellt'],
  ['salesInvoice', 3, 'Komplett bezahlt'],
  ['salesInvoice', 6, 'Storniert'],
  ['salesInvoice', 101, 'Manuell: An Steuerberater senden'],
  ['item', 1, 'Erstellt'],
  ['item', 2, 'Gelöscht'],
  ['item', 3, 'Geändert'],
  ['deliveryNote', 1, 'Erstellt'],
  ['deliveryNote', 2, 'Gelöscht'],
  ['deliveryNote', 3, 'Versendet'],
];

const cancellationReasons = [
  { id: 1, name: 'Kundenwunsch', isCommentRequired: false },
  { id: 2, name: 'Nicht lieferbar', isCommentRequired: false },
  { id: 3, name: 'Sonstiges', isCommentRequired: true },
];

/** Customers' and sales' master data of a freshly set up Wawi. */
export const salesData: Rows = {
  customerGroup: [
    { id: 1, name: 'Endkunden', isDefault: true, discount: zero, isNetPrice: false },
    { id: 2, name: 'Händler', isDefault: false, discount: decimal(5), isNetPrice: true },
  ],
  customerCategory: [
    { id: 1, name: 'Onlineshop' },
    { id: 2, name: 'Ladengeschäft' },
  ],
  paymentMethod: [
    paymentMethod(1, 'Rechnung', { isStandard: true, canShipBeforePayment: true, isDunningActive: true }),
    paymentMethod(2, 'PayPal', { generalLedgerAccount: '1362' }),
    paymentMethod(3, 'Vorkasse', {}),
    paymentMethod(4, 'Lastschrift', { isDebit: true, canShipBeforePayment: true }),
  ],
  cancellationReason: cancellationReasons,
  invoiceCancellationReason: cancellationReasons,
  correctionCancellationReason: cancellationReasons,
  onHoldReason: [
    { id: 1, name: 'Warten auf Zahlung', isMergeable: true, itemsNotUsedForPurchaseList: false },
    { id: 2, name: 'Adresse klären', isMergeable: false, itemsNotUsedForPurchaseList: false },
    { id: 3, name: 'Betrugsverdacht', isMergeable: false, itemsNotUsedForPurchaseList: true },
  ],
  colorCode: [
    { id: 1, name: 'Grün', code: '#3cb371' },
    { id: 2, name: 'Gelb', code: '#ffd700' },
    { id: 3, name: 'Rot', code: '#cd5c5c' },
  ],
  transactionStatus: [
    transactionStatus(1, 'In Prüfung', true, true),
    transactionStatus(2, 'Beim Lieferanten bestellt', false, true),
    transactionStatus(3, 'Nachgefasst', true, false),
  ],
  returnReason: [
    translated(1, 'Gefällt nicht', 'Does not please'),
    translated(2, 'Defekt', 'Defective'),
    translated(3, 'Falscher Artikel', 'Wrong item'),
    translated(4, 'Zu spät geliefert', 'Delivered too late'),
  ],
  returnState: [
    { ...translated(1, 'Angekündigt', 'Announced'), isActive: true },
    { ...translated(2, 'Eingetroffen', 'Arrived'), isActive: true },
    { ...translated(3, 'In Prüfung', 'Under inspection'), isActive: true },
    { ...translated(4, 'Abgeschlossen', 'Completed'), isActive: true },
  ],
  workflowEvent: workflowEvents.map(([object, eventId, name], n) => ({ id: n + 1, object, eventId, name })),
};

function paymentMethod(
  id: number,
  name: string,
  more: Partial<NonNullable<Rows['paymentMethod']>[number]>,
): NonNullable<Rows['paymentMethod']>[number] {
  return { id, name, isStandard: false, isActive: true, ...more };
}

function transactionStatus(
  id: number,
  name: string,
  isValidForSalesQuotation: boolean,
  isValidForSalesOrder: boolean,
): NonNullable<Rows['transactionStatus']>[number] {
  return { id, name, isValidForSalesQuotation, isValidForSalesOrder, isValidForSubscription: false };
}

function translated(id: number, german: string, english: string): NonNullable<Rows['returnReason']>[number] {
  return {
    id,
    translations: [
      { languageIso: 'DE', name: german },
      { languageIso: 'EN', name: english },
    ],
  };
}
