import type { Item, Texts } from '../entities/items.ts';
import { merge } from '../merge.ts';
import { textsOf } from '../rules/item-texts.ts';
import { reader } from '../store/order.ts';
import type { TenantData } from '../store/tenant-data.ts';
import { changeItem, createItem } from './items.ts';

/** Options of a request, by name: flags, and groups of flags. */
type Options = Readonly<Record<string, unknown>>;

/** What each option of copying details takes over from the one item to the others; paths into an item. */
const detailFields: Readonly<Record<string, readonly string[]>> = {
  manufacturer: ['manufacturerId'],
  shippingClass: ['shippingClassId'],
  taxClass: ['taxClassId'],
  productGroup: ['productGroupId'],
  basePriceUnit: ['unitPricing'],
  purchaseSettings: ['ignoreOrderSuggestions'],
  minMaxStock: ['storageOptions.globalMinimumStockLevel', 'storageOptions.buffer', 'warehouseConstraints'],
  dimensionsAndWeight: ['dimensions', 'weights'],
  gtin: ['identifiers.gtin'],
  salesPrices: [
    'prices.salesPriceNet',
    'prices.suggestedRetailPrice',
    'prices.ebayPrice',
    'prices.amazonPrice',
    'defaultPrices',
    'salesChannelPrices',
    'customerPrices',
  ],
  purchasePriceNet: ['prices.purchasePriceNet'],
  deliveryOptions: [
    'availabilityId',
    'releasedOnDate',
    'storageOptions.procurementTime',
    'storageOptions.determineProcurementTimeAutomatically',
    'storageOptions.additionalHandlingTime',
  ],
  oversellingSettings: ['allowNegativeStock', 'platformNegativeStocks', 'salesChannelNegativeStocks'],
  attributes: ['attributes'],
  characteristics: ['propertyValueIds'],
  isbn: ['identifiers.isbn'],
  upc: ['identifiers.upc'],
  han: ['identifiers.manufacturerNumber'],
  taricCode: ['taric'],
  hazardNumber: ['dangerousGoods.hazardNo'],
  ownId: ['identifiers.ownIdentifier'],
  unNumber: ['dangerousGoods.unNumber'],
  amazonFsku: ['identifiers.amazonFnsku'],
  originCountry: ['countryOfOrigin'],
  packaging: ['bundles', 'quantities'],
  crossSellingGroupsAndItems: ['crossSellingGroupIds'],
  discountIgnore: ['ignoreDiscounts'],
  itemType: [
    'storageOptions.inventoryManagementActive',
    'storageOptions.splitQuantity',
    'storageOptions.serialNumberItem',
    'storageOptions.serialNumberTracking',
    'storageOptions.subjectToShelfLifeExpirationDate',
    'storageOptions.subjectToBatchItem',
  ],
  responsiblePerson: ['responsiblePersonId'],
  remark: ['annotation'],
  searchTerms: ['searchTerms'],
  priceList: ['priceListActive'],
  allSpecialPrices: ['specialPrices'],
  allOwnFields: ['customFields'],
  picturesAllPlattforms: ['images'],
  partsList: ['components'],
  configurator: ['configurationGroupIds'],
};

/** Options that say whether a list is replaced (0) or added to: option -> the list. */
const listActions: Readonly<Record<string, string>> = {
  attributeSettingCopyAction: 'attributes',
  characteristicSettingCopyAction: 'propertyValueIds',
  crossSellingGroupsAndItemsAction: 'crossSellingGroupIds',
  allOwnFieldsSettingCopyAction: 'customFields',
};

/** What each option of duplicating an item takes over; in groups as requests have them. */
const duplicateFields: Readonly<
  Record<string, readonly string[] | Readonly<Record<string, readonly string[]>>>
