import { idOf } from '../../wawi/sales-documents.ts';
import type { Answer, CommandCase, CommandTools } from './command-cases.ts';
import type { GivenValues } from './full-request.ts';
import { instruction, keys } from './values.ts';

const channel = '2-1-1';

async function newItem(tools: CommandTools): Promise<{ itemId: string }> {
  return tools.run<{ itemId: string }>('CreateItem', {
    categories: { categories: [{ categoryId: keys.category }] },
    identifiers: {},
    descriptions: { defaultDescriptions: [{ languageIso: 'DE', descriptionData: { itemName: 'Tau' } }] },
  });
}

async function item(tools: CommandTools, _: Answer, { itemId }: Answer): Promise<unknown[]> {
  return [
    await tools.query('GetItemById', { itemId }),
    await tools.query('QueryItems', { where: { id: { eq: itemId } } }),
    await tools.v1((id) => `/items/${id}`, itemId),
  ];
}

async function variation(tools: CommandTools): Promise<{ itemId: string; variationId: string }> {
  const { itemId } = await newItem(tools);
  const descriptions = [{ languageIso: 'DE', name: 'Farbe' }];
  const { variationId } = await tools.run<{ variationId: string }>('AddItemVariation', {
    itemId,
    variation: { descriptions, variationType: 'RADIOBUTTON' },
  });
  return { itemId, variationId };
}

async function variationValue(tools: CommandTools): Promise<{ itemId: string; variationValueId: string }> {
  const { itemId, variationId } = await variation(tools);
  const { variationValueId } = await tools.run<{ variationValueId: string }>('AddItemVariationValue', {
    itemId,
    variationId,
    variationValue: { descriptions: [{ languageIso: 'DE', name: 'Rot' }] },
  });
  return { itemId, variationValueId };
}

/** Keys of new variations and values come from the Wawi. */
async function valueAt(tools: CommandTools, path: string): Promise<GivenValues> {
  return {
    [`${path}.image`]: await tools.image(keys.item),
    [`${path}.descriptions.languageIso`]: 'DE',
    [`${path}.variationValueId`]: undefined,
  };
}

const variationCases: readonly CommandCase[] = [
  {
    mutation: 'AddItemVariation',
    given: async (tools) => ({
      ...(await newItem(tools)),
      'variation.variationId': undefined,
      'variation.descriptions.languageIso': 'DE',
      'variation.variationType': 'SWATCHES',
      ...(await valueAt(tools, 'variation.values')),
    }),
    read: item,
    otherNames: { itemId: 'id' },
  },
  {
    mutation: 'AddItemVariationValue',
    given: async (tools) => ({ ...(await variation(tools)), ...(await valueAt(tools, 'variationValue')) }),
    read: item,
    otherNames: { itemId: 'id' },
  },
  {
    mutation: 'DeleteItemVariation',
    given: variation,
    read: item,
    otherNames: { itemId: 'id' },
    removes: ['variationId'],
  },
  {
    mutation: 'DeleteItemVariationValue',
    given: variationValue,
    read: item,
    otherNames: { itemId: 'id' },
    removes: ['variationValueId'],
  },
  {
    mutation: 'UnassignChildItemFromParent',
    given: async (tools) => {
      const { itemId, variationValueId } = await variationValue(tools);
      const { itemId: childItemId } = await newItem(tools);
      await tools.client.rest('POST', `/items/${itemId}/children/${childItemId}`, [idOf(variationValueId)]);
      return { itemId, childItemId };
    },
    read: (tools, _, { childItemId }) => tools.query('QueryItems', { where: { id: { eq: childItemId } } }),
    otherNames: { childItemId: 'id', itemId: 'parentItemId' },
    removes: ['itemId'],
  },
];

const otherNames = { itemId: 'id', salesChannelId: 'ActiveSalesChannels' };

const channelCases: readonly CommandCase[] = [
  {
    mutation: 'ActivateSalesChannelForItem',
    given: async (tools) => ({ ...(await newItem(tools)), salesChannelId: channel }),
    read: item,
    otherNames,
  },
  {
    mutation: 'DeactivateSalesChannelForItem',
    given: async (tools) => {
      const request = { ...(await newItem(tools)), salesChannelId: channel };
      await tools.run('ActivateSalesChannelForItem', request);
      return request;
    },
    read: item,
    otherNames,
    removes: ['salesChannelId'],
  },
  {
    mutation: 'UpdateItemSalesChannels',
    given: async (tools) => {
      const { itemId } = await newItem(tools);
      await tools.run('UpdateItemSalesChannels', { itemKeys: [itemId], activateSalesChannels: ['2-2-1'] });
      return {
        itemKeys: [itemId],
        activateSalesChannels: [channel],
        deactivateSalesChannels: ['2-2-1'],
        applyToChildItems: false,
      };
    },
    read: (tools, answer, { itemKeys }) => item(tools, answer, { itemId: (itemKeys as string[])[0] }),
    otherNames: {
      itemKeys: 'id',
      activateSalesChannels: 'ActiveSalesChannels',
      deactivateSalesChannels: 'ActiveSalesChannels',
    },
    unshown: { applyToChildItems: instruction, deactivateSalesChannels: 'the item has left them' },
  },
];

