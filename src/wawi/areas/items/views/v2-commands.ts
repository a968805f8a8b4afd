import { alike } from '../../../wire/views/list-fields.ts';
import { view, type ViewTable } from '../../../wire/views/views.ts';
import { defaultDescriptions, platformDescriptions } from './v2-texts.ts';

/** The bodies of `/itemdetails/*`: an item in the shape of its GraphQL type. */
export const itemCommandViewsV2: ViewTable = {
  'Itemdetails.CreateItemCommandRequest': view({
    Categories: '.',
    Identifiers: '.',
    Descriptions: '.',
    Prices: '.',
    Suppliers: '.',
    Measurements: '.',
    Images: '.',
    CustomFields: '.',
    Attributes: '.',
    // An item is of every company; what a body says of one changes nothing.
    CompanyId: { read: () => undefined, write: false },
  }),
  'Itemdetails.CreateItemIdentifiers': view({
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
  'Itemdetails.CreateItemDescriptions': view({
    DefaultDescriptions: defaultDescriptions,
    SalesChannelDescriptions: 'descriptions.salesChannels',
    PlatformDescriptions: platformDescriptions,
  }),
  'Itemdetails.CreateDefaultDescription': view({ DescriptionData: '.' }),
  'Itemdetails.CreateItemPrices': view({ DefaultPrices: 'defaultPrices' }, { likes: 'Item.ItemPrices' }),
  'Itemdetails.CreateItemSaleschannelPrices': view({
    SaleschannelId: 'salesChannelId',
    CustomerGroupPrices: 'prices',
  }),
  'Itemdetails.CreateItemImages': view({
    DefaultImages: 'images.defaults',
    PlatformImages: 'images.platforms',
    SaleschannelImages: 'images.salesChannels',
    EbayImages: 'images.ebay',
  }),
  'Itemdetails.CreateSaleschannelImages': view({ SaleschannelId: 'salesChannelId' }),
  'Itemdetails.CreateItemCustomFields': view({ FieldValues: 'customFields' }),
  'Itemdetails.CreateItemCustomFieldValue': view({
    FieldId: 'customFieldId',
    ValueCultureName: 'cultureName',
  }),
  ...alike({
    'Itemdetails.ChangeItemCommandRequest': 'Itemdetails.CreateItemCommandRequest',
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
