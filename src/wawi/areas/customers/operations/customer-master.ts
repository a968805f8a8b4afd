import { zero } from '../../../store/values/decimal.ts';
import type { CustomerGroup } from '../schema/customers.ts';
import { invalid } from '../../../store/errors.ts';
import { completed, withoutNulls } from '../../../store/values/merge.ts';
import type { TenantData } from '../../../store/tenant-data.ts';

/**
 * Creates a customer group; a new default takes the mark from the old one.
 * @throws DomainError `duplicate`, `invalid`
 */
export function createCustomerGroup(data: TenantData, draft: object): CustomerGroup {
  const fresh: Omit<CustomerGroup, 'id'> = { name: '', isDefault: false, discount: zero, isNetPrice: false };
  const group = data.insert('customerGroup', named(completed(fresh, draft)));
  return withOneDefault(data, group);
}

/** @throws DomainError `not-found`, `duplicate`, `invalid` */
export function updateCustomerGroup(data: TenantData, id: number, draft: object): CustomerGroup {
  const group = data.update('customerGroup', id, named(completed(data.get('customerGroup', id), draft)));
  return withOneDefault(data, group);
}

/** @throws DomainError `duplicate`, `invalid` */
export function createCustomerCategory(data: TenantData, draft: object): { id: number; name: string } {
  return data.insert('customerCategory', named({ name: '', ...withoutNulls(draft) }));
}

/** @throws DomainError `not-found`, `duplicate`, `invalid` */
export function updateCustomerCategory(
  data: TenantData,
  id: number,
  draft: object,
): { id: number; name: string } {
  const category = data.get('customerCategory', id);
  return data.update('customerCategory', id, named(completed(category, draft)));
}

function named<T extends { name: string }>(fields: T): T {
  if (fields.name.trim() === '') throw invalid('name', `The name '${fields.name}' is empty.`);
  return fields;
}

function withOneDefault(data: TenantData, group: CustomerGroup): CustomerGroup {
  if (!group.isDefault) return group;
  for (const other of [...data.of('customerGroup').where('isDefault', true)])
    if (other.id !== group.id) data.update('customerGroup', other.id, { isDefault: false });
  return group;
}
