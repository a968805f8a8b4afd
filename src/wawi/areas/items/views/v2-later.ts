import type { Item, SpecialPrices } from '../schema/items.ts';
import { alike } from '../../../wire/views/list-fields.ts';
import { v2View, type V2Views } from '../../../wire/rest/schema-views.ts';
import { defaultDescription, defaultDescriptions, furtherPlatformDescriptions } from './v2-texts.ts';

/** The additions of versions 2.1 and later to items: bodies in the shape of answers. */
export const itemLaterViewsV2: V2Views = {
  'Items.ChangedItem': v2View<'Items.ChangedItem'>({ Item: '.' }),
  'Items.ChangeItem': v2View<'Items.ChangeItem'>(
    {
      IncludeInPriceList: 'priceListActive',
      IgnoreOrderSuggestions: 'ignoreOrderSuggestions',
      Notes: 'annotation',
      // An item belongs to every company, so a company in the body has no effect.
      CompanyId: { read: () => undefined, write: false },
      Images: '.',
      CustomFields: '.',
      SpecialPrices: 'specialPrices',
    },
    { likes: 'Item.UpdateItem' },
  ),
  'Items.CreateItem': v2View<'Items.CreateItem', Item>(
    {
      MainCategoryId: {
        read: (item) => item.categories[0]?.categoryId,
        write: (value) => ({ categories: value === null ? [] : [{ categoryId: value }] }),
      },
      SalesPriceNet: 'prices.salesPriceNet',
    },
    { likes: 'Items.ChangeItem' },
  ),
  'Items.ChangeDescriptions': v2View<'Items.ChangeDescriptions'>({
    DefaultDescription: defaultDescription,
    DefaultDescriptions: defaultDescriptions,
    SalesChannelDescriptions: 'descriptions.salesChannels',
    PlatformDescriptions: furtherPlatformDescriptions,
  }),
  'Items.ChangePrices': v2View<'Items.ChangePrices'>(
    { DefaultPrices: 'defaultPrices' },
    { likes: 'Item.ItemPrices' },
  ),
  'Items.ChangeSalesChannelPrices': v2View<'Items.ChangeSalesChannelPrices'>({
    CustomerGroupPrices: 'prices',
  }),
  'Items.ChangeIdentifiers': v2View<'Items.ChangeIdentifiers'>(
    {
      Isbn: 'identifiers.isbn',
      UnNumber: 'dangerousGoods.unNumber',
      Upc: 'identifiers.upc',
      Tariccode: 'taric',
      DefaultAsin: {
        read: () => undefined,
        write: (value) => ({
          identifiers: { asins: value === null ? [] : [{ asin: value, isDefault: true }] },
        }),
      },
      Jfsku: 'identifiers.jfsku',
    },
    { likes: 'Item.ItemIdentifiers' },
  ),
  'Items.ChangeFeatures': v2View<'Items.ChangeFeatures', Item>({
    Features: {
      read: (item) => item.propertyValueIds.map((featureId) => ({ featureId })),
      write: (value) => ({
        propertyValueIds: ((value ?? []) as { featureId: number }[]).map((one) => one.featureId),
      }),
    },
  }),
  'Items.ChangeAttributes': v2View<'Items.ChangeAttributes'>({ Values: 'attributes' }),
  'Items.ChangeSpecialPrices': v2View<'Items.ChangeSpecialPrices', SpecialPrices>({
    IsEndDateActive: 'endDateActive',
    IsStockRestrictionActive: 'tillAmountActive',
    MinimumStockQuantity: 'tillAmountInStockSmallerThan',
    SalesChannelSpecialPrices: {
      read: ({ prices }) => prices,
      write: (value) => ({
        prices: ((value ?? []) as { salesChannelId: string; specialPrices?: object[] | null }[]).flatMap(
          ({ salesChannelId, specialPrices }) =>
            (specialPrices ?? []).map((price) => ({ isActive: true, ...price, salesChannelId })),
        ),
      }),
    },
  }),
  'Items.ItemStock': v2View<'Items.ItemStock'>({
    QuantityTotal: 'total',
    QuantityAvailable: 'available',
    QuantityReserved: 'reserved',
    QuantityInPickingLists: 'inPickLists',
    QuantityLockedForShipment: 'lockedForShipment',
    QuantityLockedForAvailability: 'lockedForAvailability',
  }),
  ...alike({
    'Items.ChangeDescription': 'Common.PlatformDescription',
    'Items.ChangeAttributeText': 'Common.AttributeValue',
  }),
};
