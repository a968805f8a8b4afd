import { zero } from '../../../store/values/decimal.ts';
import type { Customer } from '../schema/customers.ts';
import type { Address } from '../../../store/shared-entities.ts';
import { invalid, notFound } from '../../../store/errors.ts';
import { completed, merge } from '../../../store/values/merge.ts';
import { firstInstant } from '../../../store/values/instants.ts';
import type { TenantData } from '../../../store/tenant-data.ts';
import { checkCustomFieldValues } from '../../master-data/operations/custom-field-values.ts';
import { drawNumber } from '../../system/operations/number-ranges.ts';
import type { PartKind } from '../../../store/parts.ts';
import { raiseEvent } from '../../system/operations/workflows.ts';

/** A customer's fields before it has ids; addresses get theirs when it is stored. */
export type NewCustomer = Omit<Customer, 'id'>;

/** How a write of a customer is to be done. */
export interface CustomerWrite {
  /** ISO 8601. */
  now: string;
  disableAutomaticWorkflows?: boolean | undefined;
}

/** The parts of a customer that have ids of their own. */
export const customerParts = {
  contacts: {
    entity: 'customer',
    list: 'contacts',
    sequence: 'customerContact',
    label: 'contact',
    fresh: {},
  },
  bankAccounts: {
    entity: 'customer',
    list: 'bankAccounts',
    sequence: 'customerBankAccount',
    label: 'bank account',
    fresh: {},
  },
  notes: { entity: 'customer', list: 'notes', sequence: 'note', label: 'note', fresh: { noteBody: '' } },
  history: {
    entity: 'customer',
    list: 'history',
    sequence: 'customerHistory',
    label: 'history entry',
    fresh: { inputObject: 0, text: '', date: firstInstant },
  },
} as const satisfies Record<string, PartKind<'customer', 'contacts' | 'bankAccounts' | 'notes' | 'history'>>;

/**
 * @param fields the known fields of a new customer; the others get the values of a new customer in Wawi
 * @param now ISO 8601
 */
export function newCustomer(fields: object, now: string): NewCustomer {
  const fresh: NewCustomer = {
    number: '',
    customerGroupId: 1,
    billingAddress: { id: 0 },
    otherAddresses: { otherBillingAddresses: [], otherShippingAddresses: [], otherCustomerAddresses: [] },
    paymentSettings: { discount: zero, paymentTarget: 14, creditLimit: 0, stopPaymentRequest: false },
    customerSince: now,
    languageIso: 'DE',
    companyId: 1,
    isLocked: false,
    isCashRegisterBased: false,
    contacts: [],
    bankAccounts: [],
    notes: [],
    history: [],
    customFields: [],
  };
  return completed(fresh, fields);
}

/**
 * Creates a customer; without a number it gets the next one of its range.
 * @throws DomainError for a taken number, references that lead nowhere
 */
export function createCustomer(data: TenantData, draft: object, write: CustomerWrite): Customer {
  const customer = withPartIds(data, withAddressIds(data, newCustomer(draft, write.now)));
  checkCustomFieldValues(data, 'customer', customer.customFields);
  const taken = (number: string): boolean => data.of('customer').findUnique('number', number) !== undefined;
  const created = data.insert('customer', {
    ...customer,
    number: customer.number || drawNumber(data, 'customer', write.now, taken, customer.companyId),
  });
  raiseEvent(data, 'customer', created.id, 'created', write);
  return created;
}

/**
 * Changes a customer, field by field; lists are replaced, their parts keep the ids that are named.
 * @throws DomainError `not-found`, `invalid` for a cleared number, as {@link createCustomer}
 */
