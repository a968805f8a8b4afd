import { isZero, round, subtract, type Decimal } from '../../../store/values/decimal.ts';
import type { Item } from '../schema/items.ts';
import type { ItemMasterEntities } from '../schema/item-master.ts';
import { derivedOfItem } from '../derived.ts';
import { basePrice, profitPercent } from '../rules/item-prices.ts';
import { hasChildren, isComponent } from '../rules/item-relations.ts';
import { defaultLanguage } from '../rules/item-texts.ts';
import { typeView, type TypeViews } from '../../../wire/graphql/type-views.ts';
import type { FieldView, Read } from '../../../wire/views/views.ts';
import { defaultAsin } from './graphql.ts';

/** The name of a record that an item refers to. */
function nameOf(
  kind: 'manufacturer' | 'productGroup' | 'shippingClass' | 'availability' | 'supplier',
  path: keyof Item & string,
): FieldView<Item> {
  return (item, { data }) => {
    const id = item[path] as number | undefined;
    return id === undefined ? undefined : data.of(kind).get(id)?.name;
  };
}

/** The name of a unit or condition in Wawi's default language. */
function germanName(
  kind: 'salesUnit' | 'unitOfMeasurement' | 'condition',
  id: (item: Item) => number | undefined,
): FieldView<Item> {
  return (item, { data }) => {
    const key = id(item);
    if (key === undefined) return undefined;
    const row = data.of(kind).get(key) as ItemMasterEntities[typeof kind] | undefined;
    const names = row === undefined ? [] : 'names' in row ? row.names : row.translations;
    return (names.find((one) => one.languageIso === defaultLanguage) ?? names[0])?.name;
  };
}

function stock(field: 'total' | 'reserved' | 'available'): FieldView<Item> {
  return (item, { data }) => derivedOfItem().stockSummary(data, item.id)[field];
}

const profit = ({ prices }: Item): Decimal => subtract(prices.salesPriceNet, prices.purchasePriceNet);

const activeOn =
  (...types: readonly string[]): Read<Item> =>
  (item) =>
    item.activeSalesChannels.some((channel) => types.includes(channel.split('-', 1)[0] ?? ''));

