import { deliveredReturn, extensibleReturnKey, furtherReturnLine } from '../../../contract/preparations.ts';
import { fieldOf } from '../../../contract/arrangement-context.ts';
import { isReturnable, itemLine, openOrder } from '../../../contract/fixture-rows.ts';
import { noPage } from '../values.ts';
import type { Read, RequestRow, Scene } from '../request-row.ts';

const returnDate = '2026-07-08T00:00:00.000Z';
const lineNote = { returnReasonComment: 'Grund 1' };
const condition = (scene: Scene): Record<string, unknown> => ({
  stateId: some(scene, 'RetoureStatusKey'),
  conditionId: some(scene, 'ZustandKey'),
  conditionComment: 'Zustand 2',
});

const some = (scene: Pick<Scene, 'client' | 'key'>, kind: string): string | number =>
  scene.key(kind, scene.client.idOfKind(kind) ?? 0);
const other = (scene: Scene, kind: 'WarenlagerKey'): string | number =>
  scene.key(kind, scene.client.row('warehouse', (one) => one.id > 1).id);

/** An order with a delivered line, as the body of a return names them. */
function goods(scene: Scene): Record<string, unknown> {
  const body = deliveredReturn.body!(scene, scene.values) as Record<string, unknown>;
  const line = (body['Items'] as Record<string, unknown>[])[0]!;
  return { salesOrderId: body['SalesOrderId'], line: line['SalesOrderLineItemId'] };
}

/** @returns the line of a delivery note that delivered something of the order */
function deliveredLine(scene: Scene): { order: string | number; line: string | number } {
  const note = scene.client.row('deliveryNote', ({ salesOrderId, lineItems }) =>
    scene.client.data
      .get('salesOrder', salesOrderId)
      .lineItems.some((one) => isReturnable(one) && one.id === lineItems[0]?.salesOrderLineItemId),
  );
  return {
    order: scene.key('VerkaufAuftragKey', note.salesOrderId),
    line: scene.key('RetourenLieferscheinPositionKey', note.lineItems[0]!.id),
  };
}

function newReturn(scene: Scene): Record<string, unknown> {
  const { order, line } = deliveredLine(scene);
  return {
    returnDate,
    externalNumber: 'RET-11',
    companyId: some(scene, 'FirmaKey'),
    salesOrderId: order,
    warehouseId: other(scene, 'WarenlagerKey'),
    externalComment: 'Außen 12',
    internalComment: 'Innen 13',
    contact: 'Kontakt 14',
    items: [
      {
        quantity: 1,
        returnReasonId: some(scene, 'RueckgabegrundKey'),
        credit: false,
        ...lineNote,
        deliveryNoteLineItemId: line,
        ...(scene.version === 'v2' && condition(scene)),
      },
    ],
    packages: [
      {
        trackingId: 'JJD000015',
        shippingMethodId: some(scene, 'VersandartKey'),
        shippingMethodCustom: 'Bote 16',
      },
    ],
    transmitToSalesChannel: true,
  };
}
const bySalesOrderLine = {
  'items.salesorderlineitemid': 'the line is named by the one of the delivery note',
};

const leastReturn = (scene: Scene): Record<string, unknown> => {
  const { salesOrderId, line } = goods(scene);
  return {
    companyId: some(scene, 'FirmaKey'),
    salesOrderId,
    warehouseId: some(scene, 'WarenlagerKey'),
    items: [{ quantity: 1, returnReasonId: some(scene, 'RueckgabegrundKey'), salesOrderLineItemId: line }],
  };
};

const inHead = {
  returndate: true,
  externalnumber: true,
  companyid: true,
  salesorderid: true,
  warehouseid: true,
  externalcomment: true,
  internalcomment: true,
  contact: true,
  transmittosaleschannel: true,
} as const;
const returnReads = (version: 1 | 2): Read[] => [
  { by: 'answer', only: inHead },
  { by: `v${version} GET /returns/{returnId}`, only: inHead },
  {
    by: `v${version} GET /returns/{returnId}/line-items`,
    only: { items: true },
    names: { items: '' },
    ...(version === 1 && { hidden: { 'items.credit': noPage } }),
  },
  { by: `v${version} GET /returns/{returnId}/packages`, only: { packages: true }, names: { packages: '' } },
];

