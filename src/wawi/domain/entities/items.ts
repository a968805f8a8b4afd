import type { Decimal } from '../decimal.ts';
import type { EntityKind } from '../store/collection.ts';
import type { CustomFieldValue } from './shared.ts';

/** What a customer reads about an item in one language; `salesChannelId` absent: Wawi's own text. */
export interface ItemDescription {
  languageIso: string;
  salesChannelId?: string;
  name?: string;
  description?: string;
  shortDescription?: string;
  seoPath?: string;
  seoMetaDescription?: string;
  seoTitleTag?: string;
  seoMetaKeywords?: string;
}

/** An article. Money and quantities are exact decimals; `changed` moves with every write. */
export interface Item {
  readonly id: number;
  sku: string;
  /** Name and texts in Wawi's default language; other languages and channels are in `descriptions`. */
  name: string;
  description?: string;
  shortDescription?: string;
  seoPath?: string;
  seoMetaDescription?: string;
  seoTitleTag?: string;
  seoMetaKeywords?: string;
  descriptions: ItemDescription[];
  manufacturerId?: number;
  responsiblePersonId?: number;
  isActive: boolean;
  categories: { categoryId: number }[];
  identifiers: {
    gtin?: string;
    manufacturerNumber?: string;
    isbn?: string;
    upc?: string;
    amazonFnsku?: string;
    asins: string[];
    ownIdentifier?: string;
    jfsku?: string;
  };
  components: { itemId: number; quantity: Decimal; sortNumber: number; notes?: string }[];
  parentItemId?: number;
  prices: {
    salesPriceNet: Decimal;
    suggestedRetailPrice: Decimal;
    purchasePriceNet: Decimal;
    ebayPrice: Decimal;
    amazonPrice: Decimal;
  };
  /** Ids of the sales channels the item is active on, such as `2-2-1`. */
  activeSalesChannels: string[];
  sortNumber: number;
  annotation?: string;
  /** ISO 8601. */
  added: string;
  changed: string;
  releasedOnDate?: string;
  storageOptions: {
    inventoryManagementActive: boolean;
    splitQuantity: boolean;
    globalMinimumStockLevel: Decimal;
    buffer: number;
    serialNumberItem: boolean;
    serialNumberTracking: boolean;
    subjectToShelfLifeExpirationDate: boolean;
    subjectToBatchItem: boolean;
    procurementTime: number;
    determineProcurementTimeAutomatically: boolean;
    additionalHandlingTime: number;
  };
  countryOfOrigin?: string;
  conditionId?: number;
  shippingClassId?: number;
  productGroupId?: number;
  taxClassId?: number;
  /** Centimetres. */
  dimensions: { length: Decimal; width: Decimal; height: Decimal };
  /** Kilograms. */
  weights: { itemWeight: Decimal; shippingWeight: Decimal };
  allowNegativeStock: boolean;
  quantities: {
    minimumOrderQuantity: Decimal;
    permissibleOrderQuantity: Decimal;
    minimumPurchaseQuantityForCustomerGroup: {
      customerGroupId: number;
      permissibleOrderQuantity: Decimal;
      minimumPurchaseQuantity: Decimal;
      isActive: boolean;
    }[];
  };
  dangerousGoods: { unNumber?: string; hazardNo?: string };
  taric?: string;
  searchTerms?: string;
  priceListActive: boolean;
  ignoreDiscounts: boolean;
  availabilityId?: number;
  customFields: CustomFieldValue[];
}

export interface Category {
  readonly id: number;
  name: string;
  description?: string;
  parentCategoryId?: number;
  sortNumber: number;
  activeSalesChannels: string[];
}

export interface Manufacturer {
  readonly id: number;
  name: string;
  description?: string;
  homepage?: string;
  sortNumber: number;
  metaTitle?: string;
  metaKeywords?: string;
  metaDescription?: string;
}

export interface Named {
  readonly id: number;
  name: string;
}

export interface ItemEntities {
  item: Item;
  category: Category;
  manufacturer: Manufacturer;
  productGroup: Named;
  shippingClass: Named;
  availability: Named;
}

export const itemKinds: { [N in keyof ItemEntities]: EntityKind<ItemEntities[N]> } = {
  item: {
    key: 'ArtikelKey',
    label: 'item',
    unique: ['sku'],
    references: {
      manufacturerId: 'manufacturer',
      'categories[].categoryId': 'category',
      'components[].itemId': 'item',
      parentItemId: 'item',
      shippingClassId: 'shippingClass',
      productGroupId: 'productGroup',
      availabilityId: 'availability',
      taxClassId: 'taxClass',
    },
  },
  category: { key: 'KategorieKey', label: 'category', references: { parentCategoryId: 'category' } },
  manufacturer: { key: 'HerstellerKey', label: 'manufacturer', unique: ['name'] },
  productGroup: { key: 'WarengruppeKey', label: 'product group' },
  shippingClass: { key: 'VersandklasseKey', label: 'shipping class' },
  availability: { key: 'LieferstatusKey', label: 'availability' },
};