/** A row of the item list: many fields are computed or come from records that the item refers to. */
export const itemListViewsGraphql: TypeViews = {
  ItemListItem: typeView<'ItemListItem', Item>({
    billOfMaterialsId: (item) => (item.components.length > 0 ? item.id : undefined),
    itemIdForCategoryItemId: 'id',
    unit: germanName('salesUnit', (item) => item.unitPricing.salesUnitId),
    notes: 'annotation',
    gtin: 'identifiers.gtin',
    manufacturerNumber: 'identifiers.manufacturerNumber',
    isbn: 'identifiers.isbn',
    defaultAsin: (item) => defaultAsin(item),
    taricCode: 'taric',
    upc: 'identifiers.upc',
    unNumber: 'dangerousGoods.unNumber',
    hazardNumber: 'dangerousGoods.hazardNo',
    amazonFnsku: 'identifiers.amazonFnsku',
    jfsku: 'identifiers.jfsku',
    manufacturerName: nameOf('manufacturer', 'manufacturerId'),
    deliveryStatus: nameOf('availability', 'availabilityId'),
    isDeliveryTimeAutomatic: 'storageOptions.determineProcurementTimeAutomatically',
    manualDeliveryTimeDays: 'storageOptions.procurementTime',
    width: 'dimensions.width',
    height: 'dimensions.height',
    length: 'dimensions.length',
    shippingWeight: 'weights.shippingWeight',
    weight: 'weights.itemWeight',
    createdDate: 'added',
    modifiedDate: 'changed',
    modifiedTimestamp: 'changed',
    releaseDate: 'releasedOnDate',
    lastPurchaseDate: (item, { data }) => derivedOfItem().purchaseSummary(data, item.id).lastPurchase,
    salesPriceNet: 'prices.salesPriceNet',
    salesPriceGross: ({ prices, taxClassId }, { data }) =>
      round(derivedOfItem().domesticGross(data, prices.salesPriceNet, taxClassId)),
    suggestedRetailPrice: 'prices.suggestedRetailPrice',
    averagePurchasePriceNet: 'prices.purchasePriceNet',
    lastPurchasePrice: 'prices.purchasePriceNet',
    amazonPrice: 'prices.amazonPrice',
    ebayPrice: 'prices.ebayPrice',
    profit: (item) => profit(item),
    profitPercent: (item) => profitPercent(item.prices.salesPriceNet, profit(item)),
    specialPriceStatus: (item) => (item.specialPrices.isActive ? 1 : 0),
    basePriceValue: (item) => basePrice(item),
    basePriceUnit: germanName('unitOfMeasurement', (item) => item.unitPricing.basePriceReferenceUnitId),
    measurementUnit: germanName('unitOfMeasurement', (item) => item.unitPricing.innerQuantityUnitId),
    stockTotal: stock('total'),
    stockOwn: stock('total'),
    stockIncoming: (item, { data }) => derivedOfItem().purchaseSummary(data, item.id).incoming,
    stockInOrders: (item, { data }) => derivedOfItem().quantityInOrders(data, item.id),
    stockAvailable: stock('available'),
    stockReservedTotal: stock('reserved'),
    minimumOrderQuantity: 'quantities.minimumOrderQuantity',
    purchaseInterval: 'quantities.permissibleOrderQuantity',
    buffer: 'storageOptions.buffer',
    minimumStock: 'storageOptions.globalMinimumStockLevel',
    isInventoryManagementActive: 'storageOptions.inventoryManagementActive',
    isDivisible: 'storageOptions.splitQuantity',
    hasBatch: 'storageOptions.subjectToBatchItem',
    hasBestBeforeDate: 'storageOptions.subjectToShelfLifeExpirationDate',
    isSerialNumberManaged: 'storageOptions.serialNumberItem',
    serialNumberTrackingMode: ({ storageOptions }) => serialNumberMode(storageOptions),
    isOnPriceList: 'priceListActive',
    isBillOfMaterials: (item) => item.components.length > 0,
    isBillOfMaterialsComponent: (item, { data }) => isComponent(data, item.id),
    isVariationParent: (item, { data }) => hasChildren(data, item.id),
    isVariationChild: (item) => item.parentItemId !== undefined,
    hasMinimumStock: (item) => !isZero(item.storageOptions.globalMinimumStockLevel),
    isBlockedForOrderSuggestions: 'ignoreOrderSuggestions',
    isShopActive: activeOn('2'),
    isFulfillmentActive: activeOn('6'),
    conditionName: germanName('condition', (item) => item.conditionId),
    taxClassName: (item, { data }) =>
      item.taxClassId === undefined ? undefined : data.of('taxClass').get(item.taxClassId)?.name,
    productGroupName: nameOf('productGroup', 'productGroupId'),
    defaultSupplier: nameOf('supplier', 'defaultSupplierId'),
    shippingClassName: nameOf('shippingClass', 'shippingClassId'),
    defaultImageId: (item) =>
      (item.images.defaults.find((use) => use.isMainImage) ?? item.images.defaults[0])?.imageId,
    additionalProcessingTime: 'storageOptions.additionalHandlingTime',
    metaDescription: 'seoMetaDescription',
    titleTag: 'seoTitleTag',
    metaKeywords: 'seoMetaKeywords',
  }),
  ItemTypeListItem: typeView<'ItemTypeListItem', Item>({
    isStockItem: 'storageOptions.inventoryManagementActive',
    hasStock: (item, { data }) => !isZero(derivedOfItem().stockSummary(data, item.id).total),
    isSerialNumberItem: 'storageOptions.serialNumberItem',
    isDivisibleStock: 'storageOptions.splitQuantity',
    stockHasExpirationDate: 'storageOptions.subjectToShelfLifeExpirationDate',
    stockIsBatch: 'storageOptions.subjectToBatchItem',
    isBillOfMaterials: (item) => item.components.length > 0,
    isBillOfMaterialsComponent: (item, { data }) => isComponent(data, item.id),
    isVariationCombinationParent: (item, { data }) => hasChildren(data, item.id),
    isVariationCombinationChild: (item) => item.parentItemId !== undefined,
    hasVariations: (item) => item.variations.length > 0,
    hasConfigurationGroup: (item) => item.configurationGroupIds.length > 0,
  }),
};

/** @returns `SerialNumberTrackingMode` by number: 0 none, 1 when goods leave, 2 also when they come in, 3 always */
function serialNumberMode(options: Item['storageOptions']): number {
  if (options.serialNumberTracking) return 3;
  if (!options.serialNumberItem) return 0;
  return options.serialNumbersInbound === true ? 2 : 1;
}
