import type { Address } from '../../../store/shared-entities.ts';
import { DomainError } from '../../../store/errors.ts';
import { merge, without, withoutNulls } from '../../../store/values/merge.ts';
import type { TenantData } from '../../../store/tenant-data.ts';
import type { Customer } from '../schema/customers.ts';
import { addressesOf, withAddressIds, type TypedAddress } from './customers.ts';

/** An address of a customer as a request changes it; without an id it is a new one. */
export interface AddressChange extends Partial<Address> {
  /** 0 shipping, 1 billing, 2 anything else. */
  addressType?: 0 | 1 | 2 | null;
  isDefault?: boolean | null;
}

/**
 * Changes and adds addresses of a customer. An address that becomes the default of its type changes places with the
 * default before it.
 * @throws DomainError `not-found`; `missing-reference` for an address that the customer does not have
 */
export function changeAddresses(
  data: TenantData,
  customerId: number,
  changes: readonly AddressChange[],
): Customer {
  const customer = data.get('customer', customerId);
  const addresses = changes.reduce<TypedAddress[]>(
    (all, change, position) => applied(all, customer, change, position),
    addressesOf(customer),
  );
  return data.replace('customer', customerId, withAddressIds(data, withAddresses(customer, addresses)));
}

function applied(
  addresses: readonly TypedAddress[],
  customer: Customer,
  change: AddressChange,
  position: number,
): TypedAddress[] {
  const { id, addressType, isDefault, ...fields } = change;
  const before = id === undefined ? undefined : addresses.find((one) => one.id === id);
  if (id !== undefined && !before) throw unknownAddress(customer, id, position);
  const type = addressType ?? before?.addressType ?? 2;
  const changed: TypedAddress = {
    ...merge(before ?? { id: 0 }, before ? fields : withoutNulls(fields)),
    id: before?.id ?? 0,
    customerId: customer.id,
    addressType: type,
    isDefault: isDefault ?? before?.isDefault ?? !addresses.some((one) => isDefaultOf(one, type)),
  };
  const others = addresses
    .filter((one) => one !== before)
    .map((one) => (changed.isDefault && isDefaultOf(one, type) ? { ...one, isDefault: false } : one));
  return [...others, changed];
}

function isDefaultOf(address: TypedAddress, type: number): boolean {
  return address.isDefault && address.addressType === type;
}

function unknownAddress(customer: Customer, id: number, position: number): DomainError {
  const message = `The customer ${customer.number} has no address with the id ${id}.`;
  return new DomainError('missing-reference', message, [{ path: `addresses[${position}].id`, message }]);
}

/** A customer always has a billing address: where none is the default, the first one takes its place. */
function withAddresses(customer: Customer, addresses: readonly TypedAddress[]): Omit<Customer, 'id'> {
  const ofType = (type: number): TypedAddress[] => addresses.filter((one) => one.addressType === type);
  const defaultOf = (type: number): TypedAddress | undefined => ofType(type).find((one) => one.isDefault);
  const billing = defaultOf(1) ?? ofType(1)[0];
  const shipment = defaultOf(0);
  const custom = defaultOf(2);
  const taken = new Set([billing, shipment, custom]);
  const others = (type: number): Address[] =>
    ofType(type)
      .filter((one) => !taken.has(one))
      .map(bare);
  return {
    ...without(customer, 'shipmentAddress', 'customAddress'),
    billingAddress: billing ? bare(billing) : customer.billingAddress,
    ...(shipment ? { shipmentAddress: bare(shipment) } : {}),
    ...(custom ? { customAddress: bare(custom) } : {}),
    otherAddresses: {
      otherBillingAddresses: others(1),
      otherShippingAddresses: others(0),
      otherCustomerAddresses: others(2),
    },
  };
}

function bare(address: TypedAddress): Address {
  return without(address, 'customerId', 'addressType', 'isDefault');
}
