import { createHash } from 'node:crypto';
import type { WorkflowObject } from '../../src/wawi/domain/entities/processes.ts';
import type { SalesOrder } from '../../src/wawi/domain/entities/sales.ts';
import { packKey } from '../../src/wawi/contract/keys.ts';
import { sampleBytes } from './samples.ts';
import { fieldOf, type Scene } from './scene.ts';
import type { World } from './world.ts';

/** What the contract's types alone do not say about a valid request of an operation. */
export interface Arrangement {
  /** Path parameters, by name in lower case. */
  values?: (scene: Scene) => Promise<Record<string, string>> | Record<string, string>;
  /** Fields of the body that the generated sample gets wrong; undefined leaves one out. */
  body?: (scene: Scene, values: Readonly<Record<string, string>>) => unknown;
  /** The body of an operation that takes no JSON. */
  bytes?: Uint8Array;
  headers?: (scene: Scene) => Promise<Record<string, string>>;
}

/**
 * Where an answer cannot have the documented status: operation -> the status it has, and the row of the fidelity table
 * that says so. The contract lists only 204 for a download, which could carry no file.
 */
export const deviations: Readonly<Record<string, { status: number; assumption: string }>> = {
  'v2 GET /file/{key}': { status: 200, assumption: 'file-download-200' },
};

/** Path parameters that are the same everywhere. */
export const constants: Readonly<Record<string, string>> = {
  departurecountryiso: 'DE',
  shipmentcountryiso: 'AT',
  groupname: 'Kontrakt',
};

/** Rows that stand for the first parameter of a path, by its name in lower case. */
export const rows: Readonly<Record<string, (world: World) => { key: string; id: number }>> = {
  itemid: (world) => ({ key: 'ArtikelKey', id: plainItem(world) }),
  customerid: (world) => ({ key: 'KundeKey', id: world.row('customer', hasMail).id }),
  salesorderid: (world) => ({ key: 'VerkaufAuftragKey', id: openOrder(world).id }),
  categoryid: (world) => ({
    key: 'KategorieKey',
    id: world.row('category', (one) => one.parentCategoryId !== undefined).id,
  }),
  companyid: (world) => ({ key: 'FirmaKey', id: world.row('company').id }),
  taxclassid: (world) => ({ key: 'SteuerklasseKey', id: world.row('taxClass').id }),
  warehouseid: (world) => ({ key: 'WarenlagerKey', id: world.row('warehouse').id }),
  customergroupid: (world) => ({ key: 'KundenGruppeKey', id: world.row('customerGroup').id }),
  customercategoryid: (world) => ({ key: 'KundenKategorieKey', id: world.row('customerCategory').id }),
  invoiceid: (world) => ({
    key: 'RechnungKey',
    id: world.row('salesInvoice', (one) => !one.isDraft && !one.isCancelled).id,
  }),
  creditnoteid: (world) => ({ key: 'GutschriftKey', id: world.row('salesInvoiceCorrection').id }),
  salesinvoicecorrectionid: (world) => ({
    key: 'GutschriftKey',
    id: world.row('salesInvoiceCorrection', (one) => one.isDraft && !one.isCancelled).id,
  }),
  offerid: (world) => ({ key: 'AngebotKey', id: world.row('salesQuotation').id }),
  deliverynoteid: (world) => ({ key: 'LieferscheinKey', id: world.row('deliveryNote').id }),
  returnid: (world) => ({ key: 'RetoureKey', id: world.row('return').id }),
};

function plainItem(world: World): number {
  return world.row('item', (item) => item.parentItemId === undefined && item.variations.length === 0).id;
}

/** Most items know neither batches nor best-before dates. */
function withoutBatch(): unknown {
  return { ShelfLifeExpirationDate: undefined, BatchNumber: undefined };
}

function otherItem(world: World): number {
  const first = plainItem(world);
  return world.row(
    'item',
    (item) => item.id !== first && item.parentItemId === undefined && item.variations.length === 0,
  ).id;
}

function hasMail(customer: { billingAddress: { emailAddress?: string } }): boolean {
  return customer.billingAddress.emailAddress !== undefined;
}

