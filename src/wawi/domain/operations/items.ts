import { zero } from '../decimal.ts';
import type { Item } from '../entities/items.ts';
import { invalid } from '../errors.ts';
import { merge, withoutNulls } from '../merge.ts';
import type { TenantData } from '../store/tenant-data.ts';

type NewItem = Omit<Item, 'id'>;

/**
 * @param fields what is known of a new item; the rest gets the values a fresh item has in Wawi
 * @param now ISO 8601
 */
export function newItem(fields: object, now: string): NewItem {
  const fresh: NewItem = {
    sku: '',
    name: '',
    descriptions: [],
    isActive: true,
    categories: [],
    identifiers: { asins: [] },
    components: [],
    prices: {
      salesPriceNet: zero,
      suggestedRetailPrice: zero,
      purchasePriceNet: zero,
      ebayPrice: zero,
      amazonPrice: zero,
    },
    activeSalesChannels: [],
    sortNumber: 0,
    added: now,
    changed: now,
    storageOptions: {
      inventoryManagementActive: true,
      splitQuantity: false,
      globalMinimumStockLevel: zero,
      buffer: 0,
      serialNumberItem: false,
      serialNumberTracking: false,
      subjectToShelfLifeExpirationDate: false,
      subjectToBatchItem: false,
      procurementTime: 0,
      determineProcurementTimeAutomatically: false,
      additionalHandlingTime: 0,
    },
    dimensions: { length: zero, width: zero, height: zero },
    weights: { itemWeight: zero, shippingWeight: zero },
    allowNegativeStock: false,
    quantities: {
      minimumOrderQuantity: zero,
      permissibleOrderQuantity: zero,
      minimumPurchaseQuantityForCustomerGroup: [],
    },
    dangerousGoods: {},
    priceListActive: false,
    ignoreDiscounts: false,
    customFields: [],
  };
  return merge(fresh, withoutNulls(fields));
}

/**
 * Creates an item; without a SKU it gets the next free number.
 * @throws DomainError for a missing name, a taken SKU, references that lead nowhere
 */
export function createItem(data: TenantData, draft: object, now: string): Item {
  const item = newItem(draft, now);
  if (item.name.trim() === '') throw invalid('name', `The name '${item.name}' is empty; an item needs one.`);
  return data.insert('item', { ...item, sku: item.sku === '' ? nextSku(data) : item.sku });
}

/**
 * Changes an item, field by field.
 * @throws DomainError as {@link createItem}
 */
export function updateItem(data: TenantData, id: number, draft: object, now: string): Item {
  const item = merge(data.get('item', id), draft);
  if (!item.name) throw invalid('name', 'The name is empty; an item needs one.');
  return data.update('item', id, { ...item, changed: now });
}

function nextSku(data: TenantData): string {
  for (;;) {
    const sku = `AR${String(data.nextId('sku')).padStart(5, '0')}`;
    if (!data.of('item').findUnique('sku', sku)) return sku;
  }
}