> = {
  attributeCopy: ['attributes'],
  configurationsCopy: ['configurationGroupIds'],
  crossSellingCopy: ['crossSellingGroupIds'],
  dataDuplicateOptions: {
    considerManufacturer: ['manufacturerId'],
    considerMinimumPurchaseSettings: ['quantities'],
    considerItemType: detailFields['itemType'] ?? [],
    considerInventoryManagement: ['storageOptions.inventoryManagementActive'],
    considerPackaging: ['bundles'],
    considerBasePriceUnit: ['unitPricing'],
    considerMinMaxInventory: detailFields['minMaxStock'] ?? [],
    considerNonDiscountable: ['ignoreDiscounts'],
    considerProductCompliancePerson: ['responsiblePersonId'],
    considerTaxClass: ['taxClassId'],
    considerShippingClass: ['shippingClassId'],
    considerProductGroup: ['productGroupId'],
  },
  deliveryOptionsCopy: detailFields['deliveryOptions'] ?? [],
  featuresCopy: ['propertyValueIds'],
  identifierDuplicateOptions: {
    considerAmazonFnsku: ['identifiers.amazonFnsku'],
    considerNotes: ['annotation'],
    considerOrderSuggestions: ['ignoreOrderSuggestions'],
    considerEan: ['identifiers.gtin'],
    considerHazardNumber: ['dangerousGoods.hazardNo'],
    considerHan: ['identifiers.manufacturerNumber'],
    considerIncludeInPriceList: ['priceListActive'],
    considerIsbn: ['identifiers.isbn'],
    considerCountryCode: ['countryOfOrigin'],
    considerSearchTerms: ['searchTerms'],
    considerTaricCode: ['taric'],
    considerUnNumber: ['dangerousGoods.unNumber'],
    considerUpc: ['identifiers.upc'],
  },
  massWeightCopy: ['dimensions', 'weights'],
  oversalesCopy: detailFields['oversellingSettings'] ?? [],
  ownFieldsCopy: ['customFields'],
  partListComponentsCopy: ['components'],
  pictureCopy: ['images'],
  purchasePricesCopy: ['prices.purchasePriceNet'],
  salesPricesCopy: detailFields['salesPrices'] ?? [],
  shopDuplicateOptions: { isActive: ['activeSalesChannels', 'isNew', 'isTopItem'] },
  specialpricesCopy: ['specialPrices'],
  textDuplicateOptions: {
    considerDescriptions: ['description', 'shortDescription', 'descriptions'],
    considerMetadata: ['seoMetaDescription', 'seoMetaKeywords', 'seoTitleTag'],
    considerUrlPaths: ['seoPath'],
  },
};

/** An item to be made of another. */
export interface Duplicate {
  itemNumber: string;
  itemName: string;
  isInventoryLeading: boolean;
}

/**
 * Makes new items like one that exists; they share what the options name, and never the SKU.
 * @param options flags and groups of flags as requests have them
 * @param now ISO 8601
 * @throws DomainError `not-found`, `duplicate` for a taken SKU
 */
export function duplicateItem(
  data: TenantData,
  itemId: number,
  duplicates: readonly Duplicate[],
  options: Options,
  now: string,
): Item[] {
  const item = data.get('item', itemId);
  const fields = picked(item, chosenDuplicateFields(options));
  return duplicates.map(({ itemNumber, itemName, isInventoryLeading }) =>
    createItem(
      data,
      merge(fields, {
        sku: itemNumber,
        name: itemName,
        categories: item.categories,
        storageOptions: { inventoryManagementActive: isInventoryLeading },
        ...suppliersFor(item, options),
        ...(options['variationsCopy'] === true ? { variations: withoutIds(item.variations) } : {}),
      }),
      now,
    ),
  );
}

function chosenDuplicateFields(options: Options): string[] {
  return Object.entries(duplicateFields).flatMap(([name, fields]) => {
    const option = options[name];
    if (Array.isArray(fields)) return option === true ? (fields as string[]) : [];
    const group = (option ?? {}) as Options;
    if (group['isActive'] !== true) return [];
    return Object.entries(fields).flatMap(([flag, paths]) =>
      group[flag] === true ? (paths as string[]) : [],
    );
  });
}

