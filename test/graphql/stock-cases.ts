import { expect } from 'vitest';
import { packKey } from '../../src/wawi/contract/keys.ts';
import type { AreaCases, CaseTools } from './area-cases.ts';
import { newItem } from './item-cases.ts';

const standardWarehouse = packKey('WarenlagerKey', 1);
const warehouseId = packKey('WarenlagerKey', 2);
const foreignBin = packKey('WarenLagerPlatzKey', 1);

async function newBin({ run }: CaseTools, name: string): Promise<string> {
  const made = await run<{ binLocationId: string }>('CreateBinLocation', {
    warehouseId,
    name,
    type: 4,
    sort: 9,
  });
  return made.binLocationId;
}

async function bin({ client }: CaseTools, id: string): Promise<unknown> {
  const { GetBinLocationById: found } = await client.data<Record<string, unknown>>(
    `{ GetBinLocationById(binLocationId: "${id}") { warehouseId name status type sort } }`,
  );
  return found;
}

/** A case of a mutation that brings a bin location into another status. */
function binStatus(mutation: string, name: string, before: readonly string[], status: number) {
  return async (tools: CaseTools) => {
    const binLocationId = await newBin(tools, name);
    for (const earlier of before) await tools.run(earlier, { binLocationId });
    expect(await tools.run(mutation, { binLocationId })).toBe(true);
    expect(await bin(tools, binLocationId)).toMatchObject({ status });
  };
}

const binCases: AreaCases = {
  CreateBinLocation: async (tools) => {
    const id = await newBin(tools, 'C-01-01');
    expect(await bin(tools, id)).toEqual({ warehouseId, name: 'C-01-01', status: 0, type: 4, sort: 9 });
    const refused = (name: string, type = 0) =>
      tools.refused('CreateBinLocation', { warehouseId, name, type });
    expect(await refused('C-01-01')).toEqual({ code: 'CONFLICT', fields: ['request.name'] });
    for (const name of ['', "C-'1", 'x'.repeat(51)])
      expect(await refused(name)).toEqual({ code: 'VALIDATION_ERROR', fields: ['request.name'] });
    expect(await refused('C-01-02', 7)).toEqual({ code: 'VALIDATION_ERROR', fields: ['request.type'] });
  },
  UpdateBinLocationMetadata: async (tools) => {
    const binLocationId = await newBin(tools, 'C-02-01');
    expect(await tools.run('UpdateBinLocationMetadata', { binLocationId, name: 'C-02-02', type: 2 })).toBe(
      true,
    );
    expect(await bin(tools, binLocationId)).toMatchObject({ name: 'C-02-02', type: 2, sort: 9 });
    expect(
      await tools.refused('UpdateBinLocationMetadata', { binLocationId, name: 'A-01-01' }),
    ).toMatchObject({
      code: 'CONFLICT',
    });
  },
  DeleteBinLocation: async (tools) => {
    const binLocationId = await newBin(tools, 'C-03-01');
    expect(await tools.run('DeleteBinLocation', { binLocationId })).toBe(true);
    expect(await tools.refused('DeleteBinLocation', { binLocationId })).toMatchObject({ code: 'NOT_FOUND' });
    const used = packKey('WarenLagerPlatzKey', 1);
    expect(await tools.refused('DeleteBinLocation', { binLocationId: used })).toMatchObject({
      code: 'CONFLICT',
    });
  },
  DeactivateBinLocation: binStatus('DeactivateBinLocation', 'C-04-01', [], 1),
  LockBinLocation: binStatus('LockBinLocation', 'C-05-01', [], 2),
  ActivateBinLocation: binStatus(
    'ActivateBinLocation',
    'C-06-01',
    ['LockBinLocation', 'DeactivateBinLocation'],
    0,
  ),
  LockBinLocationForAvailableStock: async (tools) => {
    expect(await availableAfter(tools, ['LockBinLocationForAvailableStock'])).toEqual([3, 0]);
  },
  UnlockBinLocationForAvailableStock: async (tools) => {
    const both = ['LockBinLocationForAvailableStock', 'UnlockBinLocationForAvailableStock'];
    expect(await availableAfter(tools, both)).toEqual([3, 3]);
  },
};