/** An order that nothing has happened to yet. */
function openOrder(world: World): SalesOrder {
  const { data } = world;
  return world.row(
    'salesOrder',
    (order) =>
      !order.isCancelled &&
      order.readOnlyType === 0 &&
      order.customerId !== undefined &&
      order.payments.length === 0 &&
      order.billingAddress.emailAddress !== undefined &&
      order.lineItems.some((line) => line.itemId !== undefined) &&
      order.lineItems.every((line) => Number(line.quantityDelivered) === 0) &&
      !data.of('salesInvoice').anyWhere('salesOrderId', order.id) &&
      !data.of('deliveryNote').anyWhere('salesOrderId', order.id) &&
      !data.of('pickListPosition').anyWhere('salesOrderId', order.id),
  );
}

function workflowEvent(object: WorkflowObject): Arrangement {
  return {
    body: ({ world }) => ({ Id: world.row('workflowEvent', (one) => one.object === object).eventId }),
  };
}

/** A custom field for one kind of entity: 0 item, 3 customer, 4 sales order. */
function customField(scene: Scene, referenceType: number): Promise<number> {
  return scene.idFrom('EigenesFeldKey', 'v2 POST /custom-fields', 'customfieldid', {
    body: { ReferenceType: referenceType, DataType: 3, GroupName: constants['groupname'] },
  });
}

/** The value of a custom field on an entity, to be changed, or to be deleted once it is there. */
function customFieldValue(
  owner: string,
  parameter: string,
  referenceType: number,
): Record<string, Arrangement> {
  const path = `${owner}/custom-fields/{customfieldId}`;
  const values = async (scene: Scene): Promise<Record<string, string>> => ({
    customfieldid: scene.pathKey('EigenesFeldKey', await customField(scene, referenceType)),
    [parameter]: ownerKey(scene, parameter),
  });
  return {
    [`PATCH ${path}`]: { values },
    [`DELETE ${path}`]: {
      values: async (scene) => {
        const made = await values(scene);
        await scene.run(`PATCH ${path}`, { values: made });
        return made;
      },
    },
  };
}

function ownerKey(scene: Scene, parameter: string): string {
  const pick = rows[parameter];
  if (!pick) throw new Error(`no row stands for {${parameter}}`);
  const { key, id } = pick(scene.world);
  return scene.pathKey(key, id);
}

const customFieldGroup: Arrangement = {
  values: async (scene) => {
    await customField(scene, 3);
    return { groupname: constants['groupname'] ?? '', referencetype: '3' };
  },
};

/** What was sold of an order and has left, so that it can come back. */
const deliveredReturn: Arrangement = {
  body: (scene) => {
    const { world } = scene;
    const order = world.row(
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
      SalesOrderId: scene.key('VerkaufAuftragKey', order.id),
      Items: [
        {
          Quantity: 1,
          ReturnReasonId: scene.key('RueckgabegrundKey', world.row('returnReason').id),
          SalesOrderLineItemId: scene.key('VerkaufAuftragPositionKey', line?.id ?? 0),
        },
      ],
    };
  },
};

/** One more piece of an order that some of has come back already. */
const furtherReturnLine: Arrangement = {
  values: extensibleReturnKey,
  body: (scene) => {
    const { salesOrderId } = extensibleReturn(scene.world);
    const line = scene.world.data.get('salesOrder', salesOrderId).lineItems.find(isReturnable);
    return {
      Quantity: 1,
      SalesOrderLineItemId: scene.key('VerkaufAuftragPositionKey', line?.id ?? 0),
      DeliveryNoteLineItemId: undefined,
    };
  },
};

function isReturnable(line: SalesOrder['lineItems'][number]): boolean {
  return line.itemId !== undefined && Number(line.quantity) - Number(line.quantityReturned) >= 1;
}

function extensibleReturnKey(scene: Scene): Record<string, string> {
  return { returnid: String(scene.key('RetoureKey', extensibleReturn(scene.world).id)) };
}

function extensibleReturn(world: World): { id: number; salesOrderId: number } {
  return world.row('return', ({ salesOrderId }) =>
    world.data.get('salesOrder', salesOrderId).lineItems.some(isReturnable),
  );
}

/** An invoice that is still a draft. */
async function draftInvoice(scene: Scene): Promise<string> {
  const id = await scene.idFrom(
    'RechnungKey',
    'v2 POST /salesinvoice/create-sales-invoice',
    'salesinvoiceid',
    {
      body: { AsDraft: true, InvoiceOnlyDeliveredQuantity: false },
    },
  );
  return scene.pathKey('RechnungKey', id);
}

