import type { SalesOrder } from '../../src/wawi/areas/sales-orders/schema/sales.ts';
import type { ArrangementContext } from './arrangement-context.ts';
import type { TenantClient } from './tenant-client.ts';

/** Path parameters that are the same everywhere. */
export const constants: Readonly<Record<string, string>> = {
  departurecountryiso: 'DE',
  shipmentcountryiso: 'AT',
  groupname: 'Kontrakt',
};

/** Rows that stand for the first parameter of a path, by its name in lower case. */
export const rows: Readonly<Record<string, (client: TenantClient) => { key: string; id: number }>> = {
  itemid: (client) => ({ key: 'ArtikelKey', id: plainItem(client) }),
  customerid: (client) => ({ key: 'KundeKey', id: client.row('customer', hasMail).id }),
  salesorderid: (client) => ({ key: 'VerkaufAuftragKey', id: openOrder(client).id }),
  categoryid: (client) => ({
    key: 'KategorieKey',
    id: client.row('category', (one) => one.parentCategoryId !== undefined).id,
  }),
  companyid: (client) => ({ key: 'FirmaKey', id: client.row('company').id }),
  taxclassid: (client) => ({ key: 'SteuerklasseKey', id: client.row('taxClass').id }),
  warehouseid: (client) => ({ key: 'WarenlagerKey', id: client.row('warehouse').id }),
  customergroupid: (client) => ({ key: 'KundenGruppeKey', id: client.row('customerGroup').id }),
  customercategoryid: (client) => ({ key: 'KundenKategorieKey', id: client.row('customerCategory').id }),
  invoiceid: (client) => ({
    key: 'RechnungKey',
    id: client.row('salesInvoice', (one) => !one.isDraft && !one.isCancelled).id,
  }),
  creditnoteid: (client) => ({ key: 'GutschriftKey', id: client.row('salesInvoiceCorrection').id }),
  salesinvoicecorrectionid: (client) => ({
    key: 'GutschriftKey',
    id: client.row('salesInvoiceCorrection', (one) => one.isDraft && !one.isCancelled).id,
  }),
  offerid: (client) => ({ key: 'AngebotKey', id: client.row('salesQuotation').id }),
  deliverynoteid: (client) => ({ key: 'LieferscheinKey', id: client.row('deliveryNote').id }),
  returnid: (client) => ({ key: 'RetoureKey', id: client.row('return').id }),
  purchaseorderid: (client) => ({
    key: 'LieferantenBestellungKey',
    id: client.row('purchaseOrder', (one) => one.status === 0).id,
  }),
  syncid: (client) => ({ key: 'WorkerSyncKey', id: client.row('workerSync').id }),
};

export function ownerKey(context: ArrangementContext, parameter: string): string {
  const pick = rows[parameter];
  if (!pick) throw new Error(`no row stands for {${parameter}}`);
  const { key, id } = pick(context.client);
  return context.pathKey(key, id);
}

export function plainItem(client: TenantClient): number {
  return client.row('item', (item) => item.parentItemId === undefined && item.variations.length === 0).id;
}

export function otherItem(client: TenantClient): number {
  const first = plainItem(client);
  return client.row(
    'item',
    (item) => item.id !== first && item.parentItemId === undefined && item.variations.length === 0,
  ).id;
}

export function hasMail(customer: { billingAddress: { emailAddress?: string } }): boolean {
  return customer.billingAddress.emailAddress !== undefined;
}

/** An order that nothing has happened to yet. */
export function openOrder(client: TenantClient): SalesOrder {
  const { data } = client;
  return client.row(
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

export function itemLine(order: SalesOrder): { id: number; itemId: number } {
  const line = order.lineItems.find((one) => one.itemId !== undefined);
  if (line?.itemId === undefined) throw new Error(`order ${order.number} has no line with an item`);
  return { id: line.id, itemId: line.itemId };
}

export function isReturnable(line: SalesOrder['lineItems'][number]): boolean {
  return line.itemId !== undefined && Number(line.quantity) - Number(line.quantityReturned) >= 1;
}
