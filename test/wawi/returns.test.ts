import { describe, expect, it } from 'vitest';
import { packKey } from '../../src/wawi/contract/keys.ts';
import { documentsOf, idOf } from './sales-documents.ts';
import { shopOfFile } from './sales-client.ts';

const { erp } = shopOfFile();
const documents = documentsOf(erp);

describe('returns', () => {
  const announce = (order: { key: string; lineKeys: string[] }, quantity: number) =>
    erp<{ id: string }>(
      'POST /returns',
      {
        companyId: packKey('FirmaKey', 1),
        salesOrderId: order.key,
        warehouseId: packKey('WarenlagerKey', 1),
        items: [
          {
            quantity,
            returnReasonId: packKey('RueckgabegrundKey', 2),
            salesOrderLineItemId: order.lineKeys[0],
          },
        ],
        packages: [{ trackingID: '00340434' }],
      },
      'v2',
    );

  it('are announced, read in both versions and found by their order', async () => {
    const order = await documents.newOrder();
    const created = await announce(order, 1);
    expect(created.status).toBe(201);
    const id = idOf(created.json.id);
    expect((await erp(`GET /returns/${id}`)).json).toMatchObject({ SalesOrderId: order.id, Origin: 7 });
    expect((await erp(`GET /returns/${id}/lineitems`)).json).toMatchObject([{ SKU: 'KK-3001', Quantity: 1 }]);
    expect((await erp(`GET /returns/${id}/packages`)).json).toMatchObject([{ TrackingID: '00340434' }]);
    const found = await erp<{ Items: object[] }>(`GET /returns?salesOrderId=${order.id}`);
    expect(found.json.Items).toHaveLength(1);
  });

  it('grow by an equal line, follow their lines’ state, and never exceed what was ordered', async () => {
    const order = await documents.newOrder();
    const { json } = await announce(order, 1);
    const base = `/returns/${json.id}`;
    const line = {
      quantity: 1,
      returnReasonId: packKey('RueckgabegrundKey', 2),
      salesOrderLineItemId: order.lineKeys[0],
    };
    const merged = await erp(`POST ${base}/line-items`, line, 'v2');
    expect(merged).toMatchObject({ status: 201, json: { quantity: 2 } });
    expect((await erp(`POST ${base}/line-items`, line, 'v2')).status).toBe(422);

    const lineItem = `${base}/line-items/${String(merged.json['id'])}`;
    const changed = await erp(
      `PATCH ${lineItem}`,
      { stateId: packKey('RetoureStatusKey', 2), quantity: 1 },
      'v2',
    );
    expect(changed).toMatchObject({ status: 200, json: { quantity: 1 } });
    const head = await erp(`PATCH ${base}`, { internalComment: 'eingetroffen' }, 'v2');
    expect(head.json).toMatchObject({
      internalComment: 'eingetroffen',
      stateId: packKey('RetoureStatusKey', 2),
    });
    expect((await erp(`DELETE ${lineItem}`, undefined, 'v2')).status).toBe(204);
    expect((await erp(`DELETE ${lineItem}`, undefined, 'v2')).status).toBe(404);
  });

  it('are credited by a correction for each invoice behind them', async () => {
    const order = await documents.newOrder();
    await erp(`POST /sales-orders/${order.key}/invoices`, {}, 'v2');
    const { json } = await announce(order, 2);
    const credit = () =>
      erp<{ salesInvoiceCorrectionId: string }[]>(
        `POST /returns/${json.id}/sales-invoice-corrections`,
        undefined,
        'v2',
      );
    const credited = await credit();
    expect(credited.status).toBe(201);
    expect(credited.json).toHaveLength(1);
    expect((await credit()).status).toBe(409);
  });
});

describe('quotations', () => {
  it('are created under both paths, listed, read and changed', async () => {
    const body = {
      customerId: packKey('KundeKey', 3),
      companyId: packKey('FirmaKey', 1),
      languageIso: 'DE',
      lineItems: [{ itemId: packKey('ArtikelKey', 6), quantity: 10 }],
    };
    const created = await erp<{ salesQuotationId: string }>('POST /sales-quotations', body, 'v2');
    expect(created.status).toBe(201);
    expect((await erp('POST /salesquotation/create', body, 'v2')).status).toBe(201);
    const { salesQuotationId } = created.json;
    const changed = await erp(
      'PATCH /salesquotation/update',
      { salesQuotationId, billingAddress: { company: 'Möwe Süd' }, useBillingAddressAsShipmentAddress: true },
      'v2',
    );
    expect(changed).toMatchObject({ status: 200, json: { salesQuotationId } });
    const read = await erp(`GET /sales-quotations/${salesQuotationId}`, undefined, 'v2');
    expect(read.json).toMatchObject({
      billingAddress: { company: 'Möwe Süd', lastName: 'Yılmaz' },
      shipmentAddress: { company: 'Möwe Süd' },
      lineItems: [{ sku: 'KK-2002', quantity: 10, totalSalesPriceNet: 255 }],
    });
    const list = await erp<{ items: object[]; totalItems: number }>(
      'GET /sales-quotations?sortBy=salesQuotationNumber&sortDescending=true',
      undefined,
      'v2',
    );
    expect(list.json.totalItems).toBe(2);
    expect(list.json.items).toContainEqual(
      expect.objectContaining({ id: salesQuotationId, totalNetAmount: 255 }),
    );
  });
});
