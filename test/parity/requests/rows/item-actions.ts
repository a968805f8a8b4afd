import { packKey } from '../../../../src/wawi/contract/keys.ts';
import { otherItem, plainItem } from '../../../contract/fixture-rows.ts';
import { variationValue } from '../../../contract/preparations.ts';
import { idAt } from '../../../contract/arrangement-context.ts';
import type { Read, RequestRow, Scene } from '../request-row.ts';
import { channel, platform, someKey, supplier } from './item-parts-v2.ts';

/** @returns options by their names, all of them chosen */
function chosen(names: string): Record<string, boolean> {
  return Object.fromEntries(names.split(' ').map((name) => [name, true]));
}
/** How lists are copied: 0 replaces them. */
function replacing(names: string): Record<string, number> {
  return Object.fromEntries(names.split(' ').map((name) => [name, 0]));
}

const details = {
  ...chosen(
    'manufacturer shippingClass taxClass productGroup basePriceUnit purchaseSettings minMaxStock dimensionsAndWeight gtin ' +
      'salesPrices purchasePriceNet deliveryOptions oversellingSettings attributes characteristics isbn upc han taricCode ' +
      'hazardNumber ownId unNumber amazonFsku originCountry packaging crossSellingGroupsAndItems discountIgnore itemType ' +
      'responsiblePerson remark searchTerms priceList orderProcess allSpecialPrices mediaFiles downloadFiles uploadFiles ' +
      'allOwnFields picturesAllPlattforms variations partsList configurator',
  ),
  ...replacing(
    'attributeSettingCopyAction characteristicSettingCopyAction crossSellingGroupsAndItemsAction mediaFilesSettingCopyAction ' +
      'downloadFilesSettingCopyAction uploadFilesSettingCopyAction allOwnFieldsSettingCopyAction pictureSettingCopyAction',
  ),
};
const copiedTexts = chosen('languageAndOutputWays itemName description metadataSeo urlPath');
const copiedSuppliers = {
  ...chosen('assignedSuppliers itemNameOfSupplier itemNumberOfSupplier'),
  artikelSettingCopyAction: 0,
};
const source = ({ client }: Scene): string => packKey('ArtikelKey', plainItem(client));
const target = ({ client }: Scene): string => packKey('ArtikelKey', otherItem(client));
const isActive = { isActive: true };
const newItem = {
  referenceNumber: 1,
  itemNumber: 'SKU-77008',
  itemName: 'Duplikat 1',
  isInventoryLeading: true,
};

/** The made item; the tests of duplicates check what each option copies. */
function duplicateIn(list: string, { sku, name }: { sku: string; name: string }): Read {
  return {
    by: 'v2 GET /items/{Id}',
    values: (_scene, answer) => {
      const { value, createdItems = value } = answer as { value?: string[]; createdItems?: string[] };
      return { id: createdItems?.[0] ?? '' };
    },
    only: { [list]: true },
    names: {
      [`${list}.${sku}`]: 'identifiers.sku',
      [`${list}.${name}`]: 'descriptions.defaultdescriptions.descriptiondata.itemname',
      [`${list}.isinventoryleading`]: 'storageconstraints.isinventorymanagementactive',
    },
    hidden: { [`${list}.referencenumber`]: 'a number that relates the request to its answer' },
  };
}

function unusedProperty({ client }: Scene): Record<string, unknown> {
  const { propertyValueIds } = client.data.get('item', plainItem(client));
  return { PropertyValueId: client.row('propertyValue', (one) => !propertyValueIds.includes(one.id)).id };
}

function freeSupplier({ client }: Scene): string {
  const taken = client.data.get('item', plainItem(client)).suppliers.map((one) => one.supplierId);
  return packKey('LieferantKey', client.row('supplier', (one) => !taken.includes(one.id)).id);
}

async function newVariation(scene: Scene): Promise<Record<string, unknown>> {
  const made = await scene.run('v1 POST /items/{itemId}/variations');
  return { variationId: packKey('VariationKey', idAt(made, 'VariationKey', 'id')) };
}

