import { packKey } from '../../src/wawi/contract/keys.ts';
import type { WorkflowObject } from '../../src/wawi/areas/system/schema/processes.ts';
import { constants, isReturnable, itemLine, openOrder, ownerKey } from './fixture-rows.ts';
import { fieldOf, type ArrangementContext } from './arrangement-context.ts';
import type { TenantClient } from './tenant-client.ts';

/** The properties of a valid request that the contract's types do not express. */
export interface Arrangement {
  /** Path parameters, by name in lower case. */
  values?: (context: ArrangementContext) => Promise<Record<string, string>> | Record<string, string>;
  /** Fields of the body that the generated sample gets wrong; undefined leaves one out. */
  body?: (context: ArrangementContext, values: Readonly<Record<string, string>>) => unknown;
  /** The body of an operation that takes no JSON. */
  bytes?: Uint8Array;
  headers?: (context: ArrangementContext) => Promise<Record<string, string>>;
}

/** Most items know neither batches nor best-before dates. */
export function withoutBatch(): Record<string, undefined> {
  return { ShelfLifeExpirationDate: undefined, BatchNumber: undefined };
}

export function workflowEvent(object: WorkflowObject): Arrangement {
  return {
    body: ({ client }) => ({ Id: client.row('workflowEvent', (one) => one.object === object).eventId }),
  };
}

/** A custom field for one kind of entity: 0 item, 3 customer, 4 sales order. */
export function customField(context: ArrangementContext, referenceType: number): Promise<number> {
  return context.idFrom('EigenesFeldKey', 'v2 POST /custom-fields', 'customfieldid', {
    body: { ReferenceType: referenceType, DataType: 3, GroupName: constants['groupname'] },
  });
}

/** The value of a custom field on an entity, to be changed, or to be deleted once it is there. */
export function customFieldValue(
  owner: string,
  parameter: string,
  referenceType: number,
): Record<string, Arrangement> {
  const path = `${owner}/custom-fields/{customfieldId}`;
  const values = async (context: ArrangementContext): Promise<Record<string, string>> => ({
    customfieldid: context.pathKey('EigenesFeldKey', await customField(context, referenceType)),
    [parameter]: ownerKey(context, parameter),
  });
  return {
    [`PATCH ${path}`]: { values },
    [`DELETE ${path}`]: {
      values: async (context) => {
        const made = await values(context);
        await context.run(`PATCH ${path}`, { values: made });
        return made;
      },
    },
  };
}

export const customFieldGroup: Arrangement = {
  values: async (context) => {
    await customField(context, 3);
    return { groupname: constants['groupname'] ?? '', referencetype: '3' };
  },
};

/** A delivered line of an order, which can be returned. */
export const deliveredReturn: Arrangement = {
  body: (context) => {
    const { client } = context;
    const order = client.row(
      'salesOrder',
      (one) =>
        !one.isCancelled &&
        one.lineItems.some(
          (line) =>
            line.itemId !== undefined && Number(line.quantityDelivered) - Number(line.quantityReturned) >= 1,
        ),
    );
    const line = order.lineItems.find(
      (one) => one.itemId !== undefined && Number(one.quantityDelivered) - Number(one.quantityReturned) >= 1,
    );
    return {
      SalesOrderId: context.key('VerkaufAuftragKey', order.id),
      Items: [
        {
          Quantity: 1,
          ReturnReasonId: context.key('RueckgabegrundKey', client.row('returnReason').id),
          SalesOrderLineItemId: context.key('VerkaufAuftragPositionKey', line?.id ?? 0),
        },
      ],
    };
  },
};

/** One more piece of an order that some of has come back already. */
export const furtherReturnLine: Arrangement = {
  values: extensibleReturnKey,
  body: (context) => {
    const { salesOrderId } = extensibleReturn(context.client);
    const line = context.client.data.get('salesOrder', salesOrderId).lineItems.find(isReturnable);
    return {
      Quantity: 1,
      SalesOrderLineItemId: context.key('VerkaufAuftragPositionKey', line?.id ?? 0),
      DeliveryNoteLineItemId: undefined,
    };
  },
};

export function extensibleReturnKey(context: ArrangementContext): Record<string, string> {
  return { returnid: String(context.key('RetoureKey', extensibleReturn(context.client).id)) };
}

export function extensibleReturn(client: TenantClient): { id: number; salesOrderId: number } {
  return client.row('return', ({ salesOrderId }) =>
    client.data.get('salesOrder', salesOrderId).lineItems.some(isReturnable),
  );
}

/** An invoice that is still a draft. */
export async function draftInvoice(context: ArrangementContext): Promise<string> {
  const id = await context.idFrom(
    'RechnungKey',
    'v2 POST /salesinvoice/create-sales-invoice',
    'salesinvoiceid',
    {
      body: { AsDraft: true, InvoiceOnlyDeliveredQuantity: false },
    },
  );
  return context.pathKey('RechnungKey', id);
}

/** An invoice of an order that nothing else has happened to. */
export async function freshInvoice(context: ArrangementContext): Promise<string> {
  const id = await context.idFrom('RechnungKey', 'v2 POST /sales-orders/{salesOrderId}/invoices', 'id', {
    body: { AsDraft: false, InvoiceOnlyDeliveredQuantity: false },
  });
  return context.pathKey('RechnungKey', id);
}

