import type { Supplier } from '../schema/item-master.ts';
import { wrongState } from '../../../store/errors.ts';
import type { TenantData } from '../../../store/tenant-data.ts';
import { updateRecord } from './records.ts';

/** Suppliers that deliver goods to order, unlike production or a fulfillment network. */
const defaultType = 'Standard';

/** @returns whether later versions list the supplier: active and of the default type */
export function isListedSupplier(supplier: Supplier): boolean {
  return supplier.status === 'Aktiv' && supplier.type === defaultType;
}

/**
 * Changes a supplier of the default type, field by field.
 * @param now ISO 8601
 * @throws DomainError `not-found`, `state` for a supplier of another type
 */
export function updateSupplier(data: TenantData, id: number, draft: object, now: string): Supplier {
  const { type } = data.get('supplier', id);
  if (type !== defaultType)
    throw wrongState(`The supplier ${id} is of type '${type}'; only '${defaultType}' can be changed.`);
  return updateRecord(data, 'supplier', id, draft, now);
}
