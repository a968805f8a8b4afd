import type { Item } from '../schema/items.ts';
import { invalid } from '../../../store/errors.ts';
import { suppliersOf } from '../rules/item-suppliers.ts';
import { wawiPlatform } from '../rules/item-texts.ts';
import type { Draft } from '../../../wire/views/draft-reader.ts';
import { alike, wrappedIds } from '../../../wire/views/list-fields.ts';
import { view, type ViewTable } from '../../../wire/views/views.ts';
import { defaultDescription, platformDescriptions } from './v2-texts.ts';

/** The parts of an item that v2 reads and changes one by one; each gathers its fields from the item itself. */
export const itemViewsV2: ViewTable = {
  'Item.ItemResponse': view({ ItemId: 'id' }),
  'Item.ItemIdentifiers': view({
    AmazonFnsku: 'identifiers.amazonFnsku',
    Gtin: 'identifiers.gtin',
    HazardNumber: 'dangerousGoods.hazardNo',
    ISBN: 'identifiers.isbn',
    ManufacturerNumber: 'identifiers.manufacturerNumber',
    OwnIdentifier: 'identifiers.ownIdentifier',
    UNNumber: 'dangerousGoods.unNumber',
    UPC: 'identifiers.upc',
    ItemAsins: 'identifiers.asins',
    ItemEpids: 'identifiers.epids',
  }),
  'Item.ItemDescriptions': view({
    DefaultDescription: defaultDescription,
    SalesChannelDescriptions: 'descriptions.salesChannels',
    PlatformDescriptions: platformDescriptions,
  }),
  'Common.PlatformDescription': view({ LanguageId: 'languageIso', DescriptionData: '.' }),
  'Common.DescriptionData': view({
    ItemName: 'name',
    MetaDescription: 'seoMetaDescription',
    MetaKeywords: 'seoMetaKeywords',
    TitleTag: 'seoTitleTag',
    UrlPath: 'seoPath',
  }),
  'Item.ItemPrices': view<Item>({
    SalesPriceNet: 'prices.salesPriceNet',
    SuggestedRetailPrice: 'prices.suggestedRetailPrice',
    PurchasePriceNet: 'prices.purchasePriceNet',
    EbayPrice: 'prices.ebayPrice',
    AmazonPrice: 'prices.amazonPrice',
    DefaultPrices: {
      read: (item) => ({ platformId: wawiPlatform, prices: item.defaultPrices }),
      write: (value) => ({ defaultPrices: pricesOfWawi(value) }),
    },
  }),
  'Item.ItemStorageConstraints': view<Item>({
    ItemPlatformNegativeStocks: 'platformNegativeStocks',
    ItemSalesChannelNegativeStocks: 'salesChannelNegativeStocks',
    Buffer: 'storageOptions.buffer',
    GlobalMinimumStockLevel: 'storageOptions.globalMinimumStockLevel',
    HasBatch: 'storageOptions.subjectToBatchItem',
    IsInventoryManagementActive: 'storageOptions.inventoryManagementActive',
    IsBestBeforeManaged: 'storageOptions.subjectToShelfLifeExpirationDate',
    IsStockDivisible: 'storageOptions.splitQuantity',
    SerialNumberType: {
      read: ({ storageOptions: { serialNumberItem, serialNumberTracking } }) =>
        serialNumberTracking ? 2 : serialNumberItem ? 1 : 0,
      write: (value) => ({
        storageOptions: { serialNumberItem: value === 1, serialNumberTracking: value === 2 },
      }),
    },
  }),
  'Item.ItemBundles': view({ BundleItems: 'bundles' }),
  'Item.BundleItem': view({ BundleId: 'id' }),
  'Item.ItemConfigurationGroups': view<Item>({
    Items: wrappedIds<Item>('configurationGroupIds', 'configurationGroupId'),
  }),
  'Item.ItemCrossSellingGroups': view({ Groups: 'crossSellingGroupIds' }),
  'Item.ItemFeatures': view({ Features: 'propertyValueIds' }),
  'Item.ItemMeasurements': view({
    Height: 'dimensions.height',
    Length: 'dimensions.length',
    Width: 'dimensions.width',
    ShippingWeight: 'weights.shippingWeight',
    Weight: 'weights.itemWeight',
  }),
  'Item.ItemOrderingConstraints': view({
    DefaultOrderingConstraint: 'quantities',
    CustomerGroupOrderingConstraints: 'quantities.minimumPurchaseQuantityForCustomerGroup',
  }),
  'Item.OrderingAmount': view({ PurchaseIncrement: 'permissibleOrderQuantity' }),
  'Item.CustomerGroupOrderingConstraint': view<
    Item['quantities']['minimumPurchaseQuantityForCustomerGroup'][number]
  >({
    CustomerGroupid: 'customerGroupId',
    OrderingAmount: {
      read: ({ minimumPurchaseQuantity, permissibleOrderQuantity }) => ({
        minimumOrderQuantity: minimumPurchaseQuantity,
        permissibleOrderQuantity,
      }),
      write: (value) => {
        const { minimumOrderQuantity, ...rest } = (value ?? {}) as Draft;
        return { ...rest, minimumPurchaseQuantity: minimumOrderQuantity };
      },
    },
  }),
  'Item.ItemSuppliers': view<Item>({
    DefaultSupplier: 'defaultSupplierId',
    DefaultDropshippingSupplier: 'defaultDropshippingSupplierId',
    Suppliers: { read: (item, { data }) => suppliersOf(data, item), write: 'suppliers' },
  }),
  'Item.ItemSupplier': view({
    SupplierItemName: 'itemName',
    SupplierItemNumber: 'sku',
    StockLevel: 'stocklevel',
    NetPurchasePrice: 'purchasePriceNet',
    Currency: 'currencyIso',
    DeliveryTimeInDays: 'deliveryTime',
    SupplierDeliveryTimeInDays: 'supplierDeliveryTime',
    SupplierSupportsDropshipping: 'supplierCanDropship',
    IsDropshippingActive: 'isDropshipping',
    IsDefaultSupplier: 'isStandard',
    PackageUnitDescription: 'packagingUnit',
    PackageUnitQuantity: 'amountPackagingUnit',
    PackageUnitPurchasePrice: 'packagingUnitPurchasePriceNet',
    Notes: 'comment',
    VatRate: 'taxRate',
    IncludeSupplierStock: 'mergeStockLevel',
    PurchaseInterval: 'permissibleOrderQuantity',
    // Neither the fulfillment network nor production is part of the emulated Wawi.
    IsFulfillmentNetworkSupplier: () => false,
    IsProductionSupplier: () => false,
    LastSupplierStockChange: 'stocklevelChanged',
  }),
  'Item.SupplierPrice': view({
    NetPrice: 'purchasePriceNet',
    PercentageDiscount: 'reduceStandardPriceByPercent',
  }),
  'Item.ItemUnitPricing': view({
    SalesUnitId: 'unitPricing.salesUnitId',
    InnerQuantity: 'unitPricing.innerQuantity',
    InnerQuantityUnitId: 'unitPricing.innerQuantityUnitId',
    IsBasePriceDeclared: 'unitPricing.isBasePriceDeclared',
    BasePriceReferenceUnitId: 'unitPricing.basePriceReferenceUnitId',
    BasePriceReferenceAmount: 'unitPricing.basePriceReferenceAmount',
  }),
  'Item.ItemWarehouseConstraints': view({ Warehouses: 'warehouseConstraints' }),
  'Item.WarehouseConstraint': view({ Storagelocations: 'storageLocations' }),
  'Item.ItemBom': view({ Items: 'components' }),
  'Item.BomItem': view({ Amount: 'quantity', Position: 'sortNumber' }),
  'Common.AttributeValue': view({ LanguageId: 'languageIso' }),
  'Item.UpdateItem': view({
    SortOrder: 'sortNumber',
    IsAvailableForPricelist: 'priceListActive',
    IsIgnoredForPurchaseProposals: 'ignoreOrderSuggestions',
    Note: 'annotation',
    Descriptions: '.',
    Prices: '.',
    StorageConstraints: '.',
    Bundles: '.',
    Categories: '.',
    ConfigurationGroups: '.',
    Identifiers: '.',
    Measurements: '.',
    ShippingDetails: '.',
    Suppliers: '.',
    UnitPricing: '.',
    OrderingConstraints: '.',
    CrossSellingGroups: '.',
    Variations: '.',
    Features: '.',
    Attributes: '.',
    WarehouseConstraints: '.',
    Bom: '.',
  }),
  'Item.UpdateItemShippingDetails': view({
    DeliveryDaysWhenSoldOut: 'storageOptions.procurementTime',
    HasAutomaticDeliveryDays: 'storageOptions.determineProcurementTimeAutomatically',
    ProcessingTime: 'storageOptions.additionalHandlingTime',
    ReleaseDate: 'releasedOnDate',
  }),
  'Item.CreateNewItem': view<Item>({
    MainCategoryId: {
      read: (item) => item.categories[0]?.categoryId,
      write: (value) => ({ categories: value === null ? [] : [{ categoryId: value }] }),
    },
    SalesPriceNet: 'prices.salesPriceNet',
  }),
  ...alike({
    'Common.SalesChannelDescription': 'Common.PlatformDescription',
    'Common.UpdatePlatformDescription': 'Common.PlatformDescription',
    'Common.UpdateSalesChannelDescription': 'Common.PlatformDescription',
    'Common.CreatePlatformDescription': 'Common.PlatformDescription',
    'Common.CreateSalesChannelDescription': 'Common.PlatformDescription',
    'Common.UpdateDescriptionData': 'Common.DescriptionData',
    'Common.CreateDescriptionData': 'Common.DescriptionData',
    'Common.UpdateAttributeValue': 'Common.AttributeValue',
    'Common.CreateAttributeValue': 'Common.AttributeValue',
    'Item.UpdateItemIdentifiers': 'Item.ItemIdentifiers',
    'Item.UpdateItemDescriptions': 'Item.ItemDescriptions',
    'Item.UpdateItemPrices': 'Item.ItemPrices',
    'Item.UpdateItemStorageConstraints': 'Item.ItemStorageConstraints',
    'Item.UpdateItemBundles': 'Item.ItemBundles',
    'Item.UpdateBundleItem': 'Item.BundleItem',
    'Item.UpdateItemConfigurationGroups': 'Item.ItemConfigurationGroups',
    'Item.UpdateItemCrossSellingGroups': 'Item.ItemCrossSellingGroups',
    'Item.UpdateItemFeatures': 'Item.ItemFeatures',
    'Item.UpdateItemMeasurements': 'Item.ItemMeasurements',
    'Item.UpdateItemOrderingConstraints': 'Item.ItemOrderingConstraints',
    'Item.UpdateOrderingAmount': 'Item.OrderingAmount',
    'Item.UpdateCustomerGroupOrderingConstraint': 'Item.CustomerGroupOrderingConstraint',
    'Item.UpdateItemSuppliers': 'Item.ItemSuppliers',
    'Item.UpdateItemSupplier': 'Item.ItemSupplier',
    'Item.UpdateSupplierPrice': 'Item.SupplierPrice',
    'Item.UpdateItemUnitPricing': 'Item.ItemUnitPricing',
    'Item.UpdateItemWarehouseConstraints': 'Item.ItemWarehouseConstraints',
    'Item.UpdateWarehouseConstraint': 'Item.WarehouseConstraint',
    'Item.UpdateItemBom': 'Item.ItemBom',
    'Item.UpdateBomItem': 'Item.BomItem',
  }),
};

function pricesOfWawi(value: unknown): unknown {
  const { platformId = wawiPlatform, prices } = (value ?? {}) as Draft;
  if (platformId === wawiPlatform) return prices ?? [];
  throw invalid(
    'platformId',
    `The default prices are those of platform ${wawiPlatform} (JTL-Wawi), not ${String(platformId)}; other platforms' prices go by sales channel.`,
  );
}