/** Goods of the open order's first item, put on stock and reserved. */
export async function reserved(
  context: ArrangementContext,
): Promise<{ pickList: number; position: number; order: number }> {
  const order = openOrder(context.client);
  const warehouse = packKey('WarenlagerKey', context.client.row('warehouse').id);
  await context.run('v2 POST /stocks', {
    body: { WarehouseId: warehouse, ItemId: packKey('ArtikelKey', itemLine(order).itemId), Quantity: 50 },
  });
  const pickList = await context.idFrom(
    'PicklisteKey',
    'v2 POST /delivery/reserve',
    'picklists.0.picklistid',
  );
  const values = { warehouseid: warehouse, picklistid: packKey('PicklisteKey', pickList) };
  const position = await context.idFrom(
    'PicklistePosKey',
    'v2 GET /wms/{warehouseId}/picklists/{picklistId}',
    '0.id',
    { values },
  );
  return { pickList, position, order: order.id };
}

export function deliverySource(context: ArrangementContext): unknown {
  return { Type: 0, Id: context.client.row('warehouse').id, Priority: 1 };
}

export const pickListPosition: Arrangement = {
  values: async (context) => {
    const { pickList, position } = await reserved(context);
    return {
      warehouseid: context.pathKey('WarenlagerKey', context.client.row('warehouse').id),
      picklistid: context.pathKey('PicklisteKey', pickList),
      picklistpositionid: context.pathKey('PicklistePosKey', position),
    };
  },
};

/** A parcel of a delivery note, named by its number. */
export function packageNumber(context: ArrangementContext): Record<string, string> {
  return { packageid: context.pathKey('VersandKey', context.client.row('shipmentPackage').id) };
}

/** A variation with a value, which distinguishes children. */
export async function variationValue(context: ArrangementContext, itemId: number): Promise<number> {
  const item = String(itemId);
  const variation = await context.idFrom('VariationKey', 'v1 POST /items/{itemId}/variations', 'id', {
    values: { itemid: item },
  });
  return context.idFrom('VariationWertKey', 'v1 POST /items/{itemId}/variations/{variationId}/values', 'id', {
    values: { itemid: item, variationid: String(variation) },
  });
}

/** A channel that items can be switched on and off for. */
export const salesChannel: Arrangement = { values: () => Promise.resolve({ saleschannelid: '2-2-1' }) };

/** An app's request for access. */
export const registration: Arrangement = {
  values: async (context) => ({
    registrationid: String(fieldOf(await context.run('POST /authentication'), 'registrationrequestid')),
  }),
};

/** An app that another app registers. */
export const foreignApp = 'Contract.Foreign';

export const foreignRegistration = {
  byApp: {
    values: async (context: ArrangementContext) => {
      await context.run('v2 POST /authentication/foreign');
      return { appid: foreignApp };
    },
    body: () => ({ AppId: foreignApp }),
  },
  byId: {
    values: async (context: ArrangementContext) => {
      const made = await context.run('v2 POST /authentication/foreign');
      return { registrationid: String(fieldOf(fieldOf(made, 'requeststatusinfo'), 'registrationrequestid')) };
    },
    body: () => ({ AppId: foreignApp }),
  },
};

/** An image that an item has been given. */
export const imageOfItem: Arrangement = {
  values: async (context) => ({
    imageid: context.pathKey(
      'BildKey',
      await context.idFrom('BildKey', 'v1 POST /items/{itemId}/images', 'imageid'),
    ),
  }),
};

/** Some versions answer what they created, others its key alone. */
function createdKey(answer: unknown, name: string): string {
  return String(fieldOf(answer, 'id') ?? fieldOf(answer, name));
}

/** A count that is not booked yet. */
export const inventoryCount: Arrangement = {
  values: async (context) => ({
    inventorycountid: createdKey(
      await context.run('v2 POST /warehouses/{warehouseId}/inventory-counts'),
      'inventorycountid',
    ),
  }),
};

/** A transfer whose goods have left the first warehouse. */
export async function shippedTransfer(context: ArrangementContext): Promise<string> {
  const made = await context.run('v2 POST /stock-transfers');
  const id = createdKey(made, 'stocktransferid');
  await context.run('v2 POST /stock-transfers/{stockTransferId}/to-transit', {
    values: { stocktransferid: id },
  });
  return id;
}

/** A line for an item that the supplier of the order supplies. */
export const suppliedLine: Arrangement = {
  body: ({ client }, { purchaseorderid = '' }) => {
    const order = [...client.data.of('purchaseOrder').values()].find(
      ({ id }) => packKey('LieferantenBestellungKey', id) === purchaseorderid,
    );
    const supplierId = order?.supplierId ?? client.row('supplier').id;
    const { id } = client.row('item', ({ suppliers }) =>
      suppliers.some((one) => one.supplierId === supplierId),
    );
    return { ItemId: packKey('ArtikelKey', id) };
  },
};

/** A purchase order with two lines, so that one can go. */
export const purchaseLine: Arrangement = {
  values: async (context) => {
    const made = await context.run('v2 POST /purchase-orders');
    const purchaseorderid = String(fieldOf(made, 'id'));
    await context.run('v2 POST /purchase-orders/{purchaseOrderId}/line-items', {
      values: { purchaseorderid },
    });
    return {
      purchaseorderid,
      lineitemid: String(fieldOf(fieldOf(fieldOf(made, 'lineitems'), '0'), 'id')),
    };
  },
};
