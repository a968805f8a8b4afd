import { packKey } from '../../../../src/wawi/contract/keys.ts';
import { without } from '../../../../src/wawi/store/values/merge.ts';
import { customField } from '../../../contract/preparations.ts';
import type { Scene } from '../request-row.ts';
import {
  attributeValues,
  bomItems,
  bundleItems,
  channel,
  customerPrices,
  identifiers,
  measurements,
  orderingConstraints,
  platform,
  prices,
  someKey,
  storage,
  supplier,
  texts,
  unitPricing,
  warehouses,
} from './item-parts-v2.ts';

const groupPrices = (scene: Scene, net: number): Record<string, unknown> => ({
  customerGroupId: someKey(scene, 'KundenGruppeKey'),
  prices: [
    { fromQuantity: 5, netPrice: net },
    { fromQuantity: 15, reduceStandardPriceByPercent: net },
  ],
});
/** The languages are called by two names in the versions. */
const translated = (more: object, language: string, of: string): Record<string, unknown> => ({
  ...more,
  languageId: language,
  languageIso: language,
  descriptionData: texts(of),
});

/** An image that the item shows. */
async function image(scene: Pick<Scene, 'client' | 'run'>): Promise<Record<string, unknown>> {
  const made = (await scene.run('v1 POST /items/{itemId}/images')) as { ImageId: number };
  return { imageId: packKey('BildKey', made.ImageId), sortNumber: 3, isMainImage: true };
}

export async function item(scene: Scene): Promise<Record<string, unknown>> {
  const { client } = scene;
  const shown = await image(scene);
  const oneSupplier = supplier(scene);
  return {
    isActive: false,
    manufacturerId: someKey(scene, 'HerstellerKey'),
    productGroupId: someKey(scene, 'WarengruppeKey'),
    shippingClassId: someKey(scene, 'VersandklasseKey'),
    sortOrder: 61,
    taxClassId: packKey('SteuerklasseKey', client.row('taxClass', (one) => one.id > 1).id),
    isNew: true,
    isAvailableForPricelist: true,
    includeInPriceList: true,
    isIgnoredForPurchaseProposals: true,
    ignoreOrderSuggestions: true,
    ignoreDiscounts: true,
    countryOfOrigin: 'AT',
    note: 'Notiz 62',
    notes: 'Notiz 62',
    isTopItem: true,
    newInAssortmentDate: '2026-05-06T00:00:00.000Z',
    descriptions: {
      defaultDescriptions: [translated({}, 'DE', 'Standard'), translated({}, 'EN', 'Englisch')],
      salesChannelDescriptions: [translated({ salesChannelId: channel }, 'EN', 'Kanal')],
      platformDescriptions: [translated({ platformId: platform }, 'EN', 'Plattform')],
    },
    prices: {
      ...prices,
      customerPrices: customerPrices(scene),
      defaultPrices: [groupPrices(scene, 18.25)],
      salesChannelPrices: [
        { salesChannelId: channel, customerGroupPrices: [groupPrices(scene, 19.25)], isActive: true },
      ],
    },
    storageConstraints: storage,
    bundles: { bundleItems: bundleItems(scene) },
    categories: { categories: [{ categoryId: someKey(scene, 'KategorieKey') }] },
    identifiers: {
      ...identifiers,
      tariccode: '62034231',
      itemAsins: [{ asin: 'B000000009', isDefault: true }],
      defaultAsin: 'B000000009',
      jfsku: 'JF-10',
    },
    measurements,
    shippingDetails: {
      deliveryDaysWhenSoldOut: 14,
      hasAutomaticDeliveryDays: true,
      processingTime: 2,
      releaseDate: '2026-06-07T00:00:00.000Z',
      availabilityId: someKey(scene, 'LieferstatusKey'),
    },
    suppliers: {
      defaultSupplier: oneSupplier['supplierId'],
      defaultDropshippingSupplier: oneSupplier['supplierId'],
      suppliers: [{ ...oneSupplier, isDropshippingActive: true }],
    },
    unitPricing: unitPricing(scene),
    orderingConstraints: orderingConstraints(scene),
    crossSellingGroups: { groups: [someKey(scene, 'CrossSellingGruppeKey')] },
    features: { features: [{ featureId: someKey(scene, 'MerkmalWertKey') }] },
    attributes: {
      attributes: bothLanguages(attributeValues(scene)),
      values: bothLanguages(attributeValues(scene)),
    },
    warehouseConstraints: { warehouses: warehouses(scene) },
    bom: { items: bomItems(scene) },
    companyId: packKey('FirmaKey', client.row('company').id),
    images: {
      defaultImages: [shown],
      platformImages: [{ platformId: platform, images: [{ ...shown, sortNumber: 4 }] }],
      saleschannelImages: [{ saleschannelId: channel, images: [{ ...shown, sortNumber: 5 }] }],
      ebayImages: [{ ebayAccountId: packKey('EbayUserKey', 1), images: [{ ...shown, sortNumber: 6 }] }],
    },
    customFields: {
      fieldValues: [
        {
          fieldId: packKey('EigenesFeldKey', await customField(scene, 0)),
          value: 'Feldwert 63',
          valueCultureName: 'de-DE',
        },
      ],
    },
    specialPrices: {
      isActive: true,
      startDate: '2026-07-08T00:00:00.000Z',
      endDate: '2026-08-09T00:00:00.000Z',
      isEndDateActive: true,
      minimumStockQuantity: 4,
      isStockRestrictionActive: true,
      salesChannelSpecialPrices: [
        {
          salesChannelId: channel,
          specialPrices: [
            { customerGroupId: someKey(scene, 'KundenGruppeKey'), netPrice: 16.25, isActive: true },
          ],
        },
      ],
    },
    configurationGroups: { items: [{ configurationGroupId: someKey(scene, 'KonfiggruppeKey') }] },
  };
}

/** The languages are called by two names in one version. */
export function bothLanguages(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(bothLanguages);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([name, one]) => [name, bothLanguages(one)] as const);
  const language = entries.find(([name]) => name === 'languageId');
  return Object.fromEntries(language ? [...entries, ['languageIso', language[1]]] : entries);
}

/** The parts of an item that the commands of item details have. */
export function details(all: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const identifiersOf = all['identifiers'] as Record<string, unknown>;
  const { categories, measurements, images, customFields, suppliers, prices: pricesOf } = all;
  return {
    manufacturerId: all['manufacturerId'],
    productGroupId: all['productGroupId'],
    shippingClassId: all['shippingClassId'],
    identifiers: without(identifiersOf, 'itemAsins', 'itemEpids', 'taric'),
    descriptions: withIso(all['descriptions']),
    categories,
    measurements,
    images,
    customFields,
    suppliers,
    prices: pricesOf,
  };
}

/** @returns the value with languages by the one name that the commands of item details have */
function withIso(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withIso);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([name]) => name !== 'languageId');
  return Object.fromEntries(entries.map(([name, one]) => [name, withIso(one)]));
}
