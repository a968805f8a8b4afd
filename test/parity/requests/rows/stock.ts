import { packKey } from '../../../../src/wawi/contract/keys.ts';
import { fieldOf, idAt } from '../../../contract/arrangement-context.ts';
import { otherItem, plainItem } from '../../../contract/fixture-rows.ts';
import { shippedTransfer } from '../../../contract/preparations.ts';
import { noPage } from '../values.ts';
import type { Read, RequestRow, Scene } from '../request-row.ts';

type Before = Omit<Scene, 'values'>;

const shelfLifeExpirationDate = '2028-03-01T00:00:00.000Z';
const expectedDeliveryDate = '2999-01-02T00:00:00.000Z';

/** A new item of the stock, with everything that a booking can name, or with nothing. */
async function newItem(scene: Before, isTracked: boolean): Promise<string | number> {
  const made = await scene.run('v1 POST /items', {
    body: {
      Name: 'Seil',
      StorageOptions: {
        InventoryManagementActive: true,
        SplitQuantity: false,
        SerialNumberItem: isTracked,
        SerialNumberTracking: isTracked,
        SubjectToShelfLifeExpirationDate: isTracked,
        SubjectToBatchItem: isTracked,
      },
    },
  });
  return scene.key('ArtikelKey', idAt(made, 'ArtikelKey', 'id'));
}

const place = (scene: Scene): { warehouseId: string | number; storageLocationId: string | number } => {
  const location = scene.client.row('storageLocation');
  return {
    warehouseId: scene.key('WarenlagerKey', location.warehouseId),
    storageLocationId: scene.key('WarenLagerPlatzKey', location.id),
  };
};
const identity = { shelfLifeExpirationDate, batchNumber: 'L-7' };
const serialNumbers = ['S-1'];

const booking = async (scene: Scene): Promise<Record<string, unknown>> => ({
  ...place(scene),
  ...identity,
  itemId: await newItem(scene, true),
  quantity: 1,
  purchasePriceNet: 4.5,
  serialNumbers,
  comment: 'Buchung 1',
});
const leastBooking = async (scene: Scene): Promise<Record<string, unknown>> => ({
  ...(scene.client.row('storageLocation') && place(scene)),
  itemId: await newItem(scene, false),
  quantity: 2,
});
const ofItem = (_scene: Scene, answer: unknown): Record<string, string> => ({
  itemId: String(fieldOf(answer, 'itemid')),
});
const bookingReads = (version: 1 | 2): Read[] => [
  {
    by: 'answer',
    names: { quantity: 'quantitytotal' },
    only: {
      warehouseid: true,
      storagelocationid: true,
      itemid: true,
      quantity: true,
      shelflifeexpirationdate: true,
      batchnumber: true,
    },
  },
  {
    by: `v${version} GET /stocks/changes`,
    query: ofItem,
    row: () => true,
    hidden: { purchasepricenet: noPage, serialnumbers: 'a list of its own shows them' },
  },
  {
    by: `v${version} GET /stocks/serial-numbers`,
    query: ofItem,
    only: { serialnumbers: true },
    row: () => true,
  },
];

const countOf = async (scene: Before): Promise<Record<string, string>> => {
  const made = await scene.run('v2 POST /warehouses/{warehouseId}/inventory-counts', {
    body: { ItemId: packKey('ArtikelKey', plainItem(scene.client)), Quantity: 4 },
  });
  return { inventorycountid: countKey(made) };
};

/** Some versions answer what they created, others its key alone. */
function countKey(answer: unknown): string {
  return String(fieldOf(answer, 'id') ?? fieldOf(answer, 'inventorycountid'));
}

const transferReads: Read[] = [{ by: 'v2 GET /stock-transfers/{stockTransferId}' }];
const transferHead = (scene: Scene): Record<string, unknown> => ({
  shippingMethodId: packKey('VersandartKey', scene.client.row('shippingMethod', (one) => one.id > 1).id),
  expectedDeliveryDate,
  note: 'Umlagerung 11',
});
const newTransfer = (scene: Scene): Record<string, unknown> => ({
  sourceWarehouseId: packKey('WarenlagerKey', scene.client.row('warehouse').id),
  targetWarehouseId: packKey('WarenlagerKey', scene.client.row('warehouse', (one) => one.id > 1).id),
  lineItems: [{ itemId: packKey('ArtikelKey', plainItem(scene.client)), quantity: 3 }],
});

