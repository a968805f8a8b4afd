import type { Customer } from '../customers/schema/customers.ts';
import type { Item } from './schema/items.ts';
import { requiredKey } from '../../wire/graphql/arguments.ts';
import { byKey, entityById, list, nothing, one, rows, searchable } from '../../wire/graphql/bindings.ts';
import type { RootBindings, RootCall } from '../../wire/graphql/call.ts';
import type { SearchTexts } from '../../wire/graphql/search.ts';
import { suppliersOf } from './rules/item-suppliers.ts';
import { stockSummary } from '../stock/operations/stock-summary.ts';
import { hasName } from '../../contract/graphql-enums.ts';
import type { ViewContext } from '../../wire/views/views.ts';
import type { Arguments } from '../../graphql/lists/list-source.ts';

const itemTexts: SearchTexts<Item> = {
  SKU: (item) => [item.sku],
  NAME: (item) => [item.name],
  GTIN: (item) => [item.identifiers.gtin],
  MANUFACTURER_NUMBER: (item) => [item.identifiers.manufacturerNumber],
  DESCRIPTION: (item) => [item.shortDescription, item.description, item.searchTerms],
};

const customerTexts: SearchTexts<Customer> = {
  CUSTOMER_NUMBER: (customer) => [customer.number],
  NAME: ({ billingAddress }) => [billingAddress.firstName, billingAddress.lastName],
  COMPANY: ({ billingAddress }) => [billingAddress.company, billingAddress.company2],
  EMAIL_ADDRESS: ({ billingAddress }) => [billingAddress.emailAddress],
  CITY: ({ billingAddress }) => [billingAddress.city],
  POSTAL_CODE: ({ billingAddress }) => [billingAddress.postalCode],
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

function stockOfItem({ args, data }: RootCall): unknown {
  const itemId = requiredKey(args, 'itemId', 'ArtikelKey');
  if (!data.of('item').has(itemId)) return undefined;
  const { total, available } = stockSummary(data, itemId);
  return { itemId, totalQuantity: total, availableQuantity: available };
}

/** Items, categories and what else describes goods; customers and their groups. */
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
  QueryManufacturers: list('items.read', 'manufacturer'),
  QueryProductGroups: list('items.read', 'productGroup'),
  QueryShippingClasses: list('items.read', 'shippingClass'),
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
  GetCustomerById: byKey('customers.read', 'customer', 'customerId'),
  QueryCustomers: searchable('customers.read', 'customer', customerTexts),
  QueryCustomerGroups: list('customers.read', 'customerGroup'),
  QueryCustomerCategories: list('customers.read', 'customerCategory'),
  QueryMarketplaceNotification: nothing('saleschannels.read'),
  QueryMarketplaceNotificationDetail: nothing('saleschannels.read'),
  QueryMarketplaceOffer: nothing('saleschannels.read'),
  QueryMarketplaceExternalDocument: nothing('saleschannels.read'),
  QueryMarketplaceOrderCancellationRequestUpload: nothing('saleschannels.read'),
  QueryMarketplaceOrderCancellationUpload: nothing('saleschannels.read'),
  QueryMarketplacePaymentUpload: nothing('saleschannels.read'),
  QueryMarketplaceReturnUpload: nothing('saleschannels.read'),
  QueryMarketplaceReturnUploadLineItem: nothing('saleschannels.read'),
  QueryMarketplaceShippingInformationUpload: nothing('saleschannels.read'),
};