export function updateCustomer(data: TenantData, id: number, draft: object, write: CustomerWrite): Customer {
  const before = data.get('customer', id);
  // Required fields that were cleared get the value of a new customer.
  const merged = newCustomer(merge(before, draft), before.customerSince);
  if (!merged.number) throw invalid('number', 'The number is empty; a customer needs one.');
  const customer = withPartIds(data, withAddressIds(data, merged));
  checkCustomFieldValues(data, 'customer', customer.customFields);
  const updated = data.replace('customer', id, { ...customer, lastChanged: write.now });
  raiseEvent(data, 'customer', id, 'changed', write);
  return updated;
}

/**
 * Changes one address of a customer, of any kind.
 * @throws DomainError `not-found` for the customer or the address
 */
export function updateAddress(
  data: TenantData,
  id: number,
  addressId: number,
  draft: object,
  write: CustomerWrite,
): Address {
  const customer = data.get('customer', id);
  let changed: Address | undefined;
  const change = (address: Address): Address => {
    if (address.id !== addressId) return address;
    changed = { ...merge(address, draft), id: addressId };
    return changed;
  };
  const replaced = mapAddresses(customer, change);
  if (!changed) throw notFound('address', addressId);
  data.replace('customer', id, { ...replaced, lastChanged: write.now });
  raiseEvent(data, 'customer', id, 'changed', write);
  return changed;
}

/** An address with its part: 0 for shipping, 1 for billing, 2 for anything else, the numbers of the contract. */
export interface TypedAddress extends Address {
  customerId: number;
  addressType: 0 | 1 | 2;
  isDefault: boolean;
}

/** @returns every address of a customer, the defaults first */
export function addressesOf(customer: Customer): TypedAddress[] {
  const { otherBillingAddresses, otherShippingAddresses, otherCustomerAddresses } = customer.otherAddresses;
  const typed =
    (addressType: 0 | 1 | 2, isDefault: boolean) =>
    (address: Address): TypedAddress => ({ ...address, customerId: customer.id, addressType, isDefault });
  return [
    typed(1, true)(customer.billingAddress),
    ...(customer.shipmentAddress ? [typed(0, true)(customer.shipmentAddress)] : []),
    ...(customer.customAddress ? [typed(2, true)(customer.customAddress)] : []),
    ...otherBillingAddresses.map(typed(1, false)),
    ...otherShippingAddresses.map(typed(0, false)),
    ...otherCustomerAddresses.map(typed(2, false)),
  ];
}

/** @returns the customer with an id for each address that has none yet */
export function withAddressIds<C extends NewCustomer>(data: TenantData, customer: C): C {
  return mapAddresses(customer, (address) =>
    address.id > 0 ? address : { ...address, id: data.nextId('address') },
  );
}

function mapAddresses<C extends NewCustomer>(customer: C, map: (address: Address) => Address): C {
  const { otherBillingAddresses, otherShippingAddresses, otherCustomerAddresses } = customer.otherAddresses;
  return {
    ...customer,
    billingAddress: map(customer.billingAddress),
    ...(customer.shipmentAddress ? { shipmentAddress: map(customer.shipmentAddress) } : {}),
    ...(customer.customAddress ? { customAddress: map(customer.customAddress) } : {}),
    otherAddresses: {
      otherBillingAddresses: otherBillingAddresses.map(map),
      otherShippingAddresses: otherShippingAddresses.map(map),
      otherCustomerAddresses: otherCustomerAddresses.map(map),
    },
  };
}

function withPartIds<C extends NewCustomer>(data: TenantData, customer: C): C {
  const numbered =
    (sequence: string) =>
    <P extends { readonly id: number }>(part: P): P =>
      part.id > 0 ? part : { ...part, id: data.nextId(sequence) };
  return {
    ...customer,
    contacts: customer.contacts.map(numbered(customerParts.contacts.sequence)),
    bankAccounts: customer.bankAccounts.map(numbered(customerParts.bankAccounts.sequence)),
    notes: customer.notes.map(numbered(customerParts.notes.sequence)),
    history: customer.history.map(numbered(customerParts.history.sequence)),
  };
}
