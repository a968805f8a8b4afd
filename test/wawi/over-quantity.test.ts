import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Emulator } from '../../src/index.ts';
import { packKey } from '../../src/wawi/contract/keys.ts';
import { kaffeeKontor, type Erp, type Reply } from './sales-client.ts';
import { documentsOf, type Documents } from './sales-documents.ts';

let emulator: Emulator;
let erp: Erp;
let documents: Documents;

beforeAll(async () => {
  ({ emulator, erp } = await kaffeeKontor());
  documents = documentsOf(erp);
});

afterAll(async () => {
  await emulator.close();
});

const v2 = <T = Record<string, unknown>>(operation: string, body?: unknown): Promise<Reply<T>> =>
  erp<T>(operation, body, 'v2');

describe('crediting a return', () => {
  const reason = packKey('RueckgabegrundKey', 2);

  /** A return of the coffee grinders of a new order with an invoice over both; a line for each flag. */
  const announced = async (...credits: boolean[]): Promise<string> => {
    const order = await documents.newOrder();
    await v2(`POST /sales-orders/${order.key}/invoices`, {});
    return announcedOf(order, ...credits);
  };

  const announcedOf = async (
    order: { key: string; lineKeys: string[] },
    ...credits: boolean[]
  ): Promise<string> => {
    const created = await v2<{ id: string }>('POST /returns', {
      companyId: packKey('FirmaKey', 1),
      salesOrderId: order.key,
      warehouseId: packKey('WarenlagerKey', 1),
      items: credits.map((credit) => ({
        quantity: 1,
        returnReasonId: reason,
        salesOrderLineItemId: order.lineKeys[0],
        credit,
      })),
    });
    expect(created.status).toBe(201);
    return `POST /returns/${created.json.id}/sales-invoice-corrections`;
  };

  it('gives back what has come back, once, however much is left of the invoice', async () => {
    const credit = await announced(true);
    expect((await v2(credit)).status).toBe(201);
    expect((await v2(credit)).status).toBe(409);
  });

  it('makes drafts, and takes what it credits off the order, when it is asked to', async () => {
    const order = await documents.newOrder();
    await v2(`POST /sales-orders/${order.key}/invoices`, {});
    const credit = await announcedOf(order, true);
    const flags = { asDraft: true, reduceSalesOrderQuantities: true };
    const { json } = await v2<{ salesInvoiceCorrectionId: string }[]>(credit, flags);
    const finalized = `POST /sales-invoice-corrections/${json[0]?.salesInvoiceCorrectionId ?? ''}/finalize`;
    expect((await v2(finalized)).status).toBeLessThan(300);
    expect((await v2(finalized)).status).toBe(409);
    const lines = await erp<{ Quantity: number }[]>(`GET /salesOrders/${order.id}/lineitems`);
    expect(lines.json[0]?.Quantity).toBe(1);
  });

  it('gives back more than is left of the invoice only when it is asked to', async () => {
    const order = await documents.newOrder();
    const invoice = await v2<{ id: string }>(`POST /sales-orders/${order.key}/invoices`, {});
    const credit = await announcedOf(order, true);
    expect((await v2(`POST /sales-invoices/${invoice.json.id}/correct`, {})).status).toBe(201);
    expect((await v2(credit, {})).status).toBe(409);
    expect((await v2(credit, { allowQuantityExceeded: true })).status).toBe(422);
    const exceeding = { allowQuantityExceeded: true, allowAmountExceeded: true };
    expect((await v2(credit, exceeding)).status).toBe(201);
  });

  it('leaves out the lines that are not to be credited', async () => {
    expect((await v2(await announced(false))).status).toBe(409);
    const credit = await announced(false, true);
    expect((await v2(credit)).status).toBe(201);
    expect((await v2(credit)).status).toBe(409);
  });
});

