import type { Category } from '../schema/item-master.ts';
import type { Item } from '../schema/items.ts';
import { itemsInCategory } from '../operations/categories.ts';
import { requiredKey } from '../../../wire/graphql/arguments.ts';
import { byKey, entityById, list, one, rows, searchable } from '../../../wire/graphql/bindings.ts';
import type { RootBindings, RootCall } from '../../../wire/graphql/call.ts';
import type { SearchTexts } from '../../../wire/graphql/search.ts';
import { suppliersOf } from '../rules/item-suppliers.ts';
import { derivedOfItem } from '../derived.ts';
import { hasName } from '../../../contract/graphql-enums.ts';
import type { ViewContext } from '../../../wire/views/views.ts';
import type { Arguments } from '../../../wire/graphql/call.ts';

const itemTexts: SearchTexts<Item> = {
  SKU: (item) => [item.sku],
  NAME: (item) => [item.name],
  GTIN: (item) => [item.identifiers.gtin],
  MANUFACTURER_NUMBER: (item) => [item.identifiers.manufacturerNumber],
  DESCRIPTION: (item) => [item.shortDescription, item.description, item.searchTerms],
};

const itemSuppliers = rows('items.read', suppliersOfItem);

/** An item's suppliers; one has an item at most once, so its id serves as the row's. */
function suppliersOfItem({ data }: ViewContext, args: Arguments): Iterable<{ readonly id: number }> {
  const item = data.of('item').get(requiredKey(args, 'itemId', 'ArtikelKey'));
  if (!item) return [];
  return suppliersOf(data, item).map((supplier) => ({
    ...supplier,
    id: supplier.supplierId,
    itemId: item.id,
  }));
}

function categoriesOfItem({ data }: ViewContext, args: Arguments): Iterable<Category> {
  const item = data.get('item', requiredKey(args, 'itemId', 'ArtikelKey'));
  return item.categories.map(({ categoryId }) => data.get('category', categoryId));
}

function itemsOfCategory({ data }: ViewContext, args: Arguments): Iterable<Item> {
  const categoryId = requiredKey(args, 'categoryId', 'KategorieKey');
  return itemsInCategory(data, categoryId, args['includeSubcategories'] === true);
}

function stockOfItem({ args, data }: RootCall): unknown {
  const itemId = requiredKey(args, 'itemId', 'ArtikelKey');
  if (!data.of('item').has(itemId)) return undefined;
  const { total, available } = derivedOfItem().stockSummary(data, itemId);
  return { itemId, totalQuantity: total, availableQuantity: available };
}

/** Items, categories and the master data of items. */
export const itemQueries: RootBindings = {
  GetItemById: one('items.read', (call) => {
    // Version 2.0 names the argument just `id`.
    const itemId = call.args['itemId'] ?? call.args['id'];
    return entityById(call, 'item', requiredKey({ itemId }, 'itemId', 'ArtikelKey'));
  }),
  QueryItems: searchable('items.read', 'item', itemTexts),
  QueryItemTypes: list('items.read', 'item'),
  GetItemSuppliersById: itemSuppliers,
  QueryItemSuppliersById: itemSuppliers,
  GetStockByItemId: one('inventories.read', stockOfItem),
  GetCategoryById: byKey('items.read', 'category', 'categoryId'),
  QueryCategories: list('items.read', 'category'),
  QueryCategoriesByItemId: rows('items.read', categoriesOfItem),
  QueryItemsByCategoryId: rows('items.read', itemsOfCategory),
  QueryManufacturers: list('items.read', 'manufacturer'),
  QueryProductGroups: list('items.read', 'productGroup'),
  QueryShippingClasses: list('items.read', 'shippingClass'),
  GetSupplierById: byKey('suppliers.read', 'supplier', 'supplierId'),
  QuerySuppliers: list('suppliers.read', 'supplier'),
  QueryCustomFields: {
    ...list(
      'customfields.read',
      'customField',
      () =>
        ({ referenceType }) =>
          hasName('CustomFieldReferenceType', referenceType),
    ),
    assumption: 'custom-fields-of-named-kinds',
  },
};