const lineReads: Read[] = [{ by: 'v2 GET /returns/{returnId}/line-items' }];

export const returnRows: RequestRow[] = [
  {
    operation: 'v1 POST /returns',
    minimal: leastReturn,
    full: newReturn,
    without: bySalesOrderLine,
    reads: returnReads(1),
  },
  {
    operation: 'v2 POST /returns',
    minimal: leastReturn,
    full: newReturn,
    without: bySalesOrderLine,
    reads: returnReads(2),
  },
  {
    operation: 'v2 PATCH /returns/{returnId}',
    minimal: () => ({}),
    full: (scene) => ({
      returnDate,
      externalNumber: 'RET-21',
      warehouseId: other(scene, 'WarenlagerKey'),
      externalComment: 'Außen 22',
      internalComment: 'Innen 23',
      contact: 'Kontakt 24',
      transmitToSalesChannel: true,
      companyId: some(scene, 'FirmaKey'),
    }),
    reads: [{ by: 'answer' }, { by: 'v2 GET /returns/{returnId}' }],
  },
  {
    operation: 'v2 POST /returns/{returnId}/line-items',
    values: extensibleReturnKey,
    minimal: (scene) => ({
      quantity: 1,
      returnReasonId: some(scene, 'RueckgabegrundKey'),
      salesOrderLineItemId: fieldOf(furtherReturnLine.body!(scene, scene.values), 'salesorderlineitemid'),
    }),
    full: (scene) => ({
      quantity: 1,
      ...lineNote,
      credit: false,
      salesOrderLineItemId: fieldOf(furtherReturnLine.body!(scene, scene.values), 'salesorderlineitemid'),
      returnReasonId: some(scene, 'RueckgabegrundKey'),
      ...condition(scene),
    }),
    without: { deliverynotelineitemid: 'the line is named by the one of the order' },
    reads: [{ by: 'answer' }, ...lineReads],
  },
  {
    operation: 'v2 PATCH /returns/{returnId}/line-items/{lineItemId}',
    values: extensibleReturnKey,
    minimal: () => ({}),
    full: (scene) => ({
      quantity: 1,
      returnReasonId: some(scene, 'RueckgabegrundKey'),
      ...lineNote,
      ...condition(scene),
      credit: false,
    }),
    reads: [{ by: 'answer' }, ...lineReads],
  },
  {
    operation: 'v2 POST /returns/{returnId}/sales-invoice-corrections',
    values: creditableReturn,
    minimal: () => ({}),
    full: () => ({
      asDraft: true,
      disableAutomaticWorkflows: true,
      reduceSalesOrderQuantities: true,
      reduceDeliveryQuantities: true,
      cancelWebShopOrder: true,
      allowQuantityExceeded: true,
      allowAmountExceeded: true,
    }),
    reads: [],
    unread: 'the flags say how the return is credited',
  },
];

/** A return of goods that are invoiced and not credited. */
async function creditableReturn(scene: Omit<Scene, 'values'>): Promise<Record<string, string>> {
  const order = openOrder(scene.client);
  const salesorderid = scene.pathKey('VerkaufAuftragKey', order.id);
  await scene.run('v2 POST /sales-orders/{salesOrderId}/invoices', {
    values: { salesorderid },
    body: { AsDraft: false, InvoiceOnlyDeliveredQuantity: false },
  });
  const made = await scene.run('v2 POST /returns', {
    body: {
      SalesOrderId: salesorderid,
      Items: [
        {
          Quantity: 1,
          ReturnReasonId: some(scene, 'RueckgabegrundKey'),
          SalesOrderLineItemId: scene.key('VerkaufAuftragPositionKey', itemLine(order).id),
        },
      ],
    },
  });
  return { returnid: String(fieldOf(made, 'id')) };
}