export const itemActions: RequestRow[] = [
  {
    operation: 'v1 POST /items/{itemId}/properties',
    minimal: unusedProperty,
    full: unusedProperty,
    reads: [
      { by: 'v1 GET /items/{itemId}/properties', names: { propertyvalueid: 'properties.propertyvalueid' } },
    ],
  },
  {
    operation: 'v1 POST /items/{itemId}/children/{childItemId}',
    values: ({ client }) => ({ itemid: String(plainItem(client)), childitemid: String(otherItem(client)) }),
    minimal: async (scene) => [await variationValue(scene, plainItem(scene.client))],
    full: async (scene) => [await variationValue(scene, plainItem(scene.client))],
    reads: [],
    unread: 'the values say what the child stands for; its parent shows in the child',
  },
  {
    operation: 'v2 POST /itemdetails/suppliers/add',
    minimal: (scene) => ({
      itemId: source(scene),
      itemSupplier: { supplierId: freeSupplier(scene) },
    }),
    full: (scene) => ({
      itemId: source(scene),
      itemSupplier: {
        ...supplier(scene),
        supplierId: freeSupplier(scene),
        isDropshippingActive: true,
        packageUnit: 'Palette 6',
      },
    }),
    reads: [
      {
        by: 'v2 GET /items/{itemid}/suppliers',
        values: (scene) => ({ itemid: source(scene) }),
        names: {
          itemsupplier: 'suppliers',
          'itemsupplier.packageunit': 'suppliers.packageunitdescription',
        },
        hidden: { itemid: 'the path names the item' },
      },
    ],
  },
  {
    operation: 'v2 POST /items/copy-item',
    minimal: (scene) => ({
      itemKey: source(scene),
      receivingItemsForDetailCopys: { itemKeys: [target(scene)] },
    }),
    full: (scene) => ({
      executeWorkflows: true,
      itemKey: source(scene),
      receivingItemsForDetailCopys: { itemKeys: [target(scene)] },
      copyDetailsOptions: details,
      copyItemDetailsDescription: copiedTexts,
      copyItemDetailsSuppliers: copiedSuppliers,
      copyItemDetailsScx: {
        ...chosen('salesChannelCategories salesChannelFieldValues'),
        shopsToConsider: [channel],
      },
    }),
    reads: [
      {
        by: 'answer',
        only: { receivingitemsfordetailcopys: true },
        names: { receivingitemsfordetailcopys: '', 'receivingitemsfordetailcopys.itemkeys': 'itemkeys' },
      },
    ],
  },
  {
    operation: 'v2 POST /items/{CopyDetailsFromItemId}/copy',
    values: (scene) => ({ copydetailsfromitemid: packKey('ArtikelKey', plainItem(scene.client)) }),
    minimal: (scene) => ({ copyDetailsIntoItemIds: [target(scene)], copyOptions: {} }),
    full: (scene) => ({
      copyDetailsIntoItemIds: [target(scene)],
      copyOptions: details,
      copyItemDetailsDescription: copiedTexts,
      copyItemDetailsSuppliers: copiedSuppliers,
    }),
    reads: [
      {
        by: 'answer',
        only: { copydetailsintoitemids: true },
        names: { copydetailsintoitemids: 'itemkeys' },
      },
    ],
  },
  {
    operation: 'v2 POST /items/duplicate-item',
    minimal: (scene) => ({
      executeWorkflows: false,
      itemKey: source(scene),
      newItems: [newItem],
    }),
    full: (scene) => ({
      executeWorkflows: true,
      itemKey: source(scene),
      newItems: [newItem],
      ...chosen(
        'attributeCopy configurationsCopy crossSellingCopy deliveryOptionsCopy downloadFilesCopy featuresCopy ' +
          'massWeightCopy mediaDataCopy oversalesCopy ownFieldsCopy partListComponentsCopy pictureCopy ' +
          'purchasePricesCopy salesPricesCopy specialpricesCopy uploadDataCopy variationsCopy',
      ),
      dataDuplicateOptions: chosen(
        'isActive considerManufacturer considerMinimumPurchaseSettings considerItemType considerInventoryManagement ' +
          'considerPackaging considerBasePriceUnit considerMinMaxInventory considerNonDiscountable ' +
          'considerProductCompliancePerson considerTaxClass considerShippingClass considerProductGroup',
      ),
      identifierDuplicateOptions: chosen(
        'isActive considerAmazonFnsku considerNotes considerOrderSuggestions considerEan considerHazardNumber ' +
          'considerHan considerIncludeInPriceList considerIsbn considerCountryCode considerSeries considerSearchTerms ' +
          'considerTaricCode considerUnNumber considerUpc',
      ),
      scxDuplicateOptions: {
        ...chosen('isActive considerEveryShop considerCategoryMappings considerSalesChannelFieldValues'),
        shopsToConsider: [channel],
      },
      shopDuplicateOptions: chosen('isActive considerHighlightOptions'),
      suppliersDuplicateOptions: chosen('isActive keepItemName keepItemNumber'),
      textDuplicateOptions: chosen(
        'isActive considerDescriptions considerMetadata considerNames considerUrlPaths',
      ),
    }),
    reads: [duplicateIn('newitems', { sku: 'itemnumber', name: 'itemname' })],
  },
  {
    operation: 'v2 POST /items/{DuplicateItemId}/duplicate',
    values: (scene) => ({ duplicateitemid: packKey('ArtikelKey', plainItem(scene.client)) }),
    minimal: () => ({ duplicatesToCreate: [{ sku: 'SKU-77008', name: 'Duplikat 1' }] }),
    full: () => ({
      duplicatesToCreate: [{ sku: 'SKU-77008', name: 'Duplikat 1' }],
      executeItemCreatedWorkflowOnCreation: true,
      itemDuplicationOptions: {
        oversalesDuplicationOptions: isActive,
        attributesDuplicationOptions: isActive,
        imagesDuplicationOptions: isActive,
        downloadFilesDuplicationOptions: isActive,
        uploadFilesDuplicationOptions: isActive,
        mediaFilesDuplicationOptions: isActive,
        characteristicsDuplicationOptions: isActive,
        bomDuplicationOptions: isActive,
        variationsDuplicationOptions: isActive,
        configurationsDuplicationOptions: isActive,
        descriptionsDuplicationOptions: chosen(
          'isActive considerDescriptions considerMetadata considerUrlPaths considerNames',
        ),
        crossSellingDuplicationOptions: isActive,
        customFieldsDuplicationOptions: isActive,
        purchasePricesDuplicationOptions: isActive,
        identifiersDuplicationOptions: chosen(
          'isActive considerEan considerIsbn considerUpc considerHan considerTaricCode considerCountryCode ' +
            'considerHazardNumber considerSeries',
        ),
      },
    }),
    reads: [duplicateIn('duplicatestocreate', { sku: 'sku', name: 'name' })],
  },
  {
    operation: 'v2 POST /items/{itemId}/sales-channels/{salesChannelId}/activate',
    values: ({ client }) => ({ itemid: packKey('ArtikelKey', plainItem(client)), saleschannelid: channel }),
    minimal: () => ({}),
    full: () => ({ includeItemImages: true }),
    reads: [],
    unread: 'a choice of the write',
  },
  {
    operation: 'v2 POST /itemdetails/variations/delete',
    minimal: newVariation,
    full: newVariation,
    reads: [],
    unread: 'the variation is gone',
  },
  {
    operation: 'v2 PATCH /items/{itemid}/variations',
    values: ({ client }) => ({ itemid: packKey('ArtikelKey', plainItem(client)) }),
    minimal: () => ({}),
    full: changedVariation,
    reads: [{ by: 'v2 GET /items/{itemid}/variations' }],
  },
];