export const stockRows: RequestRow[] = [
  { operation: 'v1 POST /stocks', minimal: leastBooking, full: booking, reads: bookingReads(1) },
  { operation: 'v2 POST /stocks', minimal: leastBooking, full: booking, reads: bookingReads(2) },
  {
    operation: 'v2 POST /warehouses/{warehouseId}/inventory-counts',
    minimal: async (scene) => ({ itemId: await newItem(scene, false), quantity: 2 }),
    full: async (scene) => ({
      itemId: await newItem(scene, true),
      storageLocationId: place(scene).storageLocationId,
      ...identity,
      quantity: 1,
      serialNumbers,
      comment: 'Zählung 2',
    }),
    without: {
      shelflifeenddate: 'the other name of shelfLifeExpirationDate',
      serialnumber: 'the other name of serialNumbers',
    },
    reads: [
      {
        by: 'v2 GET /inventory-counts/{inventoryCountId}',
        values: (_scene, answer) => ({ inventorycountid: countKey(answer) }),
      },
    ],
  },
  {
    operation: 'v2 PATCH /inventory-counts/{inventoryCountId}',
    values: countOf,
    minimal: () => ({ quantity: 5 }),
    full: () => ({ quantity: 6.5 }),
    reads: [{ by: 'v2 GET /inventory-counts/{inventoryCountId}' }],
  },
  {
    operation: 'v2 POST /warehouses/{warehouseId}/inventory-counts/finish',
    values: async (scene) => {
      await countOf(scene);
      return {};
    },
    minimal: () => ({}),
    full: () => ({ setUncountedToZero: true }),
    reads: [],
    unread: 'the flag says what becomes of uncounted stock',
  },
  {
    operation: 'v2 POST /stock-transfers',
    minimal: newTransfer,
    full: (scene) => ({ ...newTransfer(scene), ...transferHead(scene) }),
    reads: transferReads,
  },
  {
    operation: 'v2 PATCH /stock-transfers/{stockTransferId}',
    minimal: () => ({}),
    full: transferHead,
    reads: transferReads,
  },
  {
    operation: 'v2 POST /stock-transfers/{stockTransferId}/line-items',
    minimal: ({ client }) => ({ itemId: packKey('ArtikelKey', otherItem(client)), quantity: 1 }),
    full: ({ client }) => ({ itemId: packKey('ArtikelKey', otherItem(client)), quantity: 7 }),
    reads: [{ ...transferReads[0]!, names: { '': 'lineitems' } }],
  },
  {
    operation: 'v2 PATCH /stock-transfers/{stockTransferId}/line-items/{stockTransferLineItemId}',
    minimal: () => ({ quantity: 1 }),
    full: () => ({ quantity: 1.5 }),
    reads: [{ ...transferReads[0]!, names: { '': 'lineitems' } }],
  },
  {
    operation: 'v2 POST /stock-transfers/{stockTransferId}/from-transit',
    values: async (scene) => ({ stocktransferid: await shippedTransfer(scene) }),
    minimal: async (scene) => ({
      lineItems: [{ stockTransferLineItemId: await lineOf(scene), quantity: 1 }],
    }),
    full: async (scene) => ({
      lineItems: [{ stockTransferLineItemId: await lineOf(scene), quantity: 1 }],
      comment: 'Eingang 31',
    }),
    without: {
      'lineitems.inventorymanagementinformation':
        'the goods of the transfer have no batches and serial numbers',
    },
    reads: [
      {
        by: 'v2 GET /stocks/changes',
        query: (scene) => ({ itemId: packKey('ArtikelKey', plainItem(scene.client)) }),
        row: (one) => one['comment'] === 'Eingang 31',
        hidden: { 'lineitems.stocktransferlineitemid': noPage },
        names: { 'lineitems.quantity': 'quantity' },
      },
    ],
  },
  {
    operation: 'v2 POST /stock-transfers/{stockTransferId}/write-off-transit',
    values: async (scene) => ({ stocktransferid: await shippedTransfer(scene) }),
    minimal: () => ({}),
    full: () => ({ comment: 'Schwund 21' }),
    reads: [],
    unread: noPage,
  },
];

async function lineOf(scene: Scene): Promise<string> {
  const transfer = await scene.run('v2 GET /stock-transfers/{stockTransferId}', { values: scene.values });
  return String(fieldOf(fieldOf(fieldOf(transfer, 'lineitems'), '0'), 'id'));
}
