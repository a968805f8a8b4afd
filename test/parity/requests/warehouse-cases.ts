import { packKey } from '../../../src/wawi/contract/keys.ts';
import type { Answer, CommandCase, CommandTools } from './command-cases.ts';
import { noPage } from './values.ts';

const warehouseId = packKey('WarenlagerKey', 2);
const binLocationId = packKey('WarenLagerPlatzKey', 2);

let number = 0;
const nextName = (prefix: string): string => `${prefix}-${++number}`;

async function newBin(tools: CommandTools): Promise<unknown> {
  const made = await tools.create('CreateBinLocation', { warehouseId, name: nextName('P'), type: 4 });
  return made['binLocationId'];
}

/** A bin that has the states which the commands take from it. */
async function lockedBin(tools: CommandTools, ...commands: readonly string[]): Promise<Answer> {
  const bin = { binLocationId: await newBin(tools) };
  for (const command of commands) await tools.run(command, bin);
  return bin;
}

function bins(tools: CommandTools): Promise<unknown> {
  return tools.query('QueryBinLocations', { warehouseId, first: 500 });
}

function bin(tools: CommandTools, key: unknown): Promise<unknown> {
  return tools.query('GetBinLocationById', { binLocationId: key });
}

/** A command that brings a bin into a state, from the state that other commands bring it into. */
function binState(mutation: string, shows: Answer, ...before: readonly string[]): CommandCase {
  return {
    mutation,
    given: (tools) => lockedBin(tools, ...before),
    read: (tools, _, request) => bin(tools, request['binLocationId']),
    shows,
  };
}

const binCases: readonly CommandCase[] = [
  {
    mutation: 'CreateBinLocation',
    given: () => ({ warehouseId, name: nextName('P'), type: 4 }),
    read: (tools, answer) => bin(tools, answer['binLocationId']),
  },
  {
    mutation: 'UpdateBinLocationMetadata',
    given: async (tools) => ({ binLocationId: await newBin(tools), name: nextName('P'), type: 2 }),
    read: (tools, _, request) => bin(tools, request['binLocationId']),
  },
  {
    mutation: 'DeleteBinLocation',
    given: async (tools) => ({ binLocationId: await newBin(tools) }),
    read: bins,
    removes: ['binLocationId'],
  },
  binState('LockBinLocation', { status: 2 }),
  binState('DeactivateBinLocation', { status: 1 }),
  binState('ActivateBinLocation', { status: 0 }, 'LockBinLocation', 'DeactivateBinLocation'),
  {
    mutation: 'LockBinLocationForAvailableStock',
    given: (tools) => lockedBin(tools),
    read: bins,
  },
  {
    mutation: 'UnlockBinLocationForAvailableStock',
    given: (tools) => lockedBin(tools, 'LockBinLocationForAvailableStock'),
    read: bins,
  },
];

async function newZone(tools: CommandTools): Promise<unknown> {
  const made = await tools.create('CreateWarehouseZone', { warehouseId, code: nextName('Z'), zoneType: 1 });
  return made['zoneId'];
}

function zones(tools: CommandTools): Promise<unknown> {
  return tools.query('QueryWarehouseZones', { warehouseId, first: 500 });
}

function zoneBins(tools: CommandTools, zoneId: unknown): Promise<unknown> {
  return tools.query('QueryZoneBinLocations', { zoneId });
}

const zoneCases: readonly CommandCase[] = [
  {
    mutation: 'CreateWarehouseZone',
    given: () => ({ warehouseId, code: nextName('Z'), zoneType: 2 }),
    read: zones,
  },
  {
    mutation: 'UpdateWarehouseZoneMetadata',
    given: async (tools) => ({ zoneId: await newZone(tools), code: nextName('Z'), zoneType: 3 }),
    read: zones,
  },
  {
    mutation: 'DeleteWarehouseZone',
    given: async (tools) => ({ zoneId: await newZone(tools) }),
    read: zones,
    removes: ['zoneId'],
  },
  {
    mutation: 'AddBinLocationsToZone',
    given: async (tools) => ({
      zoneId: await newZone(tools),
      binLocationIds: [await newBin(tools), await newBin(tools)],
    }),
    read: (tools, _, request) => zoneBins(tools, request['zoneId']),
    otherNames: { binLocationIds: 'binLocationId' },
  },
  {
    mutation: 'RemoveBinLocationsFromZone',
    given: async (tools) => {
      const zoneId = await newZone(tools);
      const binLocationIds = [await newBin(tools), await newBin(tools)];
      await tools.run('AddBinLocationsToZone', { zoneId, binLocationIds });
      return { zoneId, binLocationIds: [binLocationIds[0]] };
    },
    read: (tools, _, request) => zoneBins(tools, request['zoneId']),
    otherNames: { binLocationIds: 'binLocationId' },
    removes: ['binLocationIds'],
  },
];

const box = { warehouseId, typeId: 'box-type-1', binLocationId, attributes: ['blau', 'eckig'] };

async function newBox(tools: CommandTools): Promise<unknown> {
  return (await tools.create('CreateShippingBox', { ...box, displayId: nextName('K') }))['shippingBoxId'];
}

function boxes(tools: CommandTools): Promise<unknown> {
  return tools.query('QueryShippingBoxes', { warehouseId, first: 500 });
}

const boxCases: readonly CommandCase[] = [
  {
    mutation: 'CreateShippingBox',
    given: () => ({ ...box, displayId: nextName('K') }),
    read: boxes,
    unshown: { attributes: noPage },
  },
  {
    mutation: 'UpdateShippingBoxMetadata',
    given: async (tools) => ({ shippingBoxId: await newBox(tools), attributes: ['rot', 'rund'] }),
    read: boxes,
    unshown: { attributes: noPage },
    otherNames: { shippingBoxId: 'id' },
  },
  {
    mutation: 'AssignShippingBoxToLocation',
    given: async (tools) => ({
      shippingBoxId: await newBox(tools),
      binLocationId: packKey('WarenLagerPlatzKey', 3),
    }),
    read: boxes,
    otherNames: { shippingBoxId: 'id' },
  },
  {
    mutation: 'DeleteShippingBox',
    given: async (tools) => ({ shippingBoxId: await newBox(tools) }),
    read: boxes,
    otherNames: { shippingBoxId: 'id' },
    removes: ['shippingBoxId'],
  },
];

/** Commands of bin locations, zones and shipping boxes. */
export const warehouseCases: readonly CommandCase[] = [...binCases, ...zoneCases, ...boxCases];