/** An invoice of an order that nothing else has happened to. */
async function freshInvoice(scene: Scene): Promise<string> {
  const id = await scene.idFrom('RechnungKey', 'v2 POST /sales-orders/{salesOrderId}/create-invoice', 'id', {
    body: { AsDraft: false, InvoiceOnlyDeliveredQuantity: false },
  });
  return scene.pathKey('RechnungKey', id);
}

/** Goods of the open order's first item, put on stock and reserved. */
async function reserved(scene: Scene): Promise<{ pickList: number; position: number; order: number }> {
  const order = openOrder(scene.world);
  const warehouse = packKey('WarenlagerKey', scene.world.row('warehouse').id);
  await scene.run('v2 POST /stocks', {
    body: { WarehouseId: warehouse, ItemId: packKey('ArtikelKey', itemLine(order).itemId), Quantity: 50 },
  });
  const pickList = await scene.idFrom('PicklisteKey', 'v2 POST /delivery/reserve', 'picklists.0.picklistid');
  const values = { warehouseid: warehouse, picklistid: packKey('PicklisteKey', pickList) };
  const position = await scene.idFrom(
    'PicklistePosKey',
    'v2 GET /wms/{warehouseId}/picklists/{picklistId}',
    '0.id',
    { values },
  );
  return { pickList, position, order: order.id };
}

function itemLine(order: SalesOrder): { id: number; itemId: number } {
  const line = order.lineItems.find((one) => one.itemId !== undefined);
  if (line?.itemId === undefined) throw new Error(`order ${order.number} has no line with an item`);
  return { id: line.id, itemId: line.itemId };
}

function deliverySource(scene: Scene): unknown {
  return { Type: 0, Id: scene.world.row('warehouse').id, Priority: 1 };
}

const pickListPosition: Arrangement = {
  values: async (scene) => {
    const { pickList, position } = await reserved(scene);
    return {
      warehouseid: scene.pathKey('WarenlagerKey', scene.world.row('warehouse').id),
      picklistid: scene.pathKey('PicklisteKey', pickList),
      picklistpositionid: scene.pathKey('PicklistePosKey', position),
    };
  },
};

/** A parcel of a delivery note, named by its number. */
function packageNumber(scene: Scene): Record<string, string> {
  return { packageid: scene.pathKey('VersandKey', scene.world.row('shipmentPackage').id) };
}

/** A variation with a value, so that children can be told apart by it. */
async function variationValue(scene: Scene, itemId: number): Promise<number> {
  const item = String(itemId);
  const variation = await scene.idFrom('VariationKey', 'v1 POST /items/{itemId}/variations', 'id', {
    values: { itemid: item },
  });
  return scene.idFrom('VariationWertKey', 'v1 POST /items/{itemId}/variations/{variationId}/values', 'id', {
    values: { itemid: item, variationid: String(variation) },
  });
}

/** A channel that items can be switched on and off for. */
const salesChannel: Arrangement = { values: () => Promise.resolve({ saleschannelid: '2-2-1' }) };

/** An app's request for access. */
const registration: Arrangement = {
  values: async (scene) => ({
    registrationid: String(fieldOf(await scene.run('POST /authentication'), 'registrationrequestid')),
  }),
};

/** Who registers as an app that another app speaks for. */
const foreignApp = 'Contract.Foreign';
const foreignRegistration = {
  byApp: {
    values: async (scene: Scene) => {
      await scene.run('v2 POST /authentication/foreign');
      return { appid: foreignApp };
    },
    body: () => ({ AppId: foreignApp }),
  },
  byId: {
    values: async (scene: Scene) => {
      const made = await scene.run('v2 POST /authentication/foreign');
      return { registrationid: String(fieldOf(fieldOf(made, 'requeststatusinfo'), 'registrationrequestid')) };
    },
    body: () => ({ AppId: foreignApp }),
  },
};

/** An image that an item has been given. */
const imageOfItem: Arrangement = {
  values: async (scene) => ({
    imageid: scene.pathKey(
      'BildKey',
      await scene.idFrom('BildKey', 'v1 POST /items/{itemId}/images', 'imageid'),
    ),
  }),
};

