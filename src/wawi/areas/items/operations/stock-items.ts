import { invalid, wrongState } from '../../../store/errors.ts';
import type { TenantData } from '../../../store/tenant-data.ts';
import { merge } from '../../../store/values/merge.ts';
import type { Item } from '../schema/items.ts';
import { createItem, updateItem } from './items.ts';

const stockManaged = { storageOptions: { inventoryManagementActive: true } };

/**
 * Creates an item whose stock is managed in warehouses.
 * @param now ISO 8601
 * @throws DomainError as {@link createItem}; `invalid` for serial numbers along with batches or shelf life
 */
export function createStockItem(data: TenantData, draft: object, now: string): Item {
  return checked(createItem(data, merge(draft, stockManaged), now));
}

/**
 * Changes how the stock of a stock item is managed; a draft without settings has no effect.
 * @param now ISO 8601
 * @throws DomainError `not-found`, `state` for an item that is not a stock item, `invalid` as {@link createStockItem}
 */
export function changeStockItem(data: TenantData, id: number, draft: object, now: string): Item {
  const item = data.get('item', id);
  if (!item.storageOptions.inventoryManagementActive)
    throw wrongState(`The item ${id} (${item.sku}) is not a stock item; convert it into one first.`);
  if (Object.keys(draft).length === 0) return item;
  return checked(updateItem(data, id, draft, now));
}

/**
 * Has the stock of an item managed from now on; a stock item only takes the settings over.
 * @param now ISO 8601
 * @throws DomainError `not-found`, `invalid` as {@link createStockItem}
 */
export function convertToStockItem(data: TenantData, id: number, draft: object, now: string): Item {
  return checked(updateItem(data, id, merge(draft, stockManaged), now));
}

/** Source: GraphQL 2.2, UpdateItemStockManagementInput. */
function checked(item: Item): Item {
  const { serialNumberItem, subjectToBatchItem, subjectToShelfLifeExpirationDate } = item.storageOptions;
  if (serialNumberItem && (subjectToBatchItem || subjectToShelfLifeExpirationDate))
    throw invalid(
      'stockManagement.serialNumberTrackingType',
      `The item ${item.sku} cannot have serial numbers along with ${subjectToBatchItem ? 'batches' : 'a shelf life'}; choose one of the two.`,
    );
  return item;
}
