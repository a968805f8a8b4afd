import type { ItemSupplier } from '../../items/schema/items.ts';
import { compare, zero } from '../../../store/values/decimal.ts';
import { DomainError } from '../../../store/errors.ts';
import type { TenantData } from '../../../store/tenant-data.ts';
import { referenced } from '../../../store/references.ts';

/** How a supplier is found for an item. */
export type SupplierChoice = 'named' | 'cheapest' | 'fastest' | 'standard';

/** Where goods for sales orders may come from. */
export type DeliverySource =
  | { kind: 'warehouse'; warehouseId: number }
  | { kind: 'supplier'; choice: SupplierChoice; supplierId?: number; contactPersonId?: number };

/** A source as requests name it: type 0 a warehouse, 1 a supplier, 2 the cheapest, 3 the fastest, 4 the standard one. */
export interface SourceDraft {
  type: number;
  id?: number;
  contactPersonId?: number;
  /** The lowest comes first. */
  priority: number;
}

const choices: Readonly<Record<number, SupplierChoice>> = {
  1: 'named',
  2: 'cheapest',
  3: 'fastest',
  4: 'standard',
};

/**
 * @returns the sources in the order they are asked; without any, the active warehouses by their own priority
 * @throws DomainError `missing-reference` for a warehouse or supplier that is not there
 */
export function deliverySources(data: TenantData, drafts: readonly SourceDraft[]): DeliverySource[] {
  if (drafts.length === 0) return activeWarehouses(data);
  return [...drafts].sort((a, b) => a.priority - b.priority).map((draft) => sourceOf(data, draft));
}

function activeWarehouses(data: TenantData): DeliverySource[] {
  return [...data.of('warehouse').where('isActive', true)]
    .sort((a, b) => a.priority - b.priority)
    .map((warehouse) => ({ kind: 'warehouse', warehouseId: warehouse.id }));
}

function sourceOf(data: TenantData, { type, id, contactPersonId }: SourceDraft): DeliverySource {
  const choice = choices[type];
  if (choice === undefined || choice === 'named') {
    if (id === undefined) {
      const message = `A source of type ${type} needs the id of a ${choice ? 'supplier' : 'warehouse'}.`;
      throw new DomainError('invalid', message, [{ path: 'deliverySources[].id', message }]);
    }
    if (choice === undefined) {
      const warehouse = referenced(data, 'warehouse', id, 'deliverySources[].id');
      return { kind: 'warehouse', warehouseId: warehouse.id };
    }
    referenced(data, 'supplier', id, 'deliverySources[].id');
  }
  return {
    kind: 'supplier',
    choice,
    ...(id === undefined ? {} : { supplierId: id }),
    ...(contactPersonId === undefined ? {} : { contactPersonId }),
  };
}

/** @returns the supplier of an item by the source's rule, or undefined if there is none */
export function supplierFor(
  data: TenantData,
  source: Extract<DeliverySource, { kind: 'supplier' }>,
  itemId: number,
): number | undefined {
  const item = data.get('item', itemId);
  switch (source.choice) {
    case 'named':
      return source.supplierId;
    case 'standard':
      return item.defaultSupplierId ?? item.suppliers[0]?.supplierId;
    case 'cheapest':
      return first(item.suppliers, (a, b) => compare(a.purchasePriceNet ?? zero, b.purchasePriceNet ?? zero));
    case 'fastest':
      return first(item.suppliers, (a, b) => daysOf(data, a) - daysOf(data, b));
  }
}

function daysOf(data: TenantData, supplier: ItemSupplier): number {
  return data.of('supplier').get(supplier.supplierId)?.deliveryTime ?? 0;
}

function first(
  suppliers: readonly ItemSupplier[],
  order: (a: ItemSupplier, b: ItemSupplier) => number,
): number | undefined {
  return [...suppliers].sort(order)[0]?.supplierId;
}
