import { expect } from 'vitest';
import { packKey } from '../../src/wawi/contract/keys.ts';
import type { Erp } from './sales-client.ts';

/** The v2 key of an order. */
export const orderKey = (id: number): string => packKey('VerkaufAuftragKey', id);

/** The integer that a key packs. */
export const idOf = (key: string): number => Buffer.from(key.slice(-8), 'hex').readInt32LE();

export interface InvoiceLine {
  id: string;
  quantity: number;
  salesOrderLineItemId: string;
}

/** Makes the documents that a test works on. */
export interface Documents {
  /** An order of two coffee grinders and one filter, 235.86 EUR gross. */
  newOrder(): Promise<{ id: number; key: string; lineKeys: string[] }>;
  /** Such an order with an invoice over all of it. */
  newInvoice(body?: object): Promise<{ order: { id: number; key: string }; key: string }>;
  invoiceLines(key: string): Promise<InvoiceLine[]>;
}

export function documentsOf(erp: Erp): Documents {
  const newOrder: Documents['newOrder'] = async () => {
    const created = await erp<{ Id: number }>('POST /salesOrders', { CompanyId: 1, CustomerId: 1 });
    const { Id: id } = created.json;
    const lines = await erp<{ Id: number }[]>(`POST /salesOrders/${id}/lineitems`, [
      { ItemId: 8, Quantity: 2 },
      { ItemId: 10, Quantity: 1 },
    ]);
    return {
      id,
      key: orderKey(id),
      lineKeys: lines.json.map((line) => packKey('VerkaufAuftragPositionKey', line.Id)),
    };
  };
  return {
    newOrder,
    newInvoice: async (body = {}) => {
      const order = await newOrder();
      const created = await erp<{ id: string }>(`POST /sales-orders/${order.key}/invoices`, body, 'v2');
      if (created.status !== 201) throw new Error(`no invoice: ${created.status} ${created.reason}`);
      return { order, key: created.json.id };
    },
    invoiceLines: async (key) =>
      (await erp<InvoiceLine[]>(`GET /sales-invoices/${key}/line-items`, undefined, 'v2')).json,
  };
}

/** An order as v1 shows it, as far as tests look. */
export interface Order {
  Id: number;
  Number: string;
  BillingAddress: Record<string, unknown>;
  SalesOrderPaymentDetails: Record<string, unknown>;
  SalesOrderShippingDetail: Record<string, unknown>;
  IsCancelled: boolean;
  LanguageIso: string;
  CustomerVatID?: string;
}

export interface Line {
  Id: number;
  Name: string;
  SKU?: string;
  Quantity: number;
  SalesPriceNet: number;
  SalesPriceGross: number;
  TaxRate: number;
}

/** Makes the orders that a test works on. */
export interface Orders {
  newOrder(body?: object): Promise<Order>;
  /** An order with the lines asked for. */
  withLines(...lines: object[]): Promise<{ order: Order; lines: Line[] }>;
}

/** @param erp the client, once there is one */
export function ordersOf(erp: () => Erp): Orders {
  const newOrder: Orders['newOrder'] = async (body = {}) => {
    const created = await erp()<Order>('POST /salesOrders', { CompanyId: 1, CustomerId: 1, ...body });
    expect(created.status).toBe(201);
    return created.json;
  };
  return {
    newOrder,
    withLines: async (...lines) => {
      const order = await newOrder();
      const added = await erp()<Line[]>(`POST /salesOrders/${order.Id}/lineitems`, lines);
      expect(added.status).toBe(201);
      return { order, lines: added.json };
    },
  };
}
