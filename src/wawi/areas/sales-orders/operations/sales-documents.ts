import { one, zero } from '../../../store/values/decimal.ts';
import { changedLineItem, newLineItem, type LineDraft } from '../../pricing/operations/line-items.ts';
import { taxBasisOf } from '../../pricing/operations/taxes.ts';
import type { SalesDocument, SalesOrderLineItem } from '../../pricing/schema/sales-documents.ts';
import { DomainError, invalid } from '../../../store/errors.ts';
import type { Address } from '../../../store/shared-entities.ts';
import type { TenantData } from '../../../store/tenant-data.ts';
import { referenced } from '../../../store/references.ts';

/** The initial values of an order or quotation. */
export function freshSalesDocument(): Omit<SalesDocument, 'id'> {
  return {
    number: '',
    companyId: 1,
    departureCountry: { countryIso: 'DE', currencyIso: 'EUR', currencyFactor: one },
    billingAddress: { id: 0 },
    payment: {
      currencyIso: 'EUR',
      currencyFactor: one,
      paymentTarget: 14,
      cashDiscount: zero,
      cashDiscountDays: 0,
    },
    paymentInfo: {},
    shipping: { deliveryCompleteStatus: 0, shippingPriority: 0, extraWeight: zero },
    taxDetails: { specialTaxTreatment: 0, taxSetting: 0 },
    itemDescriptionType: 0,
    readOnlyType: 0,
    externalInvoiceType: 0,
    isCancelled: false,
    languageIso: 'DE',
    salesChannelId: '1-1-1',
    userCreatedId: 1,
    userId: 1,
    lineItems: [],
    notes: [],
    files: [],
    customFields: [],
  };
}

/** @returns the users of a new document: the one who acts creates it and is responsible for it */
export function createdBy(data: TenantData): Pick<SalesDocument, 'userCreatedId' | 'userId'> {
  return { userCreatedId: data.actor.userId, userId: data.actor.userId };
}

/** The values that an order or quotation copies from its customer unless the request has them. */
export interface CustomerDefaults {
  billingAddress: Address;
  shipmentAddress: Address;
  languageIso: string;
  customerVatId?: string;
  payment: { paymentMethodId?: number; paymentTarget: number };
}

/**
 * @param path domain path that names the customer
 * @throws DomainError `missing-reference`
 */
export function customerDefaults(
  data: TenantData,
  customerId: number,
  path = 'customerId',
): CustomerDefaults {
  const { paymentSettings, billingAddress, languageIso } = referenced(data, 'customer', customerId, path);
  const { paymentMethodId, paymentTarget } = paymentSettings;
  return {
    ...addressCopies(data, customerId),
    languageIso,
    ...(billingAddress.vatId === undefined ? {} : { customerVatId: billingAddress.vatId }),
    payment: { ...(paymentMethodId === undefined ? {} : { paymentMethodId }), paymentTarget },
  };
}

/** The customer's addresses, copied into the document so that later changes of the customer leave it alone. */
export function addressCopies(
  data: TenantData,
  customerId: number,
): { billingAddress: Address; shipmentAddress: Address } {
  const { billingAddress, shipmentAddress } = data.get('customer', customerId);
  return {
    billingAddress: { ...billingAddress, id: data.nextId('address') },
    shipmentAddress: { ...(shipmentAddress ?? billingAddress), id: data.nextId('address') },
  };
}

/** @returns the document with an id for each address that has none yet */
export function withDocumentAddressIds<D extends { billingAddress: Address; shipmentAddress?: Address }>(
  data: TenantData,
  document: D,
): D {
  const numbered = (address: Address): Address =>
    address.id > 0 ? address : { ...address, id: data.nextId('address') };
  return {
    ...document,
    billingAddress: numbered(document.billingAddress),
    ...(document.shipmentAddress ? { shipmentAddress: numbered(document.shipmentAddress) } : {}),
  };
}

/** @returns the document, shipped to a copy of its billing address where the request says so */
export function withShipmentAddress<D extends { billingAddress: Address; shipmentAddress?: Address }>(
  document: D,
  sameAsBilling: boolean | null = false,
): D {
  return sameAsBilling ? { ...document, shipmentAddress: { ...document.billingAddress, id: 0 } } : document;
}

/**
 * @param title names the document in refusals
 * @param drafts those with an id change the line item of the document, the others are new
 * @returns the line items that replace those of the document
 * @throws DomainError `missing-reference` for an unknown line item, `invalid` for one that is listed twice
 */
export function listedLines(
  data: TenantData,
  title: string,
  document: Omit<SalesDocument, 'id'>,
  drafts: readonly LineDraft[],
): SalesOrderLineItem[] {
  const basis = taxBasisOf(document);
  refuseTwice(drafts);
  return drafts.map((draft, n) => {
    const at = `lineItems[${n}]`;
    if (draft.id === undefined) return newLineItem(data, draft, basis, at);
    const known = document.lineItems.find((line) => line.id === draft.id);
    if (known) return changedLineItem(data, known, draft, at);
    const message = `The ${title} has no line item with the id ${draft.id}.`;
    throw new DomainError('missing-reference', message, [{ path: `${at}.id`, message }]);
  });
}

function refuseTwice(drafts: readonly LineDraft[]): void {
  const ids = drafts.flatMap(({ id }) => (id === undefined ? [] : [id]));
  const twice = ids.find((id, n) => ids.indexOf(id) !== n);
  if (twice !== undefined)
    throw invalid('lineItems[].id', `The line item ${twice} is listed more than once; list each one once.`);
}