/** @returns total and available stock of an item whose only stock of 3 lies in a bin that the mutations change */
async function availableAfter(tools: CaseTools, mutations: readonly string[]): Promise<unknown[]> {
  const name = `C-07-${mutations.length}`;
  const storageLocationId = await newBin(tools, name);
  const itemId = await newItem(tools, `CASE-LOCK-${mutations.length}`);
  await tools.client.rest('POST', '/stocks', { itemId, warehouseId, storageLocationId, quantity: 3 });
  for (const mutation of mutations) await tools.run(mutation, { binLocationId: storageLocationId });
  const { GetStockByItemId: stock } = await tools.client.data<{ GetStockByItemId: Record<string, unknown> }>(
    `{ GetStockByItemId(itemId: "${itemId}") { totalQuantity availableQuantity } }`,
  );
  return [stock['totalQuantity'], stock['availableQuantity']];
}

async function newZone({ run }: CaseTools, code: string): Promise<string> {
  const made = await run<{ zoneId: string }>('CreateWarehouseZone', { warehouseId, code, zoneType: 1 });
  return made.zoneId;
}

async function zones({ client }: CaseTools, zoneId: string): Promise<unknown[]> {
  const { QueryWarehouseZones: found } = await client.data<Record<string, { nodes: unknown[] }>>(
    `{ QueryWarehouseZones(warehouseId: "${warehouseId}", where: {zoneId: {eq: "${zoneId}"}}) {
      nodes { code description warehouseId zoneType } } }`,
  );
  return found!.nodes;
}

async function binsOf({ client }: CaseTools, zoneId: string): Promise<unknown[]> {
  const { QueryZoneBinLocations: found } = await client.data<Record<string, { nodes: unknown[] }>>(
    `{ QueryZoneBinLocations(zoneId: "${zoneId}") { nodes { zoneId binLocationId } } }`,
  );
  return found!.nodes;
}

const zoneCases: AreaCases = {
  CreateWarehouseZone: async (tools) => {
    const zoneId = await newZone(tools, 'Z1');
    expect(await zones(tools, zoneId)).toEqual([{ code: 'Z1', description: null, warehouseId, zoneType: 1 }]);
    const refused = (request: object) =>
      tools.refused('CreateWarehouseZone', { warehouseId, code: 'Z1', zoneType: 0, ...request });
    expect(await refused({})).toEqual({ code: 'CONFLICT', fields: ['request.code'] });
    expect(await refused({ code: 'Z1b', zoneType: 4 })).toEqual({
      code: 'VALIDATION_ERROR',
      fields: ['request.zoneType'],
    });
  },
  UpdateWarehouseZoneMetadata: async (tools) => {
    const zoneId = await newZone(tools, 'Z2');
    expect(
      await tools.run('UpdateWarehouseZoneMetadata', { zoneId, description: 'Tor 2', zoneType: 3 }),
    ).toBe(true);
    expect(await zones(tools, zoneId)).toMatchObject([{ code: 'Z2', description: 'Tor 2', zoneType: 3 }]);
  },
  DeleteWarehouseZone: async (tools) => {
    const zoneId = await newZone(tools, 'Z3');
    expect(await tools.run('DeleteWarehouseZone', { zoneId })).toBe(true);
    expect(await zones(tools, zoneId)).toEqual([]);
  },
  AddBinLocationsToZone: async (tools) => {
    const zoneId = await newZone(tools, 'Z4');
    const binLocationId = await newBin(tools, 'D-01-01');
    const request = { zoneId, binLocationIds: [binLocationId] };
    expect(await tools.run('AddBinLocationsToZone', request)).toBe(true);
    expect(await tools.run('AddBinLocationsToZone', request)).toBe(true);
    expect(await binsOf(tools, zoneId)).toEqual([{ zoneId, binLocationId }]);
    expect(
      await tools.refused('AddBinLocationsToZone', { zoneId, binLocationIds: [foreignBin] }),
    ).toMatchObject({ code: 'VALIDATION_ERROR' });
    await tools.run('DeleteBinLocation', { binLocationId });
    expect(await binsOf(tools, zoneId)).toEqual([]);
  },
  RemoveBinLocationsFromZone: async (tools) => {
    const zoneId = await newZone(tools, 'Z5');
    const binLocationIds = [await newBin(tools, 'D-02-01'), await newBin(tools, 'D-02-02')];
    await tools.run('AddBinLocationsToZone', { zoneId, binLocationIds });
    const request = { zoneId, binLocationIds: [binLocationIds[0]] };
    expect(await tools.run('RemoveBinLocationsFromZone', request)).toBe(true);
    expect(await binsOf(tools, zoneId)).toEqual([{ zoneId, binLocationId: binLocationIds[1] }]);
  },
};