function suppliersFor(item: Item, options: Options): object {
  const group = (options['suppliersDuplicateOptions'] ?? {}) as Options;
  if (group['isActive'] !== true) return {};
  return {
    suppliers: item.suppliers.map(({ itemName, sku, ...row }) => ({
      ...row,
      ...(group['keepItemName'] === true && itemName !== undefined ? { itemName } : {}),
      ...(group['keepItemNumber'] === true && sku !== undefined ? { sku } : {}),
    })),
    ...(item.defaultSupplierId === undefined ? {} : { defaultSupplierId: item.defaultSupplierId }),
  };
}

/** Variations and values of a copy are new ones. */
function withoutIds(variations: Item['variations']): object[] {
  return variations.map((variation) =>
    merge(variation, {
      id: null,
      values: variation.values.map((value) => merge(value, { id: null })),
    }),
  );
}

/** What {@link copyDetails} takes over. */
export interface DetailOptions {
  details: Options;
  texts: Options;
  suppliers: Options;
}

/**
 * Takes details of one item over to others.
 * @param now ISO 8601
 * @throws DomainError `not-found`
 */
export function copyDetails(
  data: TenantData,
  fromId: number,
  intoIds: readonly number[],
  { details, texts, suppliers }: DetailOptions,
  now: string,
): Item[] {
  const source = data.get('item', fromId);
  const chosen = Object.entries(detailFields).flatMap(([name, paths]) =>
    details[name] === true ? paths : [],
  );
  const added = new Set(
    Object.entries(listActions)
      .filter(([action]) => typeof details[action] === 'number' && details[action] !== 0)
      .map(([, list]) => list),
  );
  return intoIds.map((id) =>
    changeItem(data, id, now, (item) => {
      const copied = merge(item, picked(source, chosen));
      for (const list of added)
        if (chosen.includes(list))
          Object.assign(copied, { [list]: union(listOf(item, list), listOf(source, list)) });
      return {
        ...merge(copied, copiedTexts(source, texts)),
        ...(details['variations'] === true
          ? { variations: withoutIds(source.variations) as Item['variations'] }
          : {}),
        ...(suppliers['assignedSuppliers'] === true ? { suppliers: source.suppliers } : {}),
      };
    }),
  );
}

const textFlags: Readonly<Record<string, readonly (keyof Texts)[]>> = {
  itemName: ['name'],
  description: ['description', 'shortDescription'],
  metadataSeo: ['seoMetaDescription', 'seoMetaKeywords', 'seoTitleTag'],
  urlPath: ['seoPath'],
};

function copiedTexts(source: Item, options: Options): object {
  const fields: string[] = Object.entries(textFlags).flatMap(([flag, names]) =>
    options[flag] === true ? names : [],
  );
  const kept = <T extends object>(text: T): T =>
    Object.fromEntries(
      Object.entries(text).filter(
        ([field]) =>
          fields.includes(field) ||
          !Object.values(textFlags)
            .flat()
            .includes(field as keyof Texts),
      ),
    ) as T;
  const { translations, salesChannels, platforms } = source.descriptions;
  return {
    ...kept(textsOf(source)),
    ...(options['languageAndOutputWays'] === true
      ? {
          descriptions: {
            translations: translations.map(kept),
            salesChannels: salesChannels.map(kept),
            platforms: platforms.map(kept),
          },
        }
      : {}),
  };
}

/** @returns the fields at the paths, in an object of the same shape */
function picked(item: Item, paths: readonly string[]): object {
  return paths.reduce<object>((result, path) => {
    const value = reader(path)(item);
    if (value === undefined) return result;
    return merge(
      result,
      path
        .split('.')
        .reverse()
        .reduce<unknown>((inner, step) => ({ [step]: inner }), value) as object,
    );
  }, {});
}

function listOf(item: Item, list: string): readonly unknown[] {
  return (item as unknown as Record<string, readonly unknown[]>)[list] ?? [];
}

function union(a: readonly unknown[], b: readonly unknown[]): unknown[] {
  const known = new Set(a.map((one) => JSON.stringify(one)));
  return [...a, ...b.filter((one) => !known.has(JSON.stringify(one)))];
}
