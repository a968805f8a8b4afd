import { alike } from '../../../wire/views/list-fields.ts';
import { v2View, type V2Views } from '../../../wire/rest/schema-views.ts';
import { defaultDescriptions, furtherPlatformDescriptions } from './v2-texts.ts';

/** The bodies of `/itemdetails/*`: an item in the shape of its GraphQL type. */
export const itemCommandViewsV2: V2Views = {
  'Itemdetails.CreateItemCommandRequest': v2View<'Itemdetails.CreateItemCommandRequest'>({
    Categories: '.',
    Identifiers: '.',
    Descriptions: '.',
    Prices: '.',
    Suppliers: '.',
    Measurements: '.',
    Images: '.',
    CustomFields: '.',
  }),
  'Itemdetails.CreateItemIdentifiers': v2View<'Itemdetails.CreateItemIdentifiers'>({
    AmazonFnsku: 'identifiers.amazonFnsku',
    Gtin: 'identifiers.gtin',
    ManufacturerNumber: 'identifiers.manufacturerNumber',
    Isbn: 'identifiers.isbn',
    Tariccode: 'taric',
    Upc: 'identifiers.upc',
    UnNumber: 'dangerousGoods.unNumber',
    HazardNumber: 'dangerousGoods.hazardNo',
    OwnIdentifier: 'identifiers.ownIdentifier',
    DefaultAsin: {
      read: () => undefined,
      write: (value) => ({
        identifiers: { asins: value === null ? [] : [{ asin: value, isDefault: true }] },
      }),
    },
    Jfsku: 'identifiers.jfsku',
  }),
  'Itemdetails.CreateItemDescriptions': v2View<'Itemdetails.CreateItemDescriptions'>({
    DefaultDescriptions: defaultDescriptions,
    SalesChannelDescriptions: 'descriptions.salesChannels',
    PlatformDescriptions: furtherPlatformDescriptions,
  }),
  'Itemdetails.CreateDefaultDescription': v2View<'Itemdetails.CreateDefaultDescription'>({
    DescriptionData: '.',
  }),
  'Itemdetails.CreateItemPrices': v2View<'Itemdetails.CreateItemPrices'>(
    { DefaultPrices: 'defaultPrices' },
    { likes: 'Item.ItemPrices' },
  ),
  'Itemdetails.CreateItemSaleschannelPrices': v2View<'Itemdetails.CreateItemSaleschannelPrices'>({
    SaleschannelId: 'salesChannelId',
    CustomerGroupPrices: 'prices',
  }),
  'Itemdetails.CreateItemImages': v2View<'Itemdetails.CreateItemImages'>({
    DefaultImages: 'images.defaults',
    PlatformImages: 'images.platforms',
    SaleschannelImages: 'images.salesChannels',
    EbayImages: 'images.ebay',
  }),
  'Itemdetails.CreateSaleschannelImages': v2View<'Itemdetails.CreateSaleschannelImages'>({
    SaleschannelId: 'salesChannelId',
  }),
  'Itemdetails.CreateItemCustomFields': v2View<'Itemdetails.CreateItemCustomFields'>({
    FieldValues: 'customFields',
  }),
  'Itemdetails.CreateItemCustomFieldValue': v2View<'Itemdetails.CreateItemCustomFieldValue'>({
    FieldId: 'customFieldId',
    ValueCultureName: 'cultureName',
  }),
  'Itemdetails.ChangeItemCommandRequest': v2View<'Itemdetails.ChangeItemCommandRequest'>(
    {
      Attributes: '.',
      // An item belongs to every company; the company that a body names changes nothing.
      CompanyId: { read: () => undefined, write: false },
    },
    { likes: 'Itemdetails.CreateItemCommandRequest' },
  ),
  ...alike({
    'Itemdetails.UpdateItemIdentifiers': 'Itemdetails.CreateItemIdentifiers',
    'Itemdetails.UpdateItemDescriptions': 'Itemdetails.CreateItemDescriptions',
    'Itemdetails.UpdateDefaultDescription': 'Itemdetails.CreateDefaultDescription',
    'Itemdetails.CreateSalesChannelDescription': 'Itemdetails.CreateDefaultDescription',
    'Itemdetails.UpdateSalesChannelDescription': 'Itemdetails.CreateDefaultDescription',
    'Itemdetails.CreatePlatformDescription': 'Itemdetails.CreateDefaultDescription',
    'Itemdetails.UpdatePlatformDescription': 'Itemdetails.CreateDefaultDescription',
    'Itemdetails.CreateDescriptionData': 'Common.DescriptionData',
    'Itemdetails.UpdateDescriptionData': 'Common.DescriptionData',
    'Itemdetails.UpdateItemPrices': 'Itemdetails.CreateItemPrices',
    'Itemdetails.UpdateItemSaleschannelPrices': 'Itemdetails.CreateItemSaleschannelPrices',
    'Itemdetails.UpdateItemImages': 'Itemdetails.CreateItemImages',
    'Itemdetails.UpdateSaleschannelImages': 'Itemdetails.CreateSaleschannelImages',
    'Itemdetails.UpdateItemCustomFields': 'Itemdetails.CreateItemCustomFields',
    'Itemdetails.UpdateItemCustomFieldValue': 'Itemdetails.CreateItemCustomFieldValue',
    'Itemdetails.CreateItemMeasurements': 'Item.ItemMeasurements',
    'Itemdetails.UpdateItemMeasurements': 'Item.ItemMeasurements',
    'Itemdetails.CreateItemSuppliers': 'Item.ItemSuppliers',
    'Itemdetails.UpdateItemSuppliers': 'Item.ItemSuppliers',
    'Itemdetails.CreateItemSupplier': 'Item.ItemSupplier',
    'Itemdetails.UpdateItemSupplier': 'Item.ItemSupplier',
    'Itemdetails.CreateSupplierPrice': 'Item.SupplierPrice',
    'Itemdetails.UpdateSupplierPrice': 'Item.SupplierPrice',
  }),
};