async function newBox(tools: CaseTools, displayId: string): Promise<string> {
  const made = await tools.run<{ shippingBoxId: string }>('CreateShippingBox', {
    warehouseId,
    displayId,
    typeId: 'box-type-1',
    binLocationId: packKey('WarenLagerPlatzKey', 2),
    attributes: ['blau'],
  });
  return made.shippingBoxId;
}

async function boxes({ client }: CaseTools, id: string): Promise<unknown[]> {
  const { QueryShippingBoxes: found } = await client.data<Record<string, { nodes: unknown[] }>>(
    `{ QueryShippingBoxes(warehouseId: "${warehouseId}", where: {id: {eq: "${id}"}}) {
      nodes { displayId typeId binLocationId warehouseId locked } } }`,
  );
  return found!.nodes;
}

const boxCases: AreaCases = {
  CreateShippingBox: async (tools) => {
    const id = await newBox(tools, 'BOX-1');
    const binLocationId = packKey('WarenLagerPlatzKey', 2);
    expect(await boxes(tools, id)).toEqual([
      { displayId: 'BOX-1', typeId: 'box-type-1', binLocationId, warehouseId, locked: false },
    ]);
    const again = { warehouseId, displayId: 'BOX-1', typeId: '1', binLocationId, attributes: [] };
    expect(await tools.refused('CreateShippingBox', again)).toEqual({
      code: 'CONFLICT',
      fields: ['request.displayId'],
    });
  },
  UpdateShippingBoxMetadata: async (tools) => {
    const shippingBoxId = await newBox(tools, 'BOX-2');
    const request = { shippingBoxId, attributes: ['rot', 'eckig'] };
    expect(await tools.run('UpdateShippingBoxMetadata', request)).toBe(true);
    expect(await boxes(tools, shippingBoxId)).toMatchObject([{ displayId: 'BOX-2', typeId: 'box-type-1' }]);
    const unknown = { shippingBoxId: packKey('VersandboxKey', 99999), attributes: [] };
    expect(await tools.refused('UpdateShippingBoxMetadata', unknown)).toMatchObject({ code: 'NOT_FOUND' });
  },
  AssignShippingBoxToLocation: async (tools) => {
    const shippingBoxId = await newBox(tools, 'BOX-3');
    const binLocationId = packKey('WarenLagerPlatzKey', 3);
    expect(await tools.run('AssignShippingBoxToLocation', { shippingBoxId, binLocationId })).toBe(true);
    expect(await boxes(tools, shippingBoxId)).toMatchObject([{ binLocationId }]);
    expect(
      await tools.refused('AssignShippingBoxToLocation', { shippingBoxId, binLocationId: foreignBin }),
    ).toEqual({ code: 'VALIDATION_ERROR', fields: ['request.binLocationId'] });
  },
  DeleteShippingBox: async (tools) => {
    const shippingBoxId = await newBox(tools, 'BOX-4');
    expect(await tools.run('DeleteShippingBox', { shippingBoxId })).toBe(true);
    expect(await boxes(tools, shippingBoxId)).toEqual([]);
  },
};