async function changedVariation(scene: Scene): Promise<Record<string, unknown>> {
  const value = await variationValue(scene, plainItem(scene.client));
  const listed = (await scene.run('v2 GET /items/{itemid}/variations', {
    values: { itemid: source(scene) },
  })) as { variations: { variationId: string }[] };
  const surcharges = (surcharge: number): unknown[] => [
    { customerGroupId: someKey(scene, 'KundenGruppeKey'), surcharge },
  ];
  return {
    variations: [
      {
        variationId: listed.variations[0]?.variationId,
        position: 3,
        descriptions: [{ languageId: 'DE', name: 'Variation 91' }],
        values: [
          {
            variationValueId: packKey('VariationWertKey', value),
            itemNumber: 'SKU-92',
            gtin: '4012345000047',
            weightOffset: 0.75,
            descriptions: [{ languageId: 'DE', name: 'Wert 93' }],
            surcharges: {
              defaultSurchargeNet: 1.25,
              platformSurcharges: { platformId: platform, surcharges: surcharges(2.25) },
              salesChannelSurcharges: {
                salesChannelId: channel,
                surcharges: surcharges(3.25),
                isActive: true,
              },
            },
          },
        ],
        variationType: 3,
      },
    ],
    variationKombinations: [{ variations: [packKey('VariationWertKey', value)], itemId: target(scene) }],
  };
}