/** A count that is not booked yet. */
const inventoryCount: Arrangement = {
  values: async (scene) => ({
    inventorycountid: packKey(
      'InventurZaehlungKey',
      await scene.idFrom('InventurZaehlungKey', 'v2 POST /warehouses/{warehouseId}/inventory-counts', 'id'),
    ),
  }),
};

/** A transfer whose goods have left the first warehouse. */
async function shippedTransfer(scene: Scene): Promise<string> {
  const made = await scene.run('v2 POST /stock-transfers');
  const id = String(fieldOf(made, 'id'));
  await scene.run('v2 POST /stock-transfers/{stockTransferId}/to-transit', {
    values: { stocktransferid: id },
  });
  return id;
}

/** A purchase order with two lines, so that one can go. */
const purchaseLine: Arrangement = {
  values: async (scene) => {
    const made = await scene.run('v2 POST /purchase-orders');
    const purchaseorderid = String(fieldOf(made, 'id'));
    await scene.run('v2 POST /purchase-orders/{purchaseOrderId}/line-items', { values: { purchaseorderid } });
    return {
      purchaseorderid,
      lineitemid: String(fieldOf(fieldOf(fieldOf(made, 'lineitems'), '0'), 'id')),
    };
  },
};

/**
 * Parts of bodies that are only valid with things which must exist before, or that mean the same as another part: an
 * item is no component of itself, a variation is changed only where it is, an image shown only once it is there, the
 * standard address among the additional ones is the customer's own.
 */
export const wholeBodies: Readonly<Record<string, (world: World) => unknown>> = {
  'v1 PATCH /items/{itemId}': (world) => ({ Components: [{ ItemId: otherItem(world), Quantity: 1 }] }),
  'v2 PATCH /items/{itemid}/bom': (world) => ({
    Items: [{ ItemId: packKey('ArtikelKey', otherItem(world)), Amount: 1 }],
  }),
  'v2 PATCH /items/{itemid}': () => ({ Variations: undefined, Bom: undefined }),
  'v2 PATCH /items/{itemid}/variations': () => ({ Variations: undefined, VariationKombinations: undefined }),
  'v2 POST /itemdetails/create': () => ({
    Images: undefined,
    Descriptions: {
      DefaultDescriptions: [
        { LanguageIso: 'DE', DescriptionData: { ItemName: 'Zelt', Description: 'Grün' } },
      ],
      PlatformDescriptions: [
        {
          PlatformId: packKey('PlattformKey', 2),
          LanguageIso: 'EN',
          DescriptionData: { ItemName: 'Tent', Description: 'Green' },
        },
      ],
    },
  }),
  'v2 PATCH /itemdetails/change': () => ({ Images: undefined }),
  'v2 PATCH /sales-orders/{salesOrderId}': (world) => ({
    LineItems: [
      {
        Id: packKey('VerkaufAuftragPositionKey', itemLine(openOrder(world)).id),
        Quantity: 2,
        Name: 'Muster',
      },
    ],
  }),
  'v2 POST /wawiapp/customers': () => ({ Fields: undefined, AdditionalAddresses: undefined }),
  'v2 PATCH /wawiapp/customers/{customerId}': () => ({ Fields: undefined }),
};