async function warehouseStock(
  { client }: CaseTools,
  itemId: string,
  warehouse = warehouseId,
): Promise<unknown> {
  const { GetWarehouseStockByItemId: stock } = await client.data<Record<string, unknown>>(
    `{ GetWarehouseStockByItemId(warehouseId: "${warehouse}", itemId: "${itemId}") { totalQuantity lockedQuantity } }`,
  );
  return stock;
}

const postingCases: AreaCases = {
  ExecuteInboundStockPosting: async (tools) => {
    const itemId = await newItem(tools, 'CASE-IN-1');
    expect(await warehouseStock(tools, itemId)).toEqual({ totalQuantity: 0, lockedQuantity: 0 });
    const post = (quantity: number) =>
      tools.run('ExecuteInboundStockPosting', { itemId, warehouseId, quantity });
    expect(await post(4)).toEqual({ totalQuantity: 4 });
    expect(await post(2.5)).toEqual({ totalQuantity: 6.5 });
    expect(await warehouseStock(tools, itemId)).toEqual({ totalQuantity: 6.5, lockedQuantity: 0 });
    expect(await tools.refused('ExecuteInboundStockPosting', { itemId, warehouseId, quantity: 0 })).toEqual({
      code: 'VALIDATION_ERROR',
      fields: ['request.quantity'],
    });
    await tools.run('ChangeStockItem', { itemId, stockManagement: { hasBatch: true } });
    expect(
      await tools.refused('ExecuteInboundStockPosting', { itemId, warehouseId, quantity: 1 }),
    ).toMatchObject({ code: 'VALIDATION_ERROR' });
    const information = { batchNumber: 'L-7' };
    expect(
      await tools.run('ExecuteInboundStockPosting', {
        itemId,
        warehouseId,
        quantity: 1,
        inventoryManagementInformation: information,
      }),
    ).toEqual({ totalQuantity: 7.5 });
  },
  ExecuteOutboundStockPosting: async (tools) => {
    const itemId = await newItem(tools, 'CASE-OUT-1');
    const lockedBin = packKey('WarenLagerPlatzKey', 5);
    for (const [storageLocationId, quantity] of [
      [packKey('WarenLagerPlatzKey', 2), 2],
      [packKey('WarenLagerPlatzKey', 3), 3],
      [lockedBin, 9],
    ])
      await tools.client.rest('POST', '/stocks', { itemId, warehouseId, storageLocationId, quantity });
    expect(await warehouseStock(tools, itemId)).toEqual({ totalQuantity: 14, lockedQuantity: 9 });
    const request = { itemId, warehouseId, quantity: 4 };
    expect(await tools.run('ExecuteOutboundStockPosting', request)).toEqual({ totalQuantity: 10 });
    expect(await tools.refused('ExecuteOutboundStockPosting', { ...request, quantity: 2 })).toMatchObject({
      code: 'UNPROCESSABLE_ENTITY',
    });
    expect(await tools.refused('ExecuteOutboundStockPosting', { ...request, quantity: -1 })).toEqual({
      code: 'VALIDATION_ERROR',
      fields: ['request.quantity'],
    });
    expect(await warehouseStock(tools, itemId)).toMatchObject({ totalQuantity: 10 });
  },
};

