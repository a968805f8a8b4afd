import { packKey } from '../../../src/wawi/contract/keys.ts';
import type { Answer, CommandCase, CommandTools } from './command-cases.ts';
import { instruction, keys } from './values.ts';

const warehouseId = packKey('WarenlagerKey', 2);

/** An item of the stock, with batches and a shelf life when it is to have every field of a posting. */
async function stockItem(tools: CommandTools, tracking: object = {}): Promise<unknown> {
  const { itemId } = await tools.run('CreateItem', {
    categories: { categories: [{ categoryId: keys.category }] },
    identifiers: {},
    descriptions: { defaultDescriptions: [{ languageIso: 'DE', descriptionData: { itemName: 'Seil' } }] },
  });
  await tools.run('ChangeStockItem', { itemId, stockManagement: tracking });
  return itemId;
}

const batches = { hasBatch: true, hasShelfLifeExpirationDate: true };
const serials = { serialNumberTrackingType: 'INBOUND_AND_OUTBOUND' };

/** Postings of items with batches, and of items with serial numbers. */
const information = 'inventoryManagementInformation';
const withBatches = { warehouseId, quantity: 7, [`${information}.serialNumbers`]: undefined };
const withSerials = {
  warehouseId,
  quantity: 1,
  [`${information}.serialNumbers`]: ['S-1'],
  [`${information}.shelfLifeExpirationDate`]: undefined,
  [`${information}.batchNumber`]: undefined,
};
const otherNames = {
  itemId: 'articleId',
  quantity: 'totalQuantity',
  [`${information}.shelfLifeExpirationDate`]: 'bestBeforeDate',
  [`${information}.serialNumbers`]: 'serialNumber',
};

function stock(tools: CommandTools, _: Answer, { itemId }: Answer): Promise<unknown> {
  return Promise.all([
    tools.query('GetWarehouseStockByItemId', { warehouseId, itemId }),
    tools.query('QueryStock', { warehouseId, articleId: itemId }),
  ]);
}

const postingCases: readonly CommandCase[] = [
  {
    mutation: 'ExecuteInboundStockPosting',
    given: async (tools, extent) => ({
      ...withBatches,
      itemId: await stockItem(tools, extent === 'full' ? batches : {}),
    }),
    read: stock,
    otherNames,
  },
  {
    mutation: 'ExecuteInboundStockPosting',
    given: async (tools, extent) => ({
      ...withSerials,
      itemId: await stockItem(tools, extent === 'full' ? serials : {}),
    }),
    read: stock,
    otherNames,
  },
  {
    mutation: 'ExecuteOutboundStockPosting',
    given: async (tools, extent) => {
      const itemId = await stockItem(tools, extent === 'full' ? batches : {});
      const batch = { batchNumber: 'L-7', shelfLifeExpirationDate: '2028-03-01T00:00:00Z' };
      const tracked = extent === 'full' ? { [information]: batch } : {};
      await tools.run('ExecuteInboundStockPosting', { itemId, warehouseId, quantity: 9, ...tracked });
      return {
        ...withBatches,
        [`${information}.batchNumber`]: batch.batchNumber,
        [`${information}.shelfLifeExpirationDate`]: batch.shelfLifeExpirationDate,
        itemId,
      };
    },
    read: stock,
    otherNames,
    unshown: { quantity: 'it has left the stock' },
    shows: { totalQuantity: 2 },
  },
];

const countCases: readonly CommandCase[] = [
  {
    mutation: 'AddToInventoryCount',
    given: async (tools, extent) => ({
      warehouseId,
      itemId: await stockItem(tools, extent === 'full' ? batches : {}),
      serialNumber: undefined,
      quantity: 8,
    }),
    read: (tools, { inventoryCountId }) => tools.v2(`/inventory-counts/${String(inventoryCountId)}`),
    otherNames: { shelfLifeEndDate: 'shelfLifeExpirationDate' },
  },
  {
    mutation: 'AddToInventoryCount',
    given: async (tools, extent) => ({
      warehouseId,
      itemId: await stockItem(tools, extent === 'full' ? serials : {}),
      shelfLifeEndDate: undefined,
      batchNumber: undefined,
      quantity: 1,
    }),
    read: (tools, { inventoryCountId }) => tools.v2(`/inventory-counts/${String(inventoryCountId)}`),
    otherNames: { serialNumber: 'serialNumbers' },
  },
  {
    mutation: 'FinishInventoryCount',
    given: async (tools) => {
      const itemId = await stockItem(tools);
      await tools.run('AddToInventoryCount', { warehouseId, itemId, quantity: 313 });
      return { warehouseId };
    },
    read: (tools) => tools.query('QueryStock', { warehouseId, first: 500 }),
    unshown: { setUncountedToZero: instruction },
    shows: { availableQuantity: 313 },
  },
];

