import { decimal, one, zero, type Decimal } from '../../../store/values/decimal.ts';
import type {
  FurtherTexts,
  GroupPrices,
  Item,
  ItemSupplier,
  LocalTexts,
  ScalePrice,
  SupplierScalePrice,
} from '../schema/items.ts';
import type { Variation, VariationValue } from '../schema/variations.ts';
import type { Merged } from '../../../store/values/merge.ts';
import { wawiChannel, wawiPlatform } from './item-texts.ts';
import { languageInCapitals } from '../../master-data/rules/text-languages.ts';

const freshFields: Omit<Item, 'id' | 'added' | 'changed'> = {
  sku: '',
  name: '',
  descriptions: { translations: [], salesChannels: [], platforms: [] },
  isActive: true,
  isNew: false,
  isTopItem: false,
  ignoreOrderSuggestions: false,
  categories: [],
  identifiers: { asins: [], epids: [] },
  components: [],
  bundles: [],
  variationValueIds: [],
  variations: [],
  prices: {
    salesPriceNet: zero,
    suggestedRetailPrice: zero,
    purchasePriceNet: zero,
    ebayPrice: zero,
    amazonPrice: zero,
  },
  defaultPrices: [],
  salesChannelPrices: [],
  customerPrices: [],
  specialPrices: { isActive: false, endDateActive: false, tillAmountActive: false, prices: [] },
  activeSalesChannels: [],
  sortNumber: 0,
  storageOptions: {
    inventoryManagementActive: true,
    splitQuantity: false,
    globalMinimumStockLevel: zero,
    buffer: 0,
    serialNumberItem: false,
    serialNumberTracking: false,
    subjectToShelfLifeExpirationDate: false,
    subjectToBatchItem: false,
    procurementTime: 0,
    determineProcurementTimeAutomatically: false,
    additionalHandlingTime: 0,
  },
  dimensions: { length: zero, width: zero, height: zero },
  weights: { itemWeight: zero, shippingWeight: zero },
  allowNegativeStock: false,
  platformNegativeStocks: [],
  salesChannelNegativeStocks: [],
  quantities: {
    minimumOrderQuantity: zero,
    permissibleOrderQuantity: zero,
    minimumPurchaseQuantityForCustomerGroup: [],
  },
  dangerousGoods: {},
  priceListActive: false,
  ignoreDiscounts: false,
  unitPricing: { innerQuantity: zero, isBasePriceDeclared: false, basePriceReferenceAmount: zero },
  warehouseConstraints: [],
  suppliers: [],
  configurationGroupIds: [],
  crossSellingGroupIds: [],
  propertyValueIds: [],
  attributes: [],
  images: { defaults: [], platforms: [], salesChannels: [], ebay: [] },
  customFields: [],
};

/**
 * The values a fresh item has in Wawi; also what a cleared field falls back to.
 * @param now ISO 8601
 */
export function freshItem(now: string): Omit<Item, 'id'> {
  return { ...freshFields, added: now, changed: now };
}

type SupplierDraft = Pick<ItemSupplier, 'supplierId'> &
  Partial<Omit<ItemSupplier, 'scalePrices'>> & { scalePrices?: Partial<SupplierScalePrice>[] };

/** @returns a special price, inactive where no price is given (GraphQL 2.0, CreateItemCustomerGroupSpecialPriceInput) */
export function completeSpecialPrice<T extends { netPrice?: Decimal | null; isActive: boolean }>(
  given: T,
): Omit<T, 'netPrice'> & { netPrice?: Decimal } {
  const { netPrice, ...fields } = given;
  return netPrice === undefined || netPrice === null
    ? { ...fields, isActive: false }
    : { ...fields, netPrice };
}

/** @returns a supplier's row with Wawi's values for missing fields */
export function completeSupplier(given: SupplierDraft): ItemSupplier {
  const { scalePrices = [], ...rest } = given;
  return {
    purchasePriceNet: zero,
    deliveryTime: 0,
    useSupplierDeliveryTime: false,
    isDropshipping: false,
    mergeStockLevel: false,
    ...rest,
    taxRate: exact(given.taxRate),
    minimumPurchaseQuantity: exact(given.minimumPurchaseQuantity),
    permissibleOrderQuantity: exact(given.permissibleOrderQuantity),
    stocklevel: exact(given.stocklevel),
    amountPackagingUnit: exact(given.amountPackagingUnit, one),
    scalePrices: scalePrices.map((price) => ({
      purchasePriceNet: zero,
      reduceStandardPriceByPercent: zero,
      ...price,
      fromQuantity: exact(price.fromQuantity),
      // v1 has no flag: a share off without a price of its own is a percentage.
      usePercentageDiscount:
        price.usePercentageDiscount ??
        (price.reduceStandardPriceByPercent !== undefined && price.purchasePriceNet === undefined),
    })),
  };
}

