import { packKey } from '../../../src/wawi/contract/keys.ts';
import { reservedOrder } from '../../graphql/reserved-order.ts';
import type { Answer, CommandCase, CommandTools } from './command-cases.ts';
import { newOrder } from './payment-cases.ts';
import { instruction, keys, noPage } from './values.ts';

const packageId = packKey('VersandKey', 1);

async function shipment(tools: CommandTools): Promise<Answer> {
  const { salesOrderId: orderId } = await newOrder(tools);
  const { picklistId, positionId } = await reservedOrder(tools.client, String(orderId));
  const material = { itemId: keys.otherItem, warehouseId: keys.warehouse, quantity: 2 };
  await tools.client.rest('POST', '/stocks', material);
  return {
    orderId,
    picklistId,
    warehouseId: keys.warehouse,
    userId: packKey('BenutzerKey', 1),
    'packages.positions.picklistPositionId': positionId,
    'packages.positions.itemId': undefined,
    'packages.positions.data': undefined,
    'packages.positions.quantity': 5,
    'packages.shippingMethodId': keys.shippingMethod,
    'packages.packagingMaterials.quantity': 2,
    'packages.packagingMaterials.itemId': keys.otherItem,
    'packages.packagingMaterialBinLocationId': packKey('WarenLagerPlatzKey', 1),
  };
}

async function deliveryNotes(tools: CommandTools, salesOrderId: unknown): Promise<unknown[]> {
  type Notes = { nodes: { id: string }[] };
  const notes = await tools.query<Notes>('QueryDeliveryNotesBySalesOrderId', { salesOrderId });
  const deliveryNoteId = notes.nodes[0]!.id;
  return [
    notes,
    await tools.query('QueryDeliveryNoteLineItemsByDeliveryNoteId', { deliveryNoteId }),
    await tools.v2(`/delivery-notes/${deliveryNoteId}`),
    await tools.v2(`/delivery-notes/${deliveryNoteId}/packages`),
    await tools.v1((id) => `/deliveryNotes/${id}`, deliveryNoteId),
  ];
}

async function shippedPackage(tools: CommandTools): Promise<{ salesOrderId: unknown; id: string }> {
  const draft = await shipment(tools);
  type Shipped = { deliveryNotes: { packages: { id: string }[] }[] };
  const { deliveryNotes: notes } = await tools.run<Shipped>('ShipOrder', {
    orderId: draft['orderId'],
    picklistId: draft['picklistId'],
    warehouseId: keys.warehouse,
    userId: draft['userId'],
    packages: [
      {
        positions: [{ picklistPositionId: draft['packages.positions.picklistPositionId'], quantity: 5 }],
        shippingMethodId: keys.shippingMethod,
        weight: 1,
      },
    ],
  });
  return { salesOrderId: draft['orderId'], id: notes[0]!.packages[0]!.id };
}

/** Version 2.0 spells the argument in small letters. */
function orderData(tools: CommandTools): Promise<unknown> {
  const { args } = tools.contract.queries['QueryOrderData']!;
  return tools.query('QueryOrderData', { ['packageId' in args ? 'packageId' : 'packageid']: packageId });
}

const deliveryCases: readonly CommandCase[] = [
  {
    mutation: 'ShipOrder',
    given: shipment,
    demanded: ['packages.positions.picklistPositionId'],
    read: (tools, _, { orderId }) => deliveryNotes(tools, orderId),
    unshown: {
      picklistId: instruction,
      warehouseId: instruction,
      userId: instruction,
      isPartialDelivery: instruction,
      comment: noPage,
      'packages.positions.picklistPositionId': instruction,
      'packages.dimensions': noPage,
      'packages.packagingMaterials': 'the materials leave the stock',
      'packages.packagingMaterialBinLocationId': 'the materials leave the stock',
    },
    otherNames: {
      orderId: 'salesOrderId',
      'packages.sscc': 'comment',
      'packages.trackingId': 'trackingNumber',
      'packages.deliveryDate': 'shippingDate',
    },
  },
  {
    mutation: 'ShipPackage',
    given: async (tools) => ({ packageId: (await shippedPackage(tools)).id }),
    read: (_, answer) => Promise.resolve(answer),
    unshown: { overwrite: instruction },
    otherNames: { packageId: 'id' },
  },
  {
    mutation: 'ChangePackageWeight',
    given: () => ({ packageId }),
    read: orderData,
    otherNames: { packageId: 'id', weight: 'totalWeight' },
  },
  {
    mutation: 'CreateDeliverPackage',
    given: () => ({ packageId }),
    read: async (tools) => [
      await orderData(tools),
      await tools.v1(() => '/deliveryNotes/1/packages', packageId),
    ],
    otherNames: { packageId: 'id', trackingCode: 'TrackingId', shippingDate: 'ShippedDate' },
  },
];

async function newReturn(tools: CommandTools): Promise<{ returnId: string; salesOrderLineItemId: string }> {
  const { salesOrderId, lineItemId: salesOrderLineItemId } = await newOrder(tools);
  const { id: returnId } = await tools.client.rest<{ id: string }>('POST', '/returns', {
    companyId: keys.company,
    salesOrderId,
    warehouseId: keys.warehouse,
    items: [{ quantity: 1, returnReasonId: packKey('RueckgabegrundKey', 1), salesOrderLineItemId }],
  });
  return { returnId, salesOrderLineItemId };
}

async function returnLine(tools: CommandTools): Promise<{ returnId: string; lineItemId: string }> {
  const { returnId } = await newReturn(tools);
  const lines = (await tools.v2(`/returns/${returnId}/line-items`)) as { id: string }[];
  return { returnId, lineItemId: lines[0]!.id };
}

async function returned(tools: CommandTools, _: Answer, { returnId }: Answer): Promise<unknown[]> {
  return [
    await tools.v2(`/returns/${String(returnId)}`),
    await tools.v2(`/returns/${String(returnId)}/line-items`),
  ];
}

const lineState = {
  stateId: packKey('RetoureStatusKey', 2),
  returnReasonId: packKey('RueckgabegrundKey', 2),
  conditionId: packKey('ZustandKey', 1),
};

const returnCases: readonly CommandCase[] = [
  {
    mutation: 'UpdateReturn',
    given: async (tools) => ({
      returnId: (await newReturn(tools)).returnId,
      companyId: keys.company,
      warehouseId: packKey('WarenlagerKey', 2),
    }),
    read: returned,
    otherNames: { returnId: 'id' },
  },
  {
    mutation: 'AddReturnLineItem',
    given: async (tools) => ({
      ...(await newReturn(tools)),
      ...lineState,
      deliveryNoteLineItemId: undefined,
      quantity: 3,
    }),
    // A line without a line of the order or of a delivery note names no item.
    demanded: ['salesOrderLineItemId'],
    read: returned,
  },
  {
    mutation: 'UpdateReturnLineItem',
    given: async (tools) => ({ ...(await returnLine(tools)), ...lineState, quantity: 4 }),
    read: returned,
    otherNames: { lineItemId: 'id' },
  },
  {
    mutation: 'DeleteReturnLineItem',
    given: returnLine,
    read: returned,
    otherNames: { lineItemId: 'id' },
    unshown: { returnId: 'the list of its lines is empty' },
    removes: ['lineItemId'],
  },
];

export const shippingCases: readonly CommandCase[] = [...deliveryCases, ...returnCases];
