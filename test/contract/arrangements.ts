import { createHash } from 'node:crypto';
import { packKey } from '../../src/wawi/contract/keys.ts';
import { hasMail, itemLine, openOrder, otherItem, ownerKey, plainItem } from './fixture-rows.ts';
import {
  customField,
  customFieldGroup,
  customFieldValue,
  deliveredReturn,
  deliverySource,
  draftInvoice,
  extensibleReturnKey,
  foreignApp,
  foreignRegistration,
  freshInvoice,
  furtherReturnLine,
  imageOfItem,
  inventoryCount,
  packageNumber,
  pickListPosition,
  purchaseLine,
  registration,
  reserved,
  salesChannel,
  shippedTransfer,
  variationValue,
  withoutBatch,
  workflowEvent,
  type Arrangement,
} from './preparations.ts';
import { sampleBytes } from './samples.ts';
import { fieldOf } from './scene.ts';

/**
 * Where an answer cannot have the documented status: operation -> the status it has, and the row of the fidelity table
 * that says so. The contract lists only 204 for a download, which could carry no file.
 */
export const deviations: Readonly<Record<string, { status: number; assumption: string }>> = {
  'v2 GET /file/{key}': { status: 200, assumption: 'file-download-200' },
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
  'v1 PUT /configuration/numberRanges/{numberRangeId}': {
    values: (scene) => ({ numberrangeid: String(scene.world.row('numberRange').id) }),
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
  'v2 PATCH /customers/{customerId}': { body: () => ({ Number: undefined, Created: undefined }) },
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
      SalesOrders: [{ SalesOrderId: scene.key('VerkaufAuftragKey', openOrder(scene.world).id) }],
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
            SalesOrderPositionId: scene.key('VerkaufAuftragPositionKey', itemLine(openOrder(scene.world)).id),
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
        PicklistIds: [scene.key('PicklisteKey', pickList)],
        IsPartialDelivery: true,
        DeliveryPackage: [
          {
            SalesOrderId: scene.key('VerkaufAuftragKey', order),
            ShippingMethodId: scene.key('VersandartKey', scene.world.row('shippingMethod').id),
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
  'POST /suppliers': { body: () => ({ Type: 'Standard' }) },
  'PATCH /suppliers/{supplierId}': { body: () => ({ Type: 'Standard' }) },
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