/** Languages are kept in capitals, as Wawi writes them. */
export function completeTexts({ translations, salesChannels, platforms }: FurtherTexts): FurtherTexts {
  const inCapitals = <T extends LocalTexts>(text: T): T => ({
    ...text,
    languageIso: languageInCapitals(text.languageIso, 'descriptions'),
  });
  return {
    translations: translations.map(inCapitals),
    salesChannels: salesChannels.map(inCapitals),
    platforms: platforms.map(inCapitals),
  };
}

export function completeScale(prices: readonly Partial<ScalePrice>[] = []): ScalePrice[] {
  return prices.map((price) => ({
    fromQuantity: 1,
    netPrice: zero,
    reduceStandardPriceByPercent: zero,
    ...price,
  }));
}

export function completeGroupPrices(
  group: Pick<GroupPrices, 'customerGroupId'> & Partial<GroupPrices>,
): GroupPrices {
  return { ...group, prices: completeScale(group.prices) };
}

type ChannelPrices = Item['salesChannelPrices'][number];

export function completeChannelPrices(
  channel: Pick<ChannelPrices, 'salesChannelId'> & Partial<ChannelPrices>,
): ChannelPrices {
  return { isActive: true, ...channel, prices: (channel.prices ?? []).map(completeGroupPrices) };
}

/** @param nextId gives ids to variations that have none */
export function completeVariation(
  given: Partial<Variation>,
  position: number,
  nextId: (sequence: 'variation' | 'variationValue') => number,
): Variation {
  const translations = given.translations ?? [];
  return {
    type: 1,
    sortNumber: position,
    ...given,
    id: given.id || nextId('variation'),
    name: given.name ?? translations[0]?.name ?? '',
    translations,
    values: (given.values ?? []).map((value, n) => completeVariationValue(value, n, nextId)),
  };
}

export function completeVariationValue(
  given: Merged<VariationValue>,
  position: number,
  nextId: (sequence: 'variationValue') => number,
): VariationValue {
  const { platformSurcharges, salesChannelSurcharges, ...fields } = given;
  const translations = given.translations ?? [];
  return {
    sortNumber: position,
    weightOffset: zero,
    defaultSurchargeNet: zero,
    ...fields,
    ...(platformSurcharges
      ? { platformSurcharges: { platformId: wawiPlatform, surcharges: [], ...platformSurcharges } }
      : {}),
    ...(salesChannelSurcharges
      ? {
          salesChannelSurcharges: {
            salesChannelId: wawiChannel,
            surcharges: [],
            isActive: true,
            ...salesChannelSurcharges,
          },
        }
      : {}),
    id: given.id || nextId('variationValue'),
    name: given.name ?? translations[0]?.name ?? '',
    translations,
  };
}

type Bundle = Item['bundles'][number];

export function completeBundle(bundle: Partial<Bundle>): Omit<Bundle, 'id'> {
  return { quantity: one, ...bundle };
}

type Component = Item['components'][number];

export function completeComponent(
  component: Pick<Component, 'itemId' | 'quantity'> & Partial<Component>,
  position: number,
): Component {
  return { sortNumber: position, ...component };
}

type WarehouseConstraint = Item['warehouseConstraints'][number];

export function completeWarehouse(
  constraint: Pick<WarehouseConstraint, 'warehouseId'> & Partial<WarehouseConstraint>,
): WarehouseConstraint {
  return { minStock: zero, maxStock: zero, storageLocations: [], ...constraint };
}

type GroupQuantity = Item['quantities']['minimumPurchaseQuantityForCustomerGroup'][number];

export function completeGroupQuantity(
  group: Pick<GroupQuantity, 'customerGroupId'> & Partial<GroupQuantity>,
): GroupQuantity {
  return { permissibleOrderQuantity: zero, minimumPurchaseQuantity: zero, isActive: true, ...group };
}

/** Some versions of the contract count in whole numbers what others count in decimals. */
function exact(value: Decimal | number | undefined, otherwise = zero): Decimal {
  return value === undefined ? otherwise : decimal(value);
}
