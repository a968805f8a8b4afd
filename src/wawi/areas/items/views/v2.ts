import type { Item } from '../schema/items.ts';
import { invalid } from '../../../store/errors.ts';
import { suppliersOf } from '../rules/item-suppliers.ts';
import { wawiPlatform } from '../rules/item-texts.ts';
import type { Draft } from '../../../wire/views/draft-reader.ts';
import { alike, wrappedIds } from '../../../wire/views/list-fields.ts';
import { v2View, type V2Views } from '../../../wire/rest/schema-views.ts';
import { defaultDescription, platformDescriptions } from './v2-texts.ts';

/** The parts of an item that v2 reads and changes one by one; each gathers its fields from the item itself. */
export const itemViewsV2: V2Views = {
  'Item.ItemResponse': v2View<'Item.ItemResponse'>({ ItemId: 'id' }),
  'Item.ItemIdentifiers': v2View<'Item.ItemIdentifiers'>({
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
  'Item.ItemDescriptions': v2View<'Item.ItemDescriptions'>({
    DefaultDescription: defaultDescription,
    SalesChannelDescriptions: 'descriptions.salesChannels',
    PlatformDescriptions: platformDescriptions,
  }),
  'Common.PlatformDescription': v2View<'Common.PlatformDescription'>({
    LanguageId: 'languageIso',
    DescriptionData: '.',
  }),
  'Common.DescriptionData': v2View<'Common.DescriptionData'>({
    ItemName: 'name',
    MetaDescription: 'seoMetaDescription',
    MetaKeywords: 'seoMetaKeywords',
    TitleTag: 'seoTitleTag',
    UrlPath: 'seoPath',
  }),
  'Item.ItemPrices': v2View<'Item.ItemPrices', Item>({
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
  'Item.ItemStorageConstraints': v2View<'Item.ItemStorageConstraints', Item>({
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
  'Item.ItemBundles': v2View<'Item.ItemBundles'>({ BundleItems: 'bundles' }),
  'Item.BundleItem': v2View<'Item.BundleItem'>({ BundleId: 'id' }),
  'Item.ItemConfigurationGroups': v2View<'Item.ItemConfigurationGroups', Item>({
    Items: wrappedIds<Item>('configurationGroupIds', 'configurationGroupId'),
  }),
  'Item.ItemCrossSellingGroups': v2View<'Item.ItemCrossSellingGroups'>({ Groups: 'crossSellingGroupIds' }),
  'Item.ItemFeatures': v2View<'Item.ItemFeatures'>({ Features: 'propertyValueIds' }),
  'Item.ItemMeasurements': v2View<'Item.ItemMeasurements'>({
    Height: 'dimensions.height',
    Length: 'dimensions.length',
    Width: 'dimensions.width',
    ShippingWeight: 'weights.shippingWeight',
    Weight: 'weights.itemWeight',
  }),
  'Item.ItemOrderingConstraints': v2View<'Item.ItemOrderingConstraints'>({
    DefaultOrderingConstraint: 'quantities',
    CustomerGroupOrderingConstraints: 'quantities.minimumPurchaseQuantityForCustomerGroup',
  }),
  'Item.OrderingAmount': v2View<'Item.OrderingAmount'>({ PurchaseIncrement: 'permissibleOrderQuantity' }),
  'Item.CustomerGroupOrderingConstraint': v2View<
    'Item.CustomerGroupOrderingConstraint',
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
  'Item.ItemSuppliers': v2View<'Item.ItemSuppliers', Item>({
    DefaultSupplier: 'defaultSupplierId',
    DefaultDropshippingSupplier: 'defaultDropshippingSupplierId',
    Suppliers: { read: (item, { data }) => suppliersOf(data, item), write: 'suppliers' },
  }),
  'Item.ItemSupplier': v2View<'Item.ItemSupplier'>({
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
  'Item.SupplierPrice': v2View<'Item.SupplierPrice'>({
    NetPrice: 'purchasePriceNet',
    PercentageDiscount: 'reduceStandardPriceByPercent',
  }),
  'Item.ItemUnitPricing': v2View<'Item.ItemUnitPricing'>({
    SalesUnitId: 'unitPricing.salesUnitId',
    InnerQuantity: 'unitPricing.innerQuantity',
    InnerQuantityUnitId: 'unitPricing.innerQuantityUnitId',
    IsBasePriceDeclared: 'unitPricing.isBasePriceDeclared',
    BasePriceReferenceUnitId: 'unitPricing.basePriceReferenceUnitId',
    BasePriceReferenceAmount: 'unitPricing.basePriceReferenceAmount',
  }),
  'Item.ItemWarehouseConstraints': v2View<'Item.ItemWarehouseConstraints'>({
    Warehouses: 'warehouseConstraints',
  }),
  'Item.WarehouseConstraint': v2View<'Item.WarehouseConstraint'>({ Storagelocations: 'storageLocations' }),
  'Item.ItemBom': v2View<'Item.ItemBom'>({ Items: 'components' }),
  'Item.BomItem': v2View<'Item.BomItem'>({ Amount: 'quantity', Position: 'sortNumber' }),
  'Common.AttributeValue': v2View<'Common.AttributeValue'>({ LanguageId: 'languageIso' }),
  'Item.UpdateItem': v2View<'Item.UpdateItem'>({
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
  'Item.UpdateItemShippingDetails': v2View<'Item.UpdateItemShippingDetails'>({
    DeliveryDaysWhenSoldOut: 'storageOptions.procurementTime',
    HasAutomaticDeliveryDays: 'storageOptions.determineProcurementTimeAutomatically',
    ProcessingTime: 'storageOptions.additionalHandlingTime',
    ReleaseDate: 'releasedOnDate',
  }),
  'Item.CreateNewItem': v2View<'Item.CreateNewItem', Item>({
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