const countingCases: AreaCases = {
  AddToInventoryCount: async (tools) => {
    const itemId = await newItem(tools, 'CASE-COUNT-1');
    const count = (more: object) => ({ warehouseId: standardWarehouse, itemId, quantity: 2, ...more });
    const { inventoryCountId } = await tools.run<{ inventoryCountId: string }>(
      'AddToInventoryCount',
      count({}),
    );
    expect(await tools.client.rest('GET', `/inventory-counts/${inventoryCountId}`)).toMatchObject({
      itemId,
      quantity: 2,
    });
    for (const [more, field] of [
      [{ quantity: -1 }, 'quantity'],
      [{ quantity: 1.5 }, 'quantity'],
      [{ batchNumber: 'L-1' }, 'batchNumber'],
      [{ shelfLifeEndDate: '2027-01-01T00:00:00Z' }, 'shelfLifeEndDate'],
    ] as const)
      expect(await tools.refused('AddToInventoryCount', count(more))).toEqual({
        code: 'VALIDATION_ERROR',
        fields: [`request.${field}`],
      });
  },
  FinishInventoryCount: async (tools) => {
    const [counted, uncounted] = [await newItem(tools, 'CASE-COUNT-2'), await newItem(tools, 'CASE-COUNT-3')];
    for (const itemId of [counted, uncounted])
      await tools.run('ExecuteInboundStockPosting', { itemId, warehouseId, quantity: 8 });
    await tools.run('AddToInventoryCount', { warehouseId, itemId: counted, quantity: 5 });
    expect(await warehouseStock(tools, counted)).toMatchObject({ totalQuantity: 8 });
    expect(await tools.run('FinishInventoryCount', { warehouseId })).toBe(true);
    expect(await warehouseStock(tools, counted)).toMatchObject({ totalQuantity: 5 });
    expect(await warehouseStock(tools, uncounted)).toMatchObject({ totalQuantity: 8 });
    await tools.run('FinishInventoryCount', { warehouseId, setUncountedToZero: true });
    expect(await warehouseStock(tools, uncounted)).toMatchObject({ totalQuantity: 0 });
  },
};

function transfer(itemId: string, more: object = {}): object {
  return {
    sourceWarehouseId: standardWarehouse,
    targetWarehouseId: warehouseId,
    shippingMethodId: packKey('VersandartKey', 2),
    expectedDeliveryDate: '2999-01-01T00:00:00Z',
    lineItems: [{ itemId, quantity: 2 }],
    ...more,
  };
}

async function newTransfer(tools: CaseTools, itemId: string): Promise<string> {
  const made = await tools.run<{ stockTransferId: string }>('CreateStockTransfer', transfer(itemId));
  return made.stockTransferId;
}

