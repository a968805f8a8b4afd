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
  suppliedLine,
  variationValue,
  withoutBatch,
  workflowEvent,
  type Arrangement,
} from './preparations.ts';
import { sampleBytes } from './samples.ts';
import { fieldOf } from './arrangement-context.ts';

/**
 * Where an answer cannot have the documented status: operation -> the status it has, and the row of the fidelity table
 * that says so. The contract lists only 204 for a download, which could carry no file.
 */
export const deviations: Readonly<Record<string, { status: number; assumption: string }>> = {
  'v2 GET /file/{key}': { status: 200, assumption: 'file-download-200' },
};

/** The head of a calculation. */
const calculated = {
  CompanyId: packKey('FirmaKey', 1),
  CustomerId: packKey('KundeKey', 1),
  CurrencyIso: 'EUR',
  DepartureCountryIso: 'DE',
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
    headers: async (context) => ({
      'X-SessionId': String(fieldOf(await context.run('v2 POST /authentication/login'), 'sessionid')),
    }),
  },
  'DELETE /attributes/{attributeId}': {
    values: async (context) => ({
      attributeid: context.pathKey(
        'AttributKey',
        await context.idFrom('AttributKey', 'v2 POST /attributes/attribute', 'id'),
      ),
    }),
  },
  'POST /categories/{categoryId}/items': { body: ({ client }) => [plainItem(client)] },
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
    values: async (context) => ({
      categoryid: context.pathKey(
        'KategorieKey',
        await context.idFrom('KategorieKey', 'v2 POST /categories', 'id'),
      ),
    }),
  },
  'DELETE /delete-category': {
    body: async (context) => ({
      Id: context.key('KategorieKey', await context.idFrom('KategorieKey', 'v2 POST /categories', 'id')),
    }),
  },
  'v1 PUT /configuration/numberRanges/{numberRangeId}': {
    values: (context) => ({ numberrangeid: String(context.client.row('numberRange').id) }),
  },
  'DELETE /number-ranges/{numberRangeId}': {
    values: async (context) => ({
      numberrangeid: context.pathKey(
        'NumberRangeKey',
        await context.idFrom('NumberRangeKey', 'v2 POST /number-ranges/{numberRangeId}', 'identifier', {}),
      ),
    }),
  },

  'POST /taxes': { body: () => ({ TaxZones: [] }) },
  'PATCH /tax-codes/{id}': {
    values: async (context) => {
      const id = context.client.data.clone().nextId('taxCode');
      await context.run('v2 POST /tax-codes');
      return { id: packKey('SteuerschluesselKey', id) };
    },
  },
  'POST /sales-orders/calculate': { body: () => ({ CalculateSalesOrderRequest: calculated }) },
  'POST /sales-orders/calculate-sales-entity': {
    body: () => ({ CalculateSalesEntityRequest: calculated }),
  },

  ...customFieldValue('/customers/{customerId}', 'customerid', 3),
  ...customFieldValue('/sales-orders/{salesOrderId}', 'salesorderid', 4),
  ...customFieldValue('/items/{itemId}', 'itemid', 0),
  'PATCH /custom-fields/groups/{groupName}/{referenceType}': customFieldGroup,
  'DELETE /custom-fields/groups/{groupName}/{referenceType}': customFieldGroup,
  'GET /custom-fields/by-id/{customFieldId}': {
    values: async (context) => ({
      customfieldid: context.pathKey('EigenesFeldKey', await customField(context, 3)),
    }),
  },
  'v2 PATCH /customers/{customerId}': { body: () => ({ Number: undefined, Created: undefined }) },
  'PATCH /customers/{customerId}/addresses/{addressId}': {
    values: (context) => {
      const { id, billingAddress } = context.client.row('customer', hasMail);
      return {
        customerid: context.pathKey('KundeKey', id),
        addressid: context.pathKey('AdresseKey', billingAddress.id),
      };
    },
  },
  'DELETE /customers/{customerId}/delete-history/{historyKey}': {
    values: async (context) => {
      await context.run('v2 POST /customers/{customerId}/add-history');
      return {
        customerid: ownerKey(context, 'customerid'),
        historykey: context.pathKey(
          'HistorieKey',
          context.client.data.clone().nextId('customerHistoryEntry'),
        ),
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
    body: async (context) => ({
      VariationId: packKey(
        'VariationKey',
        await context.idFrom('VariationKey', 'v1 POST /items/{itemId}/variations', 'id'),
      ),
    }),
  },
  'DELETE /items/{itemId}/variations/{variationId}': {
    values: async (context) => {
      const given = { values: { itemid: String(plainItem(context.client)) } };
      const id = await context.idFrom('VariationKey', 'v1 POST /items/{itemId}/variations', 'id', given);
      return { itemid: ownerKey(context, 'itemid'), variationid: context.pathKey('VariationKey', id) };
    },
  },
  'DELETE /items/{itemId}/variationvalues/{variationValueId}': {
    values: async (context) => ({
      itemid: ownerKey(context, 'itemid'),
      variationvalueid: context.pathKey(
        'VariationWertKey',
        await variationValue(context, plainItem(context.client)),
      ),
    }),
  },
  'POST /items/{itemId}/children/{childItemId}': {
    values: (context) => ({
      itemid: ownerKey(context, 'itemid'),
      childitemid: context.pathKey('ArtikelKey', otherItem(context.client)),
    }),
    body: async (context) => [await variationValue(context, plainItem(context.client))],
  },
  'DELETE /items/{itemId}/children/{childItemId}': {
    values: async (context) => {
      const parentId = plainItem(context.client);
      const childId = otherItem(context.client);
      const values = { itemid: String(parentId), childitemid: String(childId) };
      const body = [await variationValue(context, parentId)];
      await context.run('v1 POST /items/{itemId}/children/{childItemId}', { values, body });
      return {
        itemid: ownerKey(context, 'itemid'),
        childitemid: context.pathKey('ArtikelKey', childId),
      };
    },
  },
  'GET /sales-channels/{salesChannelId}/shop/currencies': salesChannel,
  'GET /sales-channels/{salesChannelId}/shop/languages': salesChannel,
  'GET /sales-channels/{salesChannelId}/shop/customer-groups': salesChannel,
  'GET /sales-channels/{salesChannelId}/shop/transfer-parameters': salesChannel,
  'PUT /sales-channels/{salesChannelId}/shop/currencies': {
    ...salesChannel,
    body: () => ({ Currencies: [{ CurrencyCode: 'EUR', IsDefault: true }] }),
  },
  'PUT /sales-channels/{salesChannelId}/shop/languages': {
    ...salesChannel,
    body: () => ({ Languages: [{ Iso: 'de', IsDefault: true }] }),
  },
  'PUT /sales-channels/{salesChannelId}/shop/customer-groups': {
    ...salesChannel,
    body: () => ({
      CustomerGroups: [{ CustomerGroupId: packKey('KundenGruppeKey', 1), IsDefault: true }],
      Replacements: [],
    }),
  },
  'PUT /sales-channels/{salesChannelId}/shop/transfer-parameters': salesChannel,
  'POST /items/{itemId}/properties': {
    body: ({ client }) => {
      const { propertyValueIds } = client.data.get('item', plainItem(client));
      return { PropertyValueId: client.row('propertyValue', (one) => !propertyValueIds.includes(one.id)).id };
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
    values: async (context) => {
      await context.run('v1 POST /items/{itemId}/salesChannelPrices');
      return {};
    },
  },
  'GET /items/imagedata/{imageId}': imageOfItem,
  'GET /items/image-data/{imageId}': imageOfItem,
  'GET /item-files/get-image-by-id/{imageId}': imageOfItem,
  'GET /item-files/get-preview-image-by-id/{imageId}': imageOfItem,

  'GET /shipment/label/{packageId}': { values: packageNumber },
  'POST /wms/shipping-line/packages/{packageId}/weight': { values: packageNumber },
  'PATCH /packages/{packageId}/weight': { values: packageNumber },
  'PATCH /package/change': { body: (context) => ({ PackageId: packageNumber(context)['packageid'] }) },
  'POST /package/deliver': { body: (context) => ({ PackageId: packageNumber(context)['packageid'] }) },
  'PATCH /delivery-notes/packages/{packageId}': { values: packageNumber },
  'PATCH /delivery-notes/{deliveryNoteId}/packages/{packageId}': {
    values: (context) => {
      const { deliveryNoteId } = context.client.row('shipmentPackage');
      return {
        ...packageNumber(context),
        deliverynoteid: context.pathKey('LieferscheinKey', deliveryNoteId),
      };
    },
  },

  'POST /delivery/reserve': {
    body: (context) => ({
      SalesOrders: [{ SalesOrderId: context.key('VerkaufAuftragKey', openOrder(context.client).id) }],
      DeliverySources: [deliverySource(context)],
    }),
  },
  'POST /delivery/reassign': {
    body: async (context) => {
      await reserved(context);
      return {
        DeliverySources: [deliverySource(context)],
        SalesOrderPositions: [
          {
            SalesOrderPositionId: context.key(
              'VerkaufAuftragPositionKey',
              itemLine(openOrder(context.client)).id,
            ),
            Amount: 1,
          },
        ],
      };
    },
  },
  'POST /delivery/cancel-reservation': {
    body: async (context) => ({ PicklistIds: [packKey('PicklisteKey', (await reserved(context)).pickList)] }),
  },
  'POST /delivery/deliver': {
    body: async (context) => {
      const { pickList, order } = await reserved(context);
      return {
        PicklistIds: [context.key('PicklisteKey', pickList)],
        IsPartialDelivery: true,
        DeliveryPackage: [
          {
            SalesOrderId: context.key('VerkaufAuftragKey', order),
            ShippingMethodId: context.key('VersandartKey', context.client.row('shippingMethod').id),
            Weight: 1.5,
          },
        ],
      };
    },
  },
  'POST /wms/{warehouseId}/picklists': {
    values: (context) => ({ warehouseid: ownerKey(context, 'warehouseid') }),
    body: async (context) => {
      const item = itemLine(openOrder(context.client)).itemId;
      const warehouse = packKey('WarenlagerKey', context.client.row('warehouse').id);
      await context.run('v2 POST /stocks', {
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
    body: (context) => ({
      SalesOrderId: context.key('VerkaufAuftragKey', openOrder(context.client).id),
      InvoiceOnlyDeliveredQuantity: false,
    }),
  },
  'POST /sales-orders/{salesOrderId}/create-invoice': {
    body: () => ({ InvoiceOnlyDeliveredQuantity: false }),
  },
  'POST /invoices/{invoiceId}/finalize': {
    values: async (context) => ({ invoiceid: await draftInvoice(context) }),
  },
  'POST /invoices/{invoiceId}/cancel': {
    values: async (context) => ({ invoiceid: await freshInvoice(context) }),
  },
  'POST /sales-orders/{salesOrderId}/undo-cancellation': {
    values: async (context) => {
      await context.run('POST /sales-orders/{salesOrderId}/cancel');
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
    values: async (context) => {
      const handle = String(fieldOf(await context.run('v2 PUT /file'), 'filehandle'));
      return { key: /[0-9a-f-]{36}(?=[^0-9a-f]*$)/.exec(handle)?.[0] ?? handle };
    },
  },
  'POST /warehouses/{warehouseId}/inventory-counts': {
    body: () => ({ ...withoutBatch(), SerialNumbers: undefined }),
  },
  'GET /inventory-counts/{inventoryCountId}': inventoryCount,
  'PATCH /inventory-counts/{inventoryCountId}': inventoryCount,
  'DELETE /inventory-counts/{inventoryCountId}': inventoryCount,
  'POST /stock-transfers': {
    body: async (context) => {
      const item = packKey('ArtikelKey', plainItem(context.client));
      const source = packKey('WarenlagerKey', context.client.row('warehouse').id);
      await context.run('v2 POST /stocks', { body: { WarehouseId: source, ItemId: item, Quantity: 50 } });
      return {
        SourceWarehouseId: source,
        TargetWarehouseId: packKey('WarenlagerKey', context.client.row('warehouse', (one) => one.id > 1).id),
        LineItems: [{ ItemId: item, Quantity: 2 }],
      };
    },
  },
  // The transfer has the plain item already.
  'POST /stock-transfers/{stockTransferId}/line-items': {
    body: ({ client }) => ({ ItemId: packKey('ArtikelKey', otherItem(client)) }),
  },
  'POST /stock-transfers/{stockTransferId}/from-transit': {
    values: async (context) => ({ stocktransferid: await shippedTransfer(context) }),
    body: async (context, { stocktransferid = '' }) => {
      const lines = await context.run('v2 GET /stock-transfers/{stockTransferId}', {
        values: { stocktransferid },
      });
      const line = String(fieldOf(fieldOf(fieldOf(lines, 'lineitems'), '0'), 'id'));
      return { LineItems: [{ StockTransferLineItemId: line, Quantity: 1 }] };
    },
  },
  'POST /stock-transfers/{stockTransferId}/write-off-transit': {
    values: async (context) => ({ stocktransferid: await shippedTransfer(context) }),
  },
  // Older names of fields that the body has as well.
  'PATCH /purchase-orders/{purchaseOrderId}': {
    body: () => ({ ExternalNumber: undefined, Note: undefined, DeliveryDate: undefined }),
  },
  'POST /purchase-orders/{purchaseOrderId}/line-items': suppliedLine,
  'PATCH /purchase-orders/{purchaseOrderId}/line-items/{lineItemId}': purchaseLine,
  'DELETE /purchase-orders/{purchaseOrderId}/line-items/{lineItemId}': purchaseLine,
  'POST /wms/shipments/ship-order': {
    body: async (context) => {
      const { pickList, position, order } = await reserved(context);
      return {
        OrderId: packKey('VerkaufAuftragKey', order),
        PicklistId: packKey('PicklisteKey', pickList),
        WarehouseId: packKey('WarenlagerKey', context.client.row('warehouse').id),
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
