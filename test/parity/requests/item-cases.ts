import { packKey } from '../../../src/wawi/contract/keys.ts';
import type { CommandCase, CommandTools } from './command-cases.ts';
import type { GivenValues } from './full-request.ts';
import { keys, noPage } from './values.ts';

const channel = '2-1-1';

/** Values of an item that both commands take; a field that only one of them has counts there. */
const item = {
  productGroupId: packKey('WarengruppeKey', 2),
  shippingClassId: packKey('VersandklasseKey', 2),
  manufacturerId: packKey('HerstellerKey', 2),
  taxClassId: keys.taxClass,
  'categories.categories.categoryId': packKey('KategorieKey', 2),
  'identifiers.gtin': '4006381333931',
  'identifiers.isbn': '9783161484100',
  'descriptions.defaultDescriptions.languageIso': 'DE',
  'descriptions.salesChannelDescriptions.languageIso': 'DE',
  'descriptions.salesChannelDescriptions.salesChannelId': channel,
  'descriptions.platformDescriptions.languageIso': 'DE',
  'descriptions.platformDescriptions.platformId': packKey('PlattformKey', 2),
  'prices.salesChannelPrices.saleschannelId': channel,
  'prices.salesChannelPrices.customerGroupPrices.customerGroupId': keys.customerGroup,
  'prices.customerPrices.customerId': keys.customer,
  'prices.defaultPrices.customerGroupId': keys.customerGroup,
  'suppliers.defaultSupplier': keys.supplier,
  'suppliers.defaultDropshippingSupplier': keys.supplier,
  'suppliers.suppliers.supplierId': keys.supplier,
  'customFields.fieldValues.fieldId': packKey('EigenesFeldKey', 1),
  'customFields.fieldValues.valueCultureName': 'de-DE',
  'features.features.featureId': packKey('MerkmalWertKey', 1),
  'specialPrices.salesChannelSpecialPrices.salesChannelId': channel,
  'specialPrices.salesChannelSpecialPrices.specialPrices.customerGroupId': keys.customerGroup,
};

/** Values of an item with an image in every list of images. */
async function itemWithImages(tools: CommandTools): Promise<GivenValues> {
  const image = await tools.image(keys.item);
  return {
    ...item,
    'images.defaultImages.blobIdentifier': image,
    'images.platformImages.platformId': packKey('PlattformKey', 2),
    'images.platformImages.images.blobIdentifier': image,
    'images.saleschannelImages.saleschannelId': channel,
    'images.saleschannelImages.images.blobIdentifier': image,
    'images.ebayImages.ebayAccountId': packKey('EbayUserKey', 6),
    'images.ebayImages.images.blobIdentifier': image,
  };
}

async function shown(tools: CommandTools, itemId: unknown): Promise<unknown[]> {
  return [
    await tools.query('GetItemById', { itemId }),
    await tools.v2(`/items/${String(itemId)}`),
    await tools.v1((id) => `/items/${id}`, itemId),
  ];
}

async function category(tools: CommandTools, categoryId: unknown): Promise<unknown[]> {
  return [
    await tools.query('GetCategoryById', { categoryId }),
    await tools.v1((id) => `/categories/${id}`, categoryId),
  ];
}

export const itemCases: readonly CommandCase[] = [
  { mutation: 'CreateItem', given: itemWithImages, read: (tools, { itemId }) => shown(tools, itemId) },
  {
    mutation: 'ChangeItem',
    given: async (tools) => ({
      ...(await itemWithImages(tools)),
      itemId: keys.otherItem,
      companyId: keys.company,
      'identifiers.gtin': '4012345678901',
      'attributes.values.attributeId': packKey('AttributKey', 1),
      'attributes.values.defaultValues.languageIso': 'DE',
      'attributes.values.salesChannelValues.salesChannelId': channel,
      'attributes.values.salesChannelValues.values.languageIso': 'DE',
    }),
    read: (tools, _, { itemId }) => shown(tools, itemId),
    unshown: { companyId: 'an item belongs to every company' },
    otherNames: { itemId: 'id' },
  },
  {
    mutation: 'CreateStockItem',
    given: async (tools) => ({
      ...(await itemWithImages(tools)),
      'stockManagement.serialNumberTrackingType': 'OUTBOUND_ONLY',
      // An item has serial numbers, or batches and a shelf life.
      'stockManagement.hasShelfLifeExpirationDate': false,
      'stockManagement.hasBatch': false,
      'stockManagement.divisibilityType': 'NONE',
      'stockManagement.itemPlatformNegativeStocks.platformId': packKey('PlattformKey', 2),
      'stockManagement.itemSalesChannelNegativeStocks.salesChannelId': channel,
      'identifiers.gtin': '4012345678918',
    }),
    read: (tools, { itemId }) => shown(tools, itemId),
    unshown: {
      'stockManagement.serialNumberTrackingType': 'QueryItems has other names for the values',
      'stockManagement.divisibilityType': 'QueryItems shows whether the stock is divisible',
    },
    otherNames: { 'stockManagement.hasShelfLifeExpirationDate': 'isBestBeforeManaged' },
  },
  {
    mutation: 'AddItemSupplier',
    given: async (tools) => ({
      itemId: (
        await tools.create('CreateItem', {
          ...item,
          images: undefined,
          suppliers: undefined,
          'identifiers.gtin': undefined,
        })
      )['itemId'],
      'itemSupplier.supplierId': keys.supplier,
    }),
    read: (tools, _, { itemId }) => shown(tools, itemId),
    otherNames: { itemId: 'id' },
  },
  {
    mutation: 'CreateCategory',
    given: () => ({ parentId: packKey('KategorieKey', 1), 'salesChannels.salesChannelId': channel }),
    read: (tools, { categoryId }) => category(tools, categoryId),
    unshown: { 'salesChannels.includeCategoryImages': noPage },
    otherNames: { 'salesChannels.salesChannelId': 'ActiveSalesChannels' },
  },
  {
    mutation: 'UpdateCategory',
    given: async (tools) => {
      const { categoryId } = await tools.create('CreateCategory', {
        parentId: undefined,
        salesChannels: undefined,
      });
      return { categoryId, parentId: packKey('KategorieKey', 2), 'salesChannels.salesChannelId': channel };
    },
    read: (tools, _, { categoryId }) => category(tools, categoryId),
    unshown: { 'salesChannels.includeCategoryImages': noPage },
    otherNames: { 'salesChannels.salesChannelId': 'ActiveSalesChannels' },
  },
];
