import { zero } from '../decimal.ts';
import type { Customer } from '../entities/customers.ts';
import type { Address } from '../entities/shared.ts';
import { merge, withoutNulls } from '../merge.ts';
import type { TenantData } from '../store/tenant-data.ts';

/** A customer's fields before it has ids; addresses get theirs when it is stored. */
export type NewCustomer = Omit<Customer, 'id'>;

/**
 * @param fields what is known of a new customer; the rest gets the values a fresh customer has in Wawi
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
  return merge(fresh, withoutNulls(fields));
}

/**
 * Creates a customer; without a number it gets the next free one.
 * @throws DomainError for a taken number, references that lead nowhere
 */
export function createCustomer(data: TenantData, draft: object, now: string): Customer {
  const customer = withAddressIds(data, newCustomer(draft, now));
  return data.insert('customer', {
    ...customer,
    number: customer.number === '' ? nextNumber(data) : customer.number,
  });
}

function nextNumber(data: TenantData): string {
  for (;;) {
    const number = `K${10000 + data.nextId('customerNumber')}`;
    if (!data.of('customer').findUnique('number', number)) return number;
  }
}

/** @returns the customer with an id for each address that has none yet */
export function withAddressIds<C extends NewCustomer>(data: TenantData, customer: C): C {
  const numbered = (address: Address): Address =>
    address.id > 0 ? address : { ...address, id: data.nextId('address') };
  const { otherBillingAddresses, otherShippingAddresses, otherCustomerAddresses } = customer.otherAddresses;
  return {
    ...customer,
    billingAddress: numbered(customer.billingAddress),
    ...(customer.shipmentAddress ? { shipmentAddress: numbered(customer.shipmentAddress) } : {}),
    ...(customer.customAddress ? { customAddress: numbered(customer.customAddress) } : {}),
    otherAddresses: {
      otherBillingAddresses: otherBillingAddresses.map(numbered),
      otherShippingAddresses: otherShippingAddresses.map(numbered),
      otherCustomerAddresses: otherCustomerAddresses.map(numbered),
    },
  };
}