describe('correcting an invoice', () => {
  const grinders = async (): Promise<{ key: string; line: string }> => {
    const { key } = await documents.newInvoice();
    const [line] = await documents.invoiceLines(key);
    expect(line?.quantity).toBe(2);
    return { key, line: line?.id ?? '' };
  };

  it('adds up what the request lists of one line', async () => {
    const { key, line } = await grinders();
    const two = [
      { salesInvoiceLineItemId: line, quantity: 2 },
      { salesInvoiceLineItemId: line, quantity: 2 },
    ];
    expect((await v2(`POST /sales-invoices/${key}/correct`, { lineItems: two })).status).toBe(422);
    const exceeding = { lineItems: two, allowQuantityExceeded: true, allowAmountExceeded: true };
    expect((await v2(`POST /sales-invoices/${key}/correct`, exceeding)).status).toBe(201);
  });

  it('takes all that it credits off the order', async () => {
    const { key, order } = await documents.newInvoice();
    const [line] = await documents.invoiceLines(key);
    const one = { salesInvoiceLineItemId: line?.id, quantity: 1 };
    const draft = { lineItems: [one, one], reduceSalesOrderQuantities: true };
    expect((await v2(`POST /sales-invoices/${key}/correct`, draft)).status).toBe(201);
    const lines = await erp<{ Quantity: number }[]>(`GET /salesOrders/${order.id}/lineitems`);
    expect(lines.json[0]?.Quantity).toBe(0);
  });

  it('counts amounts that were credited before at another price', async () => {
    const { key, line } = await grinders();
    const { json } = await v2<{ salesPriceNet: number }[]>(`GET /sales-invoices/${key}/line-items`);
    const double = (json[0]?.salesPriceNet ?? 0) * 2;
    const credit = (priceNet: number) =>
      v2(`POST /sales-invoices/${key}/correct`, {
        lineItems: [{ salesInvoiceLineItemId: line, quantity: 1, priceNet }],
      });
    expect((await credit(-1)).status).toBe(400);
    expect((await credit(double)).status).toBe(201);
    expect((await credit(1)).status).toBe(422);
  });

  it('leaves what was delivered alone where only undelivered quantities are asked for, however often', async () => {
    const order = await documents.newOrder();
    await v2('POST /delivery/reserve', {
      salesOrders: [{ salesOrderId: order.key }],
      deliverySources: [{ type: 0, id: 1, priority: 1 }],
    });
    const invoice = await v2<{ id: string }>(`POST /sales-orders/${order.key}/invoices`, {});
    const correct = () =>
      v2(`POST /sales-invoices/${invoice.json.id}/correct`, { useUndeliveredQuantities: true });
    expect((await correct()).status).toBe(201);
    expect((await correct()).status).toBe(409);
  });
});

describe('shipping an order', () => {
  interface Position {
    id: string;
    quantity: number;
  }

  const reserved = async () => {
    const order = await documents.newOrder();
    const { json } = await v2<{ picklists: { picklistId: string }[] }>('POST /delivery/reserve', {
      salesOrders: [{ salesOrderId: order.key }],
      deliverySources: [{ type: 0, id: 1, priority: 1 }],
      picklistReserveOptions: { picklistPerOrder: true },
    });
    const list = json.picklists[0]?.picklistId ?? '';
    const positions = await v2<Position[]>(`GET /wms/${packKey('WarenlagerKey', 1)}/picklists/${list}`);
    const position = positions.json.find((one) => one.quantity === 2);
    return { order, list, position: position?.id ?? '' };
  };

  it('adds up what the packages hold of one position', async () => {
    const { order, list, position } = await reserved();
    const ship = (...quantities: number[]) =>
      v2('POST /wms/shipments/ship-order', {
        orderId: order.key,
        picklistId: list,
        warehouseId: packKey('WarenlagerKey', 1),
        isPartialDelivery: true,
        packages: quantities.map((quantity) => ({ positions: [{ picklistPositionId: position, quantity }] })),
      });
    expect((await ship(2, 1)).status).toBe(400);
    expect((await ship(1, 1)).status).toBe(201);
    const lines = await erp<{ QuantityDelivered: number }[]>(`GET /salesOrders/${order.id}/lineitems`);
    expect(lines.json.map((line) => line.QuantityDelivered)).toEqual([2, 0]);
    expect((await ship(1)).status).toBe(409);
  });

  it('lets the order ask for no less than is picked or delivered', async () => {
    const { order, list } = await reserved();
    const [line] = (await erp<{ Id: number }[]>(`GET /salesOrders/${order.id}/lineitems`)).json;
    const path = `PATCH /salesOrders/${order.id}/lineitems/${line?.Id ?? 0}`;
    const deliver = () =>
      v2('POST /delivery/deliver', { picklistIds: [list], deliveryPackage: [], isPartialDelivery: true });
    const picked = await erp(path, { Quantity: 1 });
    expect(picked.status).toBe(409);
    expect(picked.reason).toContain('below the 2 picked already');
    expect((await deliver()).status).toBe(200);
    const delivered = await erp(path, { Quantity: 1 });
    expect(delivered.status).toBe(409);
    expect(delivered.reason).toContain('below the 2 delivered already');
  });
});

describe('the lines of an order', () => {
  it('are listed once each in a change of the order', async () => {
    const order = await documents.newOrder();
    const one = { id: order.lineKeys[0], quantity: 1 };
    const changed = await v2(`PATCH /sales-orders/${order.key}`, { lineItems: [one, one] });
    expect(changed.status).toBe(400);
    expect(changed.reason).toContain('more than once');
  });
});
