import type { SalesOrder } from '../../src/wawi/areas/sales-orders/schema/sales.ts';
import type { Scene } from './scene.ts';
import type { World } from './world.ts';

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
  purchaseorderid: (world) => ({
    key: 'LieferantenBestellungKey',
    id: world.row('purchaseOrder', (one) => one.status === 0).id,
  }),
  syncid: (world) => ({ key: 'WorkerSyncKey', id: world.row('workerSync').id }),
};

export function ownerKey(scene: Scene, parameter: string): string {
  const pick = rows[parameter];
  if (!pick) throw new Error(`no row stands for {${parameter}}`);
  const { key, id } = pick(scene.world);
  return scene.pathKey(key, id);
}

export function plainItem(world: World): number {
  return world.row('item', (item) => item.parentItemId === undefined && item.variations.length === 0).id;
}

export function otherItem(world: World): number {
  const first = plainItem(world);
  return world.row(
    'item',
    (item) => item.id !== first && item.parentItemId === undefined && item.variations.length === 0,
  ).id;
}

export function hasMail(customer: { billingAddress: { emailAddress?: string } }): boolean {
  return customer.billingAddress.emailAddress !== undefined;
}

/** An order that nothing has happened to yet. */
export function openOrder(world: World): SalesOrder {
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

export function itemLine(order: SalesOrder): { id: number; itemId: number } {
  const line = order.lineItems.find((one) => one.itemId !== undefined);
  if (line?.itemId === undefined) throw new Error(`order ${order.number} has no line with an item`);
  return { id: line.id, itemId: line.itemId };
}

export function isReturnable(line: SalesOrder['lineItems'][number]): boolean {
  return line.itemId !== undefined && Number(line.quantity) - Number(line.quantityReturned) >= 1;
}