/** By operation as v2 writes it; matched ignoring case, hyphens and parameters' names, in both versions. */
export const arrangements: Readonly<Record<string, Arrangement>> = {
  'POST /authentication': { body: () => ({ AppId: 'Contract.Test' }) },
  'GET /authentication/{registrationId}': registration,
  'POST /authentication/{registrationId}': registration,
  'POST /authentication/foreign': { body: () => ({ AppId: foreignApp }) },
  'PATCH /authentication/foreign/{appId}/app': foreignRegistration.byApp,
  'DELETE /authentication/foreign/{appId}/app': foreignRegistration.byApp,
  'PATCH /authentication/foreign/{registrationId}/registration': foreignRegistration.byId,
  'DELETE /authentication/foreign/{registrationId}/registration': foreignRegistration.byId,
  'POST /authentication/login': { body: () => ({ UserName: 'admin', Password: 'pass' }) },
  'POST /authentication/logout': {
    headers: async (scene) => ({
      'X-SessionId': String(fieldOf(await scene.run('v2 POST /authentication/login'), 'sessionid')),
    }),
  },
  'DELETE /attributes/{attributeId}': {
    values: async (scene) => ({
      attributeid: scene.pathKey(
        'AttributKey',
        await scene.idFrom('AttributKey', 'v2 POST /attributes/attribute', 'id'),
      ),
    }),
  },
  'POST /categories/{categoryId}/items': { body: ({ world }) => [plainItem(world)] },
  'POST /categories': {
    body: ({ version }) =>
      version === 'v1'
        ? {}
        : {
            Descriptions: {
              DefaultDescriptions: [
                {
                  PlatformId: packKey('PlattformKey', 1),
                  LanguageId: 'DE',
                  DescriptionData: { ItemName: 'Kontrakt' },
                },
              ],
            },
          },
  },
  'DELETE /categories/{categoryId}': {
    values: async (scene) => ({
      categoryid: scene.pathKey(
        'KategorieKey',
        await scene.idFrom('KategorieKey', 'v2 POST /categories', 'id'),
      ),
    }),
  },
  'DELETE /delete-category': {
    body: async (scene) => ({
      Id: scene.key('KategorieKey', await scene.idFrom('KategorieKey', 'v2 POST /categories', 'id')),
    }),
  },
  'DELETE /configuration/number-ranges/{numberRangeId}': {
    values: async (scene) => ({
      numberrangeid: scene.pathKey(
        'NumberRangeKey',
        await scene.idFrom(
          'NumberRangeKey',
          'v2 POST /configuration/number-ranges/{numberRangeId}',
          'identifier',
          {},
        ),
      ),
    }),
  },

  ...customFieldValue('/customers/{customerId}', 'customerid', 3),
  ...customFieldValue('/sales-orders/{salesOrderId}', 'salesorderid', 4),
  ...customFieldValue('/items/{itemId}', 'itemid', 0),
  'PATCH /custom-fields/groups/{groupName}/{referenceType}': customFieldGroup,
  'DELETE /custom-fields/groups/{groupName}/{referenceType}': customFieldGroup,
  'GET /custom-fields/by-id/{customFieldId}': {
    values: async (scene) => ({
      customfieldid: scene.pathKey('EigenesFeldKey', await customField(scene, 3)),
    }),
  },
  'PATCH /customers/{customerId}/addresses/{addressId}': {
    values: (scene) => {
      const { id, billingAddress } = scene.world.row('customer', hasMail);
      return {
        customerid: scene.pathKey('KundeKey', id),
        addressid: scene.pathKey('AdresseKey', billingAddress.id),
      };
    },
  },
  'DELETE /customers/{customerId}/delete-history/{historyKey}': {
    values: async (scene) => {
      await scene.run('v2 POST /customers/{customerId}/add-history');
      return {
        customerid: ownerKey(scene, 'customerid'),
        historykey: scene.pathKey('HistorieKey', scene.world.data.clone().nextId('customerHistoryEntry')),
      };
    },
  },
  'POST /customers/{customerId}/workflow-events': workflowEvent('customer'),
  'POST /sales-orders/{salesOrderId}/workflow-events': workflowEvent('salesOrder'),
  'POST /items/{itemId}/workflow-events': workflowEvent('item'),
  'POST /invoices/{invoiceId}/workflow-events': workflowEvent('salesInvoice'),

  'POST /items/{itemId}/sales-channels/{salesChannelId}/activate': salesChannel,
  'POST /items/{itemId}/sales-channels/{salesChannelId}/deactivate': salesChannel,
  'POST /itemdetails/variations/delete': {
    body: async (scene) => ({
      VariationId: packKey(
        'VariationKey',
        await scene.idFrom('VariationKey', 'v1 POST /items/{itemId}/variations', 'id'),
      ),
    }),
  },
  'POST /items/{itemId}/children/{childItemId}': {
    values: (scene) => ({ itemid: ownerKey(scene, 'itemid'), childitemid: String(otherItem(scene.world)) }),
    body: async (scene) => [await variationValue(scene, plainItem(scene.world))],
  },
  'POST /items/{itemId}/properties': {
    body: ({ world }) => {
      const { propertyValueIds } = world.data.get('item', plainItem(world));
      return { PropertyValueId: world.row('propertyValue', (one) => !propertyValueIds.includes(one.id)).id };
    },
  },
  'v2 PATCH /items/{itemid}': { body: (_scene, { itemid }) => ({ Id: itemid }) },
  'PATCH /product-groups/{id}': { body: (_scene, { id }) => ({ Id: id }) },
  'POST /properties/{propertyId}/values/{propertyValueId}/descriptions': {
    body: ({ version }, { propertyvalueid = '' }) => ({
      PropertyValueId: version === 'v1' ? Number(propertyvalueid) : propertyvalueid,
    }),
  },
  'PATCH /sales-orders/{salesOrderId}/line-items/{salesOrderLineItemId}': {
    body: ({ version }, values) => (version === 'v1' ? {} : { Id: values['salesorderlineitemid'] }),
  },
  'GET /items/{itemId}/salesChannelPrices': {
    values: async (scene) => {
      await scene.run('v1 POST /items/{itemId}/salesChannelPrices');
      return {};
    },
  },
  'GET /items/imagedata/{imageId}': imageOfItem,
  'GET /items/image-data/{imageId}': imageOfItem,
  'GET /item-files/get-image-by-id/{imageId}': imageOfItem,
  'GET /item-files/get-preview-image-by-id/{imageId}': imageOfItem,

  'GET /shipment/label/{packageId}': { values: packageNumber },
  'POST /shipment/wms/shipping-line/packages/{packageId}/package-weight': { values: packageNumber },
  'PATCH /package/change': { body: (scene) => ({ PackageId: packageNumber(scene)['packageid'] }) },
  'POST /package/deliver': { body: (scene) => ({ PackageId: packageNumber(scene)['packageid'] }) },
  'PATCH /delivery-notes/packages/{packageId}': { values: packageNumber },

  'POST /delivery/reserve': {
    body: (scene) => ({
      SalesOrders: [{ SalesOrderId: packKey('VerkaufAuftragKey', openOrder(scene.world).id) }],
      DeliverySources: [deliverySource(scene)],
    }),
  },
  'POST /delivery/reassign': {
    body: async (scene) => {
      await reserved(scene);
      return {
        DeliverySources: [deliverySource(scene)],
        SalesOrderPositions: [
          {
            SalesOrderPositionId: packKey('VerkaufAuftragPositionKey', itemLine(openOrder(scene.world)).id),
            Amount: 1,
          },
        ],
      };
    },
  },
  'POST /delivery/cancel-reservation': {
    body: async (scene) => ({ PicklistIds: [packKey('PicklisteKey', (await reserved(scene)).pickList)] }),
  },
  'POST /delivery/deliver': {
    body: async (scene) => {
      const { pickList, order } = await reserved(scene);
      return {
        PicklistIds: [packKey('PicklisteKey', pickList)],
        IsPartialDelivery: true,
        DeliveryPackage: [
          {
            SalesOrderId: packKey('VerkaufAuftragKey', order),
            ShippingMethodId: packKey('VersandartKey', scene.world.row('shippingMethod').id),
            Weight: 1.5,
          },
        ],
      };
    },
  },
  'POST /wms/{warehouseId}/picklists': {
    values: (scene) => ({ warehouseid: ownerKey(scene, 'warehouseid') }),
    body: async (scene) => {
      const item = itemLine(openOrder(scene.world)).itemId;
      const warehouse = packKey('WarenlagerKey', scene.world.row('warehouse').id);
      await scene.run('v2 POST /stocks', {
        body: { WarehouseId: warehouse, ItemId: packKey('ArtikelKey', item), Quantity: 50 },
      });
      return undefined;
    },
  },
  'v1 GET /wms/{warehouseId}/picklists/{picklistId}': pickListPosition,
  'DELETE /wms/{warehouseId}/picklists/{picklistId}/positions/{picklistPositionId}': pickListPosition,
  'PATCH /wms/{warehouseId}/picklists/{picklistId}/positions/{picklistPositionId}/change-reservation':
    pickListPosition,
  'PATCH /wms/{warehouseId}/picklists/{picklistId}/positions/{picklistPositionId}/pick-position': {
    ...pickListPosition,
    body: withoutBatch,
  },

  'POST /returns': deliveredReturn,
  'POST /returns/{returnId}/line-items': furtherReturnLine,
  'PATCH /returns/{returnId}/line-items/{lineItemId}': { values: extensibleReturnKey },
  'DELETE /returns/{returnId}/line-items/{lineItemId}': { values: extensibleReturnKey },
  'POST /salesinvoice/create-sales-invoice': {
    body: (scene) => ({
      SalesOrderId: scene.key('VerkaufAuftragKey', openOrder(scene.world).id),
      InvoiceOnlyDeliveredQuantity: false,
    }),
  },
  'POST /sales-orders/{salesOrderId}/create-invoice': {
    body: () => ({ InvoiceOnlyDeliveredQuantity: false }),
  },
  'POST /invoices/{invoiceId}/finalize': {
    values: async (scene) => ({ invoiceid: await draftInvoice(scene) }),
  },
  'POST /invoices/{invoiceId}/cancel': {
    values: async (scene) => ({ invoiceid: await freshInvoice(scene) }),
  },
  'POST /sales-orders/{salesOrderId}/undo-cancellation': {
    values: async (scene) => {
      await scene.run('POST /sales-orders/{salesOrderId}/cancel');
      return {};
    },
  },
  'POST /stocks': { body: withoutBatch },
  'POST /extensions': {
    body: () => ({ ManifestHash: createHash('sha256').update(sampleBytes).digest('hex') }),
  },
  'PUT /file': { bytes: sampleBytes },
  'GET /file/{key}': {
    values: async (scene) => {
      const handle = String(fieldOf(await scene.run('v2 PUT /file'), 'filehandle'));
      return { key: /[0-9a-f-]{36}(?=[^0-9a-f]*$)/.exec(handle)?.[0] ?? handle };
    },
  },
  'POST /warehouses/{warehouseId}/inventory-counts': { body: withoutBatch },
  'GET /inventory-counts/{inventoryCountId}': inventoryCount,
  'PATCH /inventory-counts/{inventoryCountId}': inventoryCount,
  'DELETE /inventory-counts/{inventoryCountId}': inventoryCount,
  'POST /stock-transfers': {
    body: async (scene) => {
      const item = packKey('ArtikelKey', plainItem(scene.world));
      const source = packKey('WarenlagerKey', scene.world.row('warehouse').id);
      await scene.run('v2 POST /stocks', { body: { WarehouseId: source, ItemId: item, Quantity: 50 } });
      return {
        SourceWarehouseId: source,
        TargetWarehouseId: packKey('WarenlagerKey', scene.world.row('warehouse', (one) => one.id > 1).id),
        LineItems: [{ ItemId: item, Quantity: 2 }],
      };
    },
  },
  'POST /stock-transfers/{stockTransferId}/from-transit': {
    values: async (scene) => ({ stocktransferid: await shippedTransfer(scene) }),
    body: async (scene, { stocktransferid = '' }) => {
      const lines = await scene.run('v2 GET /stock-transfers/{stockTransferId}', {
        values: { stocktransferid },
      });
      const line = String(fieldOf(fieldOf(fieldOf(lines, 'lineitems'), '0'), 'id'));
      return { LineItems: [{ StockTransferLineItemId: line, Quantity: 1 }] };
    },
  },
  'POST /stock-transfers/{stockTransferId}/write-off-transit': {
    values: async (scene) => ({ stocktransferid: await shippedTransfer(scene) }),
  },
  'PATCH /purchase-orders/{purchaseOrderId}/line-items/{lineItemId}': purchaseLine,
  'DELETE /purchase-orders/{purchaseOrderId}/line-items/{lineItemId}': purchaseLine,
  'POST /wms/shipments/ship-order': {
    body: async (scene) => {
      const { pickList, position, order } = await reserved(scene);
      return {
        OrderId: packKey('VerkaufAuftragKey', order),
        PicklistId: packKey('PicklisteKey', pickList),
        WarehouseId: packKey('WarenlagerKey', scene.world.row('warehouse').id),
        IsPartialDelivery: true,
        Packages: [
          {
            Positions: [{ Quantity: 1, PicklistPositionId: packKey('PicklistePosKey', position) }],
            ShippingMethodId: packKey('VersandartKey', 1),
          },
        ],
      };
    },
  },
};