const transferCases: AreaCases = {
  CreateStockTransfer: async (tools) => {
    const itemId = await newItem(tools, 'CASE-MOVE-1');
    const { stockTransferId } = await tools.run<{ stockTransferId: string }>(
      'CreateStockTransfer',
      transfer(itemId),
    );
    expect(await tools.client.rest('GET', `/stock-transfers/${stockTransferId}`)).toMatchObject({
      status: 0,
      lineItems: [{ itemId, quantity: 2 }],
    });
    const line = { itemId, quantity: 1 };
    for (const [more, field] of [
      [{ targetWarehouseId: standardWarehouse }, 'targetWarehouseId'],
      [{ expectedDeliveryDate: '2020-01-01T00:00:00Z' }, 'expectedDeliveryDate'],
      [{ lineItems: [] }, 'lineItems'],
      [{ lineItems: [line, line] }, 'lineItems[].itemId'],
      [{ lineItems: [{ itemId, quantity: 0 }] }, 'lineItems[].quantity'],
    ] as const) {
      const { code, fields } = await tools.refused('CreateStockTransfer', transfer(itemId, more));
      expect([code, fields.map((one) => one.replace(/\[\d+\]/, '[]'))]).toEqual([
        'VALIDATION_ERROR',
        [`request.${field}`],
      ]);
    }
  },
  CreateStockTransferLineItem: async (tools) => {
    const [first, second] = [await newItem(tools, 'CASE-MOVE-3'), await newItem(tools, 'CASE-MOVE-4')];
    const stockTransferId = await newTransfer(tools, first);
    const line = { stockTransferId, itemId: second, quantity: 3 };
    expect(await tools.run('CreateStockTransferLineItem', line)).toBe(true);
    expect(await tools.client.rest('GET', `/stock-transfers/${stockTransferId}`)).toMatchObject({
      lineItems: [
        { itemId: first, quantity: 2 },
        { itemId: second, quantity: 3 },
      ],
    });
    for (const wrong of [line, { ...line, itemId: first, quantity: 0 }])
      expect(await tools.refused('CreateStockTransferLineItem', wrong)).toMatchObject({
        code: 'VALIDATION_ERROR',
      });
  },
  MoveStockTransferToTransit: async (tools) => {
    const itemId = await newItem(tools, 'CASE-MOVE-5');
    await tools.run('ExecuteInboundStockPosting', { itemId, warehouseId: standardWarehouse, quantity: 8 });
    const stockTransferId = await newTransfer(tools, itemId);
    expect(await tools.run('MoveStockTransferToTransit', { stockTransferId })).toBe(true);
    expect(await tools.client.rest('GET', `/stock-transfers/${stockTransferId}`)).toMatchObject({
      status: 1,
      lineItems: [{ quantity: 2, shippedQuantity: 2, receivedQuantity: 0 }],
    });
    expect(await warehouseStock(tools, itemId, standardWarehouse)).toMatchObject({ totalQuantity: 6 });
    for (const late of ['MoveStockTransferToTransit', 'CancelStockTransfer'])
      expect((await tools.refused(late, { stockTransferId })).code).toBe('CONFLICT');
    const line = { stockTransferId, itemId: await newItem(tools, 'CASE-MOVE-6'), quantity: 1 };
    expect((await tools.refused('CreateStockTransferLineItem', line)).code).toBe('CONFLICT');
  },
  ReceiveStockTransferFromTransit: async (tools) => {
    const itemId = await newItem(tools, 'CASE-MOVE-7');
    await tools.run('ExecuteInboundStockPosting', { itemId, warehouseId: standardWarehouse, quantity: 8 });
    const stockTransferId = await newTransfer(tools, itemId);
    type Transfer = { lineItems: { id: string }[] };
    const { lineItems } = await tools.client.rest<Transfer>('GET', `/stock-transfers/${stockTransferId}`);
    const receive = (quantity: number) => ({
      stockTransferId,
      lineItems: [{ stockTransferLineItemId: lineItems[0]!.id, quantity }],
    });
    expect((await tools.refused('ReceiveStockTransferFromTransit', receive(1))).code).toBe('CONFLICT');
    await tools.run('MoveStockTransferToTransit', { stockTransferId });
    expect((await tools.refused('ReceiveStockTransferFromTransit', receive(3))).code).toBe(
      'VALIDATION_ERROR',
    );
    for (const [quantity, stored] of [
      [0.5, 0.5],
      [1.5, 2],
    ] as const) {
      expect(await tools.run('ReceiveStockTransferFromTransit', receive(quantity))).toBe(true);
      expect(await tools.client.rest('GET', `/stock-transfers/${stockTransferId}`)).toMatchObject({
        lineItems: [{ shippedQuantity: 2, receivedQuantity: stored }],
      });
      expect(await warehouseStock(tools, itemId)).toMatchObject({ totalQuantity: stored });
    }
    expect((await tools.refused('ReceiveStockTransferFromTransit', receive(1))).code).toBe('CONFLICT');
  },
  CancelStockTransfer: async (tools) => {
    const itemId = await newItem(tools, 'CASE-MOVE-2');
    const { stockTransferId } = await tools.run<{ stockTransferId: string }>(
      'CreateStockTransfer',
      transfer(itemId),
    );
    expect(await tools.run('CancelStockTransfer', { stockTransferId })).toBe(true);
    expect(await tools.refused('CancelStockTransfer', { stockTransferId })).toMatchObject({
      code: 'NOT_FOUND',
    });
  },
};

/** Mutations of stock and warehouses. */
export const stockCases: AreaCases = {
  ...binCases,
  ...zoneCases,
  ...boxCases,
  ...postingCases,
  ...countingCases,
  ...transferCases,
};