const stockManagement = {
  'stockManagement.hasBatch': false,
  'stockManagement.hasShelfLifeExpirationDate': false,
  'stockManagement.serialNumberTrackingType': 'OUTBOUND_ONLY',
  'stockManagement.divisibilityType': 'NONE',
  'stockManagement.itemPlatformNegativeStocks.platformId': keys.platform,
  'stockManagement.itemSalesChannelNegativeStocks.salesChannelId': channel,
};

const stockNames = {
  itemId: 'id',
  'stockManagement.hasShelfLifeExpirationDate': 'hasBestBeforeDate',
  'stockManagement.serialNumberTrackingType': 'serialNumberTrackingMode',
  'stockManagement.globalMinimumStockLevel': 'minimumStock',
};

const otherValues = {
  'stockManagement.serialNumberTrackingType': 'QueryItems has other names for the values',
  'stockManagement.divisibilityType': 'QueryItems shows whether the stock is divisible',
};

const stockItemCases: readonly CommandCase[] = [
  {
    mutation: 'ChangeStockItem',
    given: async (tools) => ({ ...stockManagement, ...(await newItem(tools)) }),
    read: item,
    otherNames: stockNames,
    unshown: otherValues,
  },
  {
    mutation: 'ConvertStandardItemToStockItem',
    given: async (tools) => {
      const plain = await newItem(tools);
      await tools.run('ConvertStockItemToStandardItem', plain);
      return { ...stockManagement, ...plain };
    },
    read: item,
    otherNames: stockNames,
    unshown: otherValues,
    shows: { isInventoryManagementActive: true },
  },
  {
    mutation: 'ConvertStockItemToStandardItem',
    given: newItem,
    read: item,
    otherNames: { itemId: 'id' },
    unshown: { writeOffExistingStock: instruction },
    shows: { isInventoryManagementActive: false },
  },
];

/** The parts of an item by name, suppliers and default suppliers apart. */
async function parts(tools: CommandTools, itemId: unknown): Promise<Answer> {
  const { suppliers, ...others } = await tools.query('GetItemById', { itemId });
  return { ...others, ...(suppliers as Answer) };
}

/** @returns the names of the parts that differ between two items */
async function differences(tools: CommandTools, one: unknown, other: unknown): Promise<Answer> {
  const [left, right] = [await parts(tools, one), await parts(tools, other)];
  const isDifferent = (name: string): boolean => JSON.stringify(left[name]) !== JSON.stringify(right[name]);
  return { differ: Object.keys(left).filter(isDifferent).join(' ') };
}

function options(
  tools: CommandTools,
  input: string,
  path: string,
  field: string,
  value: unknown,
): GivenValues {
  const names = Object.keys(tools.contract.inputs[input] ?? {});
  return Object.fromEntries(names.map((name) => [`${path}.${name}.${field}`, value]));
}

const copyCases: readonly CommandCase[] = [
  {
    mutation: 'DuplicateItems',
    given: () => ({
      duplicateItemId: keys.item,
      executeItemCreatedWorkflowOnCreation: false,
      'itemDuplicationOptions.scxDuplicationOptions.shopsToConsider': [channel],
    }),
    read: async (tools, { createdItems }, { duplicateItemId }) => [
      await tools.query('GetItemById', { itemId: (createdItems as string[])[0] }),
      await differences(tools, (createdItems as string[])[0], duplicateItemId),
    ],
    // A duplicate has another SKU and name, and its own suppliers.
    showsOfFull: { differ: 'id identifiers descriptions defaultSupplier suppliers' },
    otherNames: { 'duplicatesToCreate.name': 'itemName' },
    unshown: {
      duplicateItemId: instruction,
      executeItemCreatedWorkflowOnCreation: instruction,
      itemDuplicationOptions: instruction,
    },
  },
  {
    mutation: 'CopyItemdetails',
    given: async (tools) => ({
      copyDetailsFromItemId: keys.item,
      copyDetailsIntoItemIds: [(await newItem(tools)).itemId],
      ...options(tools, 'CreateItemdetailsCopyOptionsInput', 'copyOptions', 'copyAction', 'REPLACE'),
      'copyOptions.suppliersCopyOptions.keepItemNumber': false,
      'copyOptions.suppliersCopyOptions.keepItemName': false,
    }),
    // An item keeps its SKU, its categories and its default supplier.
    showsOfFull: { differ: 'id identifiers categories defaultSupplier' },
    read: (tools, _, request) =>
      differences(
        tools,
        request['copyDetailsFromItemId'],
        (request['copyDetailsIntoItemIds'] as string[])[0],
      ),
    unshown: {
      copyDetailsFromItemId: instruction,
      copyDetailsIntoItemIds: instruction,
      copyOptions: instruction,
    },
  },
];

const categoryCases: readonly CommandCase[] = [
  {
    mutation: 'DeleteCategory',
    given: async (tools) => {
      const { categoryId } = await tools.run('CreateCategory', { name: 'Weg' });
      return { categoryId, moveChildrenTargetId: keys.category };
    },
    read: (tools) => tools.query('QueryCategories', { first: 500 }),
    otherNames: { categoryId: 'id', moveChildrenTargetId: 'id' },
    removes: ['categoryId'],
  },
];

export const itemPartCases: readonly CommandCase[] = [
  ...variationCases,
  ...channelCases,
  ...stockItemCases,
  ...copyCases,
  ...categoryCases,
];
