import { expect } from 'vitest';
import { packKey, unpackKey } from '../../src/wawi/contract/keys.ts';
import { idOf } from '../wawi/sales-documents.ts';
import type { AreaCases, CaseTools } from './area-cases.ts';

export const description = {
  defaultDescriptions: [{ languageIso: 'DE', descriptionData: { itemName: 'Seil' } }],
};

const unmanaged = {
  hasShelfLifeExpirationDate: false,
  hasBatch: false,
  serialNumberTrackingType: 'NONE',
  divisibilityType: 'NONE',
};

/** @returns the id of a new item that has no stock */
export async function newItem({ run }: CaseTools, sku: string): Promise<string> {
  const made = await run<{ itemId: string }>('CreateItem', {
    categories: { categories: [{ categoryId: packKey('KategorieKey', 1) }] },
    identifiers: { sku },
    descriptions: description,
  });
  return made.itemId;
}

async function newVariation(tools: CaseTools, itemId: string): Promise<string> {
  const made = await tools.run<{ variationId: string }>('AddItemVariation', {
    itemId,
    variation: {
      descriptions: [
        { languageIso: 'DE', name: 'Farbe' },
        { languageIso: 'EN', name: 'Colour' },
      ],
      variationType: 'RADIOBUTTON',
      position: 3,
    },
  });
  return made.variationId;
}

async function newValue(tools: CaseTools, itemId: string, variationId: string): Promise<string> {
  const made = await tools.run<{ variationValueId: string }>('AddItemVariationValue', {
    itemId,
    variationId,
    variationValue: {
      descriptions: [{ languageIso: 'DE', name: 'Rot' }],
      itemNumber: 'SEIL-ROT',
      weightOffset: 0.2,
      surcharges: { defaultSurchargeNet: 1.5 },
    },
  });
  return made.variationValueId;
}

async function variations({ client }: CaseTools, itemId: string): Promise<unknown> {
  const { GetItemById: item } = await client.data<{ GetItemById: { variations: { variations: unknown } } }>(
    `{ GetItemById(itemId: "${itemId}") { variations { variations {
      variationId variationType position descriptions { languageIso name }
      values { variationValueId itemNumber weightOffset descriptions { name } surcharges { defaultSurchargeNet } }
    } } } }`,
  );
  return item.variations.variations;
}

/** REST v1 alone shows the sales channels of an item as such. */
async function channels({ client }: CaseTools, itemId: string): Promise<unknown> {
  const key = unpackKey('ArtikelKey', itemId);
  const id = key.ok ? key.id : itemId;
  const answer = await fetch(`${client.emulator.url}/erp/v1/items/${id}`, { headers: client.headers });
  return ((await answer.json()) as { ActiveSalesChannels: string[] }).ActiveSalesChannels;
}

async function storage({ client }: CaseTools, itemId: string): Promise<unknown> {
  const { QueryItems: found } = await client.data<{ QueryItems: { nodes: unknown[] } }>(
    `{ QueryItems(where: {id: {eq: "${itemId}"}}) { nodes {
      isInventoryManagementActive hasBatch hasBestBeforeDate serialNumberTrackingMode buffer minimumStock allowNegativeStock } } }`,
  );
  return found.nodes[0];
}

