import type { EntityMap, EntityName } from '../../../store/entity-map.ts';
import type { Address } from '../../../store/shared-entities.ts';
import type { FieldView, Read, ViewContext } from '../../../wire/views/views.ts';

/** Kinds that are shown by their name beside the key that refers to them. */
type NamedKind = {
  [N in EntityName]: EntityMap[N] extends { name: string } ? N : never;
}[EntityName];

/** @returns the name of the record that an id in the entity refers to */
export function nameOf<S>(kind: NamedKind, idOf: (source: S) => number | undefined): Read<S> {
  return (source, { data }) => {
    const id = idOf(source);
    return id === undefined ? undefined : data.of(kind).get(id)?.name;
  };
}

/** @returns the fields of a document's customer */
export function ofCustomer<S extends { customerId?: number }>(
  read: (customer: EntityMap['customer'], context: ViewContext) => unknown,
): Read<S> {
  return ({ customerId }, context) => {
    const customer = customerId === undefined ? undefined : context.data.of('customer').get(customerId);
    return customer && read(customer, context);
  };
}

/** @returns a country's name as Germans write it, or its code where Wawi does not know the country */
export function countryName(iso: string | undefined, { data }: ViewContext): string | undefined {
  return iso === undefined ? undefined : (data.of('country').findUnique('iso', iso)?.name ?? iso);
}

/** `type-platform-shop`: the id of a sales channel tells the platform. */
export function platformOf(salesChannelId: string): { type: number; id: number } {
  const [type = '0', id = '0'] = salesChannelId.split('-');
  return { type: Number(type), id: Number(id) };
}

/** Every suffix under which GraphQL types flatten an address, and the address's own field. */
const suffixes: Readonly<Record<string, keyof Address>> = {
  Company: 'company',
  CompanyName: 'company',
  Company2: 'company2',
  AdditionalCompanyLine: 'company2',
  FormOfAddress: 'formOfAddress',
  Salutation: 'formOfAddress',
  Title: 'title',
  FirstName: 'firstName',
  LastName: 'lastName',
  Street: 'street',
  Address2: 'address2',
  AdditionalAddressLine: 'address2',
  PostalCode: 'postalCode',
  City: 'city',
  State: 'state',
  CountryIso: 'countryIso',
  Iso: 'countryIso',
  PhoneNumber: 'phoneNumber',
  MobilePhoneNumber: 'mobilePhoneNumber',
  Fax: 'fax',
  FaxNumber: 'fax',
  EmailAddress: 'emailAddress',
  PostId: 'postId',
  VatIdNumber: 'vatId',
};

/**
 * The fields of an address that a type flattens: `billingAddressCity`, `billingAddressCountryName`, ...
 * @param prefix of the fields' names
 * @param address path of the address in the entity, or how to find it
 */
export function addressFields<S>(
  prefix: string,
  address: string | ((source: S, context: ViewContext) => Address | undefined),
): Record<string, FieldView<S>> {
  const fields: Record<string, FieldView<S>> = {};
  const find =
    typeof address === 'string'
      ? (source: S): Address | undefined => (source as Record<string, Address | undefined>)[address]
      : address;
  for (const [suffix, field] of Object.entries(suffixes)) {
    fields[`${prefix}${suffix}`] =
      typeof address === 'string'
        ? `${address}.${field}`
        : (source, context) => find(source, context)?.[field];
  }
  for (const suffix of ['Country', 'CountryName'])
    fields[`${prefix}${suffix}`] = (source, context) =>
      countryName(find(source, context)?.countryIso, context);
  return fields;
}
