import type { Item, SpecialPrices } from '../schema/items.ts';
import { alike } from '../../../wire/views/list-fields.ts';
import { view, type ViewTable } from '../../../wire/views/views.ts';
import { defaultDescription, defaultDescriptions, platformDescriptions } from './v2-texts.ts';

/** What versions 2.1 and later add around items: bodies in the shape that items are read in. */
export const itemLaterViewsV2: ViewTable = {
  'Items.ChangedItem': view({ Item: '.' }),
  'Items.ChangeItem': view(
    {
      IncludeInPriceList: 'priceListActive',
      IgnoreOrderSuggestions: 'ignoreOrderSuggestions',
      Notes: 'annotation',
      // An item is of every company; what a body says of one changes nothing.
      CompanyId: { read: () => undefined, write: false },
      Images: '.',
      CustomFields: '.',
      SpecialPrices: 'specialPrices',
    },
    { likes: 'Item.UpdateItem' },
  ),
  'Items.CreateItem': view<Item>(
    {
      MainCategoryId: {
        read: (item) => item.categories[0]?.categoryId,
        write: (value) => ({ categories: value === null ? [] : [{ categoryId: value }] }),
      },
      SalesPriceNet: 'prices.salesPriceNet',
    },
    { likes: 'Items.ChangeItem' },
  ),
  'Items.ChangeDescriptions': view({
    DefaultDescription: defaultDescription,
    DefaultDescriptions: defaultDescriptions,
    SalesChannelDescriptions: 'descriptions.salesChannels',
    PlatformDescriptions: platformDescriptions,
  }),
  'Items.ChangePrices': view({ DefaultPrices: 'defaultPrices' }, { likes: 'Item.ItemPrices' }),
  'Items.ChangeSalesChannelPrices': view({ CustomerGroupPrices: 'prices' }),
  'Items.ChangeIdentifiers': view(
    {
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
  'Items.ChangeFeatures': view<Item>({
    Features: {
      read: (item) => item.propertyValueIds.map((featureId) => ({ featureId })),
      write: (value) => ({
        propertyValueIds: ((value ?? []) as { featureId: number }[]).map((one) => one.featureId),
      }),
    },
  }),
  'Items.ChangeAttributes': view({ Values: 'attributes' }),
  'Items.ChangeSpecialPrices': view<SpecialPrices>({
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
  'Items.ItemStock': view({
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
