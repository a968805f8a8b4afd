import { packKey } from '../../../../src/wawi/contract/keys.ts';
import { comparable } from '../../../contract/agreement.ts';
import { fieldOf } from '../../../contract/arrangement-context.ts';
import { itemLine, openOrder } from '../../../contract/fixture-rows.ts';
import { deliverySource, reserved } from '../../../contract/preparations.ts';
import { instruction, noPage } from '../values.ts';
import type { Read, RequestRow, Scene } from '../request-row.ts';

const shippingDate = '2026-08-09T00:00:00.000Z';

const reserveOptions = { picklistReserveOptions: { picklistPerOrder: true } };
const sources = (scene: Scene): Record<string, unknown>[] => {
  const { Type: type, Id: id, Priority: priority } = deliverySource(scene) as Record<string, unknown>;
  return [{ ...(scene.version === 'v2' && { type }), id, priority }];
};
const withContact = (scene: Scene): Record<string, unknown>[] =>
  sources(scene).map((one) => ({ ...one, contactPersonId: 1 }));

const reservation = (scene: Scene): Record<string, unknown> => ({
  salesOrders: [{ salesOrderId: scene.key('VerkaufAuftragKey', openOrder(scene.client).id) }],
  deliverySources: sources(scene),
  ...reserveOptions,
});
const reassignment = (scene: Scene): Record<string, unknown> => ({
  deliverySources: sources(scene),
  ...reserveOptions,
  salesOrderPositions: [
    {
      salesOrderPositionId: scene.key('VerkaufAuftragPositionKey', itemLine(openOrder(scene.client)).id),
      amount: 1,
    },
  ],
});
const reassigned: Read = {
  by: 'answer',
  hidden: { deliverysources: instruction, picklistreserveoptions: instruction },
};
const reservedOrder: Read = {
  by: 'v2 GET /delivery/reservations',
  row: (one, { client }) => JSON.stringify(one).includes(packKey('VerkaufAuftragKey', openOrder(client).id)),
  only: { salesorders: true },
  names: { salesorders: '' },
};

const parcel = (scene: Scene): Record<string, unknown> => ({
  salesOrderId: scene.key('VerkaufAuftragKey', openOrder(scene.client).id),
  shippingMethodId: scene.key('VersandartKey', scene.client.row('shippingMethod', (one) => one.id > 1).id),
  weight: 2.5,
});
const leastDelivery = async (scene: Scene): Promise<Record<string, unknown>> => ({
  picklistIds: [scene.key('PicklisteKey', (await reserved(scene)).pickList)],
  deliveryPackage: [parcel(scene)],
  isPartialDelivery: true,
});
const delivery = async (scene: Scene): Promise<Record<string, unknown>> => {
  const { pickList } = await reserved(scene);
  return {
    picklistIds: [scene.key('PicklisteKey', pickList)],
    deliveryPackage: [
      {
        ...parcel(scene),
        shippingDate,
        trackingId: 'JJD000061',
        enclosedReturnIdentCode: 'RET-62',
        note: 'Paket 63',
      },
    ],
    isPartialDelivery: true,
    deliverOptions: {
      isDelilveryNotePerWarehouse: true,
      isSetDispatch: true,
      isCreateInvoice: true,
      isInvoiceForOnlySendItems: true,
    },
    deliveryPositionNotes: [
      {
        salesOrderPositionId: scene.key('VerkaufAuftragPositionKey', itemLine(openOrder(scene.client)).id),
        note: 'Position 64',
      },
    ],
  };
};
const firstNote = (scene: Scene, answer: unknown): Record<string, string> => {
  const note = Number(comparable(fieldOf(fieldOf(answer, 'newdeliverynotes'), '0')));
  return { deliverynoteid: scene.pathKey('LieferscheinKey', note) };
};
const deliveryReads = (version: 1 | 2): Read[] => [
  {
    by: `v${version} GET /delivery-notes/{deliveryNoteId}/packages`,
    values: firstNote,
    row: () => true,
    only: { deliverypackage: true },
    names: {
      deliverypackage: '',
      'deliverypackage.weight': 'weights',
      'deliverypackage.note': 'comment',
      'deliverypackage.shippingdate': 'shippeddate',
    },
    hidden: {
      'deliverypackage.salesorderid': 'the delivery note has it',
      'deliverypackage.enclosedreturnidentcode': noPage,
    },
  },
];

export const deliveryRows: RequestRow[] = [
  {
    operation: 'v1 POST /delivery/reserve',
    values: inStock,
    minimal: reservation,
    full: (scene) => ({ ...reservation(scene), deliverySources: withContact(scene), ...reserveOptions }),
    reads: [reservedOrder],
  },
  {
    operation: 'v2 POST /delivery/reserve',
    values: inStock,
    minimal: reservation,
    full: (scene) => ({ ...reservation(scene), deliverySources: withContact(scene), ...reserveOptions }),
    reads: [reservedOrder],
  },
  {
    operation: 'v1 POST /delivery/reassign',
    values: afterReserving,
    minimal: reassignment,
    full: (scene) => ({ ...reassignment(scene), deliverySources: withContact(scene), ...reserveOptions }),
    reads: [reassigned],
  },
  {
    operation: 'v2 POST /delivery/reassign',
    values: afterReserving,
    minimal: reassignment,
    full: (scene) => ({ ...reassignment(scene), deliverySources: withContact(scene), ...reserveOptions }),
    reads: [reassigned],
  },
  {
    operation: 'v1 POST /delivery/deliver',
    minimal: leastDelivery,
    full: delivery,
    without: { deliveryserialnumbers: 'the goods of the order have no serial numbers' },
    reads: deliveryReads(1),
  },
  {
    operation: 'v2 POST /delivery/deliver',
    minimal: leastDelivery,
    full: delivery,
    without: { deliveryserialnumbers: 'the goods of the order have no serial numbers' },
    reads: deliveryReads(2),
  },
  {
    operation: 'v2 POST /delivery/cancel-reservation',
    minimal: async (scene) => ({
      picklistIds: [scene.key('PicklisteKey', (await reserved(scene)).pickList)],
    }),
    full: async (scene) => ({ picklistIds: [scene.key('PicklisteKey', (await reserved(scene)).pickList)] }),
    reads: [],
    unread: 'the pick lists are gone',
  },
];

async function afterReserving(scene: Omit<Scene, 'values'>): Promise<Record<string, string>> {
  await reserved(scene);
  return {};
}

/** Puts goods of the open order on stock. */
async function inStock({ client, run }: Omit<Scene, 'values'>): Promise<Record<string, string>> {
  await run('v2 POST /stocks', {
    body: {
      WarehouseId: packKey('WarenlagerKey', client.row('warehouse').id),
      ItemId: packKey('ArtikelKey', itemLine(openOrder(client)).itemId),
      Quantity: 50,
    },
  });
  return {};
}
