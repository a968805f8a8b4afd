import type { InputViews } from '../../../wire/graphql/input-views.ts';
import type { Write } from '../../../wire/views/views.ts';

interface Options {
  isActive?: boolean;
  /** 0 replaces what the item has, 1 adds to it. */
  copyAction?: number;
  [flag: string]: unknown;
}

/** A group of options that takes something over as a whole. */
function flag(option: string): Write {
  return (value) => ({ [option]: (value as Options | null)?.isActive === true });
}

/** As {@link flag}, for copies: one group may stand for several details, some of which can be added to a list. */
function details(names: readonly string[], listAction?: string): Write {
  return (value) => {
    const options = (value ?? {}) as Options;
    return {
      details: {
        ...Object.fromEntries(names.map((name) => [name, options.isActive === true])),
        ...(listAction === undefined ? {} : { [listAction]: options.copyAction ?? 0 }),
      },
    };
  };
}

const descriptionCopy: Write = (value) => {
  const { isActive, ...flags } = (value ?? {}) as Options;
  const takes = (name: string): boolean => isActive === true && flags[name] === true;
  return {
    texts: {
      itemName: takes('considerItemName'),
      description: takes('considerItemDescription'),
      metadataSeo: takes('considerItemMetadata'),
      urlPath: takes('considerItemUrlPath'),
      languageAndOutputWays: isActive === true,
    },
  };
};

const supplierCopy: Write = (value) => ({
  suppliers: { assignedSuppliers: (value as Options | null)?.isActive === true },
});

const identifierDetails = [
  'gtin',
  'isbn',
  'upc',
  'han',
  'taricCode',
  'hazardNumber',
  'ownId',
  'unNumber',
  'amazonFsku',
  'originCountry',
];

const masterDataDetails = [
  'manufacturer',
  'shippingClass',
  'taxClass',
  'productGroup',
  'basePriceUnit',
  'purchaseSettings',
  'minMaxStock',
  'discountIgnore',
  'itemType',
  'responsiblePerson',
  'remark',
  'searchTerms',
  'priceList',
];

/** Commands that copy and duplicate items. Files, media and SCX data, which items here do not have, copy nothing. */
export const itemCopyInputs: InputViews = {
  DuplicateItemsCommandRequestInput: { itemDuplicationOptions: 'options' },
  CreateItemDuplicateInput: { sku: 'itemNumber', name: 'itemName' },
  CreateItemDuplicationOptionsInput: {
    crossSellingDuplicationOptions: flag('crossSellingCopy'),
    customFieldsDuplicationOptions: flag('ownFieldsCopy'),
    purchasePricesDuplicationOptions: flag('purchasePricesCopy'),
    identifiersDuplicationOptions: 'identifierDuplicateOptions',
    salesPricesDuplicationOptions: flag('salesPricesCopy'),
    masterDataDuplicationOptions: 'dataDuplicateOptions',
    specialPricesDuplicationOptions: flag('specialpricesCopy'),
    deliveryOptionsDuplicationOptions: flag('deliveryOptionsCopy'),
    oversalesDuplicationOptions: flag('oversalesCopy'),
    attributesDuplicationOptions: flag('attributeCopy'),
    imagesDuplicationOptions: flag('pictureCopy'),
    downloadFilesDuplicationOptions: false,
    uploadFilesDuplicationOptions: false,
    mediaFilesDuplicationOptions: false,
    characteristicsDuplicationOptions: flag('featuresCopy'),
    bomDuplicationOptions: flag('partListComponentsCopy'),
    variationsDuplicationOptions: flag('variationsCopy'),
    configurationsDuplicationOptions: flag('configurationsCopy'),
    descriptionsDuplicationOptions: 'textDuplicateOptions',
    measurementssDuplicationOptions: flag('massWeightCopy'),
    saleschannelDuplicationOptions: 'shopDuplicateOptions',
    scxDuplicationOptions: false,
  },
  CreateItemdetailsCopyOptionsInput: {
    specialPricesCopyOptions: details(['allSpecialPrices']),
    uploadFilesCopyOptions: false,
    salesPricesCopyOptions: details(['salesPrices']),
    attributesCopyOptions: details(['attributes'], 'attributeSettingCopyAction'),
    descriptionsCopyOptions: descriptionCopy,
    imagesCopyOptions: details(['picturesAllPlattforms']),
    crossSellingCopyOptions: details(['crossSellingGroupsAndItems'], 'crossSellingGroupsAndItemsAction'),
    downloadFilesCopyOptions: false,
    customFieldsCopyOptions: details(['allOwnFields'], 'allOwnFieldsSettingCopyAction'),
    purchasePricesCopyOptions: details(['purchasePriceNet']),
    identifiersCopyOptions: details(identifierDetails),
    configurationsCopyOptions: details(['configurator']),
    suppliersCopyOptions: supplierCopy,
    deliveryOptionsCopyOptions: details(['deliveryOptions']),
    measurementsCopyOptions: details(['dimensionsAndWeight']),
    mediaFilesCopyOptions: false,
    characteristicsCopyOptions: details(['characteristics'], 'characteristicSettingCopyAction'),
    onlineShopsCopyOptions: details(['salesChannels']),
    oversalesCopyOptions: details(['oversellingSettings']),
    scxCopyOptions: false,
    masterDataCopyOptions: details(masterDataDetails),
    bomComponentsCopyOptions: details(['partsList']),
    variationsCopyOptions: details(['variations']),
    packagingCopyOptions: details(['packaging']),
  },
};