async function newTransfer(tools: CommandTools): Promise<unknown> {
  return (await tools.create('CreateStockTransfer', transfer()))['stockTransferId'];
}

function transfer(): Answer {
  return {
    sourceWarehouseId: keys.warehouse,
    targetWarehouseId: warehouseId,
    shippingMethodId: packKey('VersandartKey', 2),
    expectedDeliveryDate: '2999-01-01T00:00:00Z',
    'lineItems.itemId': keys.item,
  };
}

const sentBatch = { batchNumber: 'L-9', shelfLifeExpirationDate: '2028-09-01T00:00:00Z' };

/** A transfer of six pieces that the first warehouse has. */
async function stockedTransfer(
  tools: CommandTools,
  isTracked = false,
): Promise<{ id: string; lineId: string }> {
  const itemId = await stockItem(tools, isTracked ? batches : {});
  const tracked = isTracked ? { [information]: sentBatch } : {};
  await tools.run('ExecuteInboundStockPosting', {
    itemId,
    warehouseId: keys.warehouse,
    quantity: 9,
    ...tracked,
  });
  const draft = { ...transfer(), 'lineItems.itemId': itemId, 'lineItems.quantity': 6 };
  const id = String((await tools.create('CreateStockTransfer', draft))['stockTransferId']);
  const { lineItems } = (await tools.v2(`/stock-transfers/${id}`)) as { lineItems: { id: string }[] };
  return { id, lineId: lineItems[0]!.id };
}

const transferCases: readonly CommandCase[] = [
  {
    mutation: 'CreateStockTransfer',
    given: transfer,
    read: (tools, { stockTransferId }) => tools.v2(`/stock-transfers/${String(stockTransferId)}`),
  },
  {
    mutation: 'CreateStockTransferLineItem',
    given: async (tools) => ({
      stockTransferId: await newTransfer(tools),
      itemId: await stockItem(tools),
      quantity: 6,
    }),
    read: (tools, _, { stockTransferId }) => tools.v2(`/stock-transfers/${String(stockTransferId)}`),
    otherNames: { stockTransferId: 'id' },
  },
  {
    mutation: 'MoveStockTransferToTransit',
    given: async (tools) => ({ stockTransferId: (await stockedTransfer(tools)).id }),
    read: (tools, _, { stockTransferId }) => tools.v2(`/stock-transfers/${String(stockTransferId)}`),
    otherNames: { stockTransferId: 'id' },
    shows: { shippedQuantity: 6 },
  },
  {
    mutation: 'ReceiveStockTransferFromTransit',
    given: async (tools, extent) => {
      const { id, lineId } = await stockedTransfer(tools, extent === 'full');
      await tools.run('MoveStockTransferToTransit', { stockTransferId: id });
      return {
        stockTransferId: id,
        'lineItems.stockTransferLineItemId': lineId,
        'lineItems.quantity': 4,
        [`lineItems.${information}.batchNumber`]: sentBatch.batchNumber,
        [`lineItems.${information}.shelfLifeExpirationDate`]: sentBatch.shelfLifeExpirationDate,
        [`lineItems.${information}.serialNumbers`]: undefined,
      };
    },
    read: async (tools, _, { stockTransferId }) => {
      type Shown = { lineItems: { itemId: string }[] };
      const shown = (await tools.v2(`/stock-transfers/${String(stockTransferId)}`)) as Shown;
      const { itemId } = shown.lineItems[0]!;
      return [shown, await tools.v1((id) => `/stocks/changes?itemId=${id}`, itemId)];
    },
    otherNames: {
      stockTransferId: 'id',
      'lineItems.stockTransferLineItemId': 'id',
      'lineItems.quantity': 'receivedQuantity',
    },
  },
  {
    mutation: 'CancelStockTransfer',
    given: async (tools) => ({ stockTransferId: await newTransfer(tools) }),
    read: (tools) => tools.v2('/stock-transfers?pageSize=100'),
    otherNames: { stockTransferId: 'id' },
    removes: ['stockTransferId'],
  },
];

/** Commands of postings, inventory counts and stock transfers. */
export const stockCases: readonly CommandCase[] = [...postingCases, ...countCases, ...transferCases];