/** Mutations of items and their parts. */
export const itemCases: AreaCases = {
  AddItemVariation: async (tools) => {
    const itemId = await newItem(tools, 'CASE-VAR-1');
    const variationId = await newVariation(tools, itemId);
    expect(await variations(tools, itemId)).toEqual([
      {
        variationId,
        variationType: 'RADIOBUTTON',
        position: 3,
        descriptions: [
          { languageIso: 'DE', name: 'Farbe' },
          { languageIso: 'EN', name: 'Colour' },
        ],
        values: [],
      },
    ]);
  },
  AddItemVariationValue: async (tools) => {
    const itemId = await newItem(tools, 'CASE-VAR-2');
    const variationId = await newVariation(tools, itemId);
    const variationValueId = await newValue(tools, itemId, variationId);
    expect(await variations(tools, itemId)).toMatchObject([
      {
        values: [
          {
            variationValueId,
            itemNumber: 'SEIL-ROT',
            weightOffset: 0.2,
            descriptions: [{ name: 'Rot' }],
            surcharges: { defaultSurchargeNet: 1.5 },
          },
        ],
      },
    ]);
  },
  DeleteItemVariation: async (tools) => {
    const itemId = await newItem(tools, 'CASE-VAR-3');
    const variationId = await newVariation(tools, itemId);
    await newValue(tools, itemId, variationId);
    expect(await tools.run('DeleteItemVariation', { itemId, variationId })).toEqual({ variationId });
    expect(await variations(tools, itemId)).toEqual([]);
    expect(await tools.refused('DeleteItemVariation', { itemId, variationId })).toEqual({
      code: 'NOT_FOUND',
      fields: [],
    });
  },
  DeleteItemVariationValue: async (tools) => {
    const itemId = await newItem(tools, 'CASE-VAR-4');
    const variationId = await newVariation(tools, itemId);
    const variationValueId = await newValue(tools, itemId, variationId);
    expect(await tools.run('DeleteItemVariationValue', { itemId, variationValueId })).toEqual({
      variationValueId,
    });
    expect(await variations(tools, itemId)).toMatchObject([{ variationId, values: [] }]);
  },
  UnassignChildItemFromParent: async (tools) => {
    const itemId = await newItem(tools, 'CASE-PARENT-1');
    const childIds = [await newItem(tools, 'CASE-CHILD-1'), await newItem(tools, 'CASE-CHILD-2')];
    const variationId = await newVariation(tools, itemId);
    for (const childId of childIds) {
      const valueId = await newValue(tools, itemId, variationId);
      await tools.client.rest('POST', `/items/${itemId}/children/${childId}`, [idOf(valueId)]);
    }
    const state = async (id: string): Promise<unknown> => {
      const { QueryItems: shown } = await tools.client.data<{ QueryItems: { nodes: object[] } }>(
        `{ QueryItems(where: { id: { eq: "${id}" } }) { nodes { parentItemId isVariationParent isInventoryManagementActive } } }`,
      );
      return shown.nodes[0];
    };
    expect(await state(childIds[0]!)).toMatchObject({ parentItemId: itemId });
    for (const [n, childItemId] of childIds.entries()) {
      expect(await tools.run('UnassignChildItemFromParent', { itemId, childItemId })).toBe(true);
      expect(await state(childItemId)).toMatchObject({ parentItemId: null });
      const isLast = n === childIds.length - 1;
      expect(await state(itemId)).toMatchObject({
        isVariationParent: !isLast,
        isInventoryManagementActive: !isLast,
      });
      expect(await tools.refused('UnassignChildItemFromParent', { itemId, childItemId })).toMatchObject({
        code: 'NOT_FOUND',
      });
    }
  },
  ActivateSalesChannelForItem: async (tools) => {
    const itemId = await newItem(tools, 'CASE-CHANNEL-1');
    expect(await tools.run('ActivateSalesChannelForItem', { itemId, salesChannelId: '2-1-1' })).toBe(true);
    expect(await channels(tools, itemId)).toEqual(['2-1-1']);
    expect(
      await tools.refused('ActivateSalesChannelForItem', { itemId, salesChannelId: '9-9-9' }),
    ).toMatchObject({ code: 'VALIDATION_ERROR' });
  },
  DeactivateSalesChannelForItem: async (tools) => {
    const itemId = await newItem(tools, 'CASE-CHANNEL-2');
    await tools.run('ActivateSalesChannelForItem', { itemId, salesChannelId: '2-1-1' });
    expect(await tools.run('DeactivateSalesChannelForItem', { itemId, salesChannelId: '2-1-1' })).toBe(true);
    expect(await channels(tools, itemId)).toEqual([]);
  },
  CreateStockItem: async (tools) => {
    const { itemId } = await tools.run<{ itemId: string }>('CreateStockItem', {
      categories: { categories: [{ categoryId: packKey('KategorieKey', 1) }] },
      identifiers: { sku: 'CASE-STOCK-1' },
      descriptions: description,
      stockManagement: {
        ...unmanaged,
        hasBatch: true,
        buffer: 4,
        globalMinimumStockLevel: 2.5,
        allowNegativeStock: true,
      },
    });
    expect(await storage(tools, itemId)).toEqual({
      isInventoryManagementActive: true,
      hasBatch: true,
      hasBestBeforeDate: false,
      serialNumberTrackingMode: 'NONE',
      buffer: 4,
      minimumStock: 2.5,
      allowNegativeStock: true,
    });
  },
  ChangeStockItem: async (tools) => {
    const itemId = await newItem(tools, 'CASE-STOCK-2');
    const stockManagement = { hasShelfLifeExpirationDate: true };
    expect(await tools.run('ChangeStockItem', { itemId, stockManagement })).toEqual({ itemId });
    expect(await storage(tools, itemId)).toMatchObject({ hasBestBeforeDate: true, hasBatch: false });
    expect(await tools.run('ChangeStockItem', { itemId })).toEqual({ itemId });
    expect(
      await tools.refused('ChangeStockItem', {
        itemId,
        stockManagement: { serialNumberTrackingType: 'EVERY_MOVEMENT' },
      }),
    ).toEqual({ code: 'VALIDATION_ERROR', fields: ['request.stockManagement.serialNumberTrackingType'] });
  },
  ConvertStockItemToStandardItem: async (tools) => {
    const itemId = await newItem(tools, 'CASE-STOCK-3');
    await tools.client.rest('POST', '/stocks', {
      itemId,
      warehouseId: packKey('WarenlagerKey', 1),
      quantity: 5,
    });
    expect(await tools.refused('ConvertStockItemToStandardItem', { itemId })).toMatchObject({
      code: 'CONFLICT',
    });
    expect(
      await tools.run('ConvertStockItemToStandardItem', { itemId, writeOffExistingStock: true }),
    ).toEqual({ itemId, stockWrittenOff: true });
    expect(await storage(tools, itemId)).toMatchObject({ isInventoryManagementActive: false });
    expect(await tools.client.data(`{ GetStockByItemId(itemId: "${itemId}") { totalQuantity } }`)).toEqual({
      GetStockByItemId: { totalQuantity: 0 },
    });
    expect(
      await tools.refused('ChangeStockItem', { itemId, stockManagement: { hasBatch: true } }),
    ).toMatchObject({ code: 'CONFLICT' });
  },
  ConvertStandardItemToStockItem: async (tools) => {
    const itemId = await newItem(tools, 'CASE-STOCK-4');
    expect(await tools.run('ConvertStockItemToStandardItem', { itemId })).toMatchObject({
      stockWrittenOff: false,
    });
    const stockManagement = { ...unmanaged, serialNumberTrackingType: 'OUTBOUND_ONLY' };
    expect(await tools.run('ConvertStandardItemToStockItem', { itemId, stockManagement })).toBe(true);
    expect(await storage(tools, itemId)).toMatchObject({
      isInventoryManagementActive: true,
      serialNumberTrackingMode: 'OUTGOING',
    });
  },
};
