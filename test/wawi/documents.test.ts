import { extractText, getDocumentProxy } from 'unpdf';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Emulator } from '../../src/index.ts';
import { packKey } from '../../src/wawi/contract/keys.ts';
import { kaffeeKontor, kaffeeKontorId, type Erp } from './sales-client.ts';

let emulator: Emulator;
let erp: Erp;

beforeAll(async () => {
  ({ emulator, erp } = await kaffeeKontor());
});

afterAll(async () => {
  await emulator.close();
});

const orderKey = (id: number): string => packKey('VerkaufAuftragKey', id);
/** The integer that a key packs. */
const idOf = (value: string): number => Buffer.from(value.slice(-8), 'hex').readInt32LE();

interface Created {
  id: string;
  salesInvoiceNumber: string;
}

interface InvoiceLine {
  id: string;
  quantity: number;
  salesOrderLineItemId: string;
}

/** An order of two coffee grinders and one filter, 229.79 EUR net. */
async function newOrder(): Promise<{ id: number; key: string; lineKeys: string[] }> {
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
}

async function newInvoice(body: object = {}): Promise<{ order: { id: number; key: string }; key: string }> {
  const order = await newOrder();
  const created = await erp<Created>(`POST /sales-orders/${order.key}/invoices`, body, 'v2');
  expect(created.status).toBe(201);
  return { order, key: created.json.id };
}

async function invoiceLines(key: string): Promise<InvoiceLine[]> {
  return (await erp<InvoiceLine[]>(`GET /sales-invoices/${key}/line-items`, undefined, 'v2')).json;
}

async function textOf(bytes: Uint8Array): Promise<string> {
  const { text } = await extractText(await getDocumentProxy(bytes), { mergePages: true });
  return text;
}

describe('invoices', () => {
  it('take over the order and show in v1 and v2 alike', async () => {
    const { order, key } = await newInvoice();
    const v1 = await erp(`GET /invoices/${idOf(key)}`);
    const v2 = await erp(`GET /sales-invoices/${key}`, undefined, 'v2');
    expect(v1.json).toMatchObject({
      CustomerId: 1,
      IsCancelled: false,
      InvoicePaymentDetails: { TotalGrossAmount: 235.86, StillToPay: 235.86, PaymentStatus: 0 },
      BillingAddress: { LastName: 'Grünwald' },
    });
    expect(v2.json).toMatchObject({ number: v1.json['Number'], customerId: packKey('KundeKey', 1) });
    const lines = await erp(`GET /invoices/${idOf(key)}/lineitems`);
    expect(lines.json).toMatchObject([
      { SalesOrderId: order.id, SKU: 'KK-3001', Quantity: 2, InvoiceId: idOf(key) },
      { SKU: 'KK-3003', Quantity: 1 },
    ]);
    const due = (v1.json['InvoicePaymentDetails'] as Record<string, string>)['NextDueDate'] ?? '';
    expect(Date.parse(due) - Date.parse(String(v1.json['InvoiceDate']))).toBe(14 * 86_400_000);
  });

  it('invoice the rest of an order only once', async () => {
    const { order } = await newInvoice();
    const again = await erp(`POST /sales-orders/${order.key}/create-invoice`, {}, 'v2');
    expect(again.status).toBe(409);
    expect(again.reason).toContain('nothing left to invoice');
    const delivered = await erp(
      `POST /salesinvoice/create-sales-invoice`,
      { salesOrderId: (await newOrder()).key, invoiceOnlyDeliveredQuantity: true },
      'v2',
    );
    expect(delivered.status).toBe(409);
  });

  it('start as drafts where asked and become final once', async () => {
    const { key } = await newInvoice({ asDraft: true });
    const pay = () =>
      erp(
        `POST /invoices/${key}/set-payment`,
        { amount: 1, paymentDate: '2026-08-01', paymentMethodId: packKey('ZahlungsartKey', 1) },
        'v2',
      );
    expect((await pay()).status).toBe(409);
    expect((await erp(`POST /invoices/${key}/finalize`, undefined, 'v2')).status).toBe(204);
    expect((await erp(`POST /invoices/${key}/finalize`, undefined, 'v2')).status).toBe(409);
    expect((await pay()).status).toBe(200);
  });

  it('are cancelled once, and their order can be invoiced again', async () => {
    const { order, key } = await newInvoice();
    const body = { cancellationReasonId: packKey('RechnungStornogrundKey', 1) };
    expect((await erp(`POST /invoices/${key}/cancel`, body, 'v2')).status).toBe(204);
    expect((await erp(`POST /invoices/${key}/cancel`, body, 'v2')).status).toBe(409);
    expect((await erp(`GET /invoices/${idOf(key)}`)).json).toMatchObject({
      IsCancelled: true,
      CancellationDetails: { CancellationReasonId: 1 },
    });
    expect((await erp(`POST /sales-orders/${order.key}/invoices`, {}, 'v2')).status).toBe(201);
  });

  it.each([
    ['invoiceNumber', (invoice: Record<string, unknown>) => invoice['number']],
    ['salesOrderNumber', () => undefined],
    ['itemId', () => packKey('ArtikelKey', 10)],
    ['customerId', () => packKey('KundeKey', 1)],
  ])('are found by %s', async (parameter, valueOf) => {
    const { order, key } = await newInvoice();
    const invoice = await erp(`GET /invoices/${key}`, undefined, 'v2');
    const number = (await erp<{ Number: string }>(`GET /salesOrders/${order.id}`)).json.Number;
    const value = valueOf(invoice.json) ?? number;
    const found = await erp<{ items: { id: string }[] }>(
      `GET /sales-invoices?${parameter}=${String(value)}&sortBy=invoiceDate&sortDescending=true`,
      undefined,
      'v2',
    );
    expect(found.json.items.map((one) => one.id)).toContain(key);
  });
});

describe('payments', () => {
  const payment = (amount: number, more: object = {}) => ({
    amount,
    paymentDate: '2026-08-02T10:00:00Z',
    paymentMethodId: packKey('ZahlungsartKey', 1),
    ...more,
  });
  const statusOf = async (key: string): Promise<unknown> =>
    (await erp<{ InvoicePaymentDetails: Record<string, unknown> }>(`GET /invoices/${idOf(key)}`)).json
      .InvoicePaymentDetails['PaymentStatus'];

  it('that came in before are the first invoice’s, and the order’s again when that is cancelled', async () => {
    const order = await newOrder();
    await erp(`POST /sales-orders/${order.key}/payments`, payment(235.86), 'v2');
    const { json } = await erp<Created>(`POST /sales-orders/${order.key}/invoices`, {}, 'v2');
    expect(await statusOf(json.id)).toBe(2);
    const cancellationReasonId = packKey('RechnungStornogrundKey', 1);
    await erp(`POST /invoices/${json.id}/cancel`, { cancellationReasonId }, 'v2');
    expect(await statusOf(json.id)).toBe(0);
    const read = await erp<{ SalesOrderPaymentDetails: object }>(`GET /salesOrders/${order.id}`);
    expect(read.json.SalesOrderPaymentDetails).toMatchObject({ PaymentStatus: 2 });
  });

  it('are divided among open invoices where asked, the rest stays with the order', async () => {
    const { order, key } = await newInvoice();
    const paid = await erp<{ amount: number; salesInvoiceId: string | null }[]>(
      `POST /sales-orders/${order.key}/payments`,
      payment(240, { distribute: true }),
      'v2',
    );
    expect(paid.status).toBe(201);
    expect(paid.json.map(({ amount, salesInvoiceId }) => [amount, salesInvoiceId])).toEqual([
      [235.86, key],
      [4.14, null],
    ]);
    expect(await statusOf(key)).toBe(2);
    expect((await erp(`DELETE /sales-invoices/${key}/payments`, undefined, 'v2')).status).toBe(204);
    expect(await statusOf(key)).toBe(0);
    expect((await erp(`DELETE /sales-orders/${order.key}/payments`, undefined, 'v2')).status).toBe(204);
    const read = await erp<{ SalesOrderPaymentDetails: object }>(`GET /salesOrders/${order.id}`);
    expect(read.json.SalesOrderPaymentDetails).toMatchObject({ PaymentStatus: 0, StillToPay: 235.86 });
  });
});

describe('credit notes', () => {
  const correct = (key: string, body: object) =>
    erp<{ salesInvoiceCorrectionId: string }>(`POST /sales-invoices/${key}/correct`, body, 'v2');

  it('credit a part, then the rest, then nothing more', async () => {
    const { key } = await newInvoice();
    const [line] = await invoiceLines(key);
    const part = { lineItems: [{ salesInvoiceLineItemId: line?.id, quantity: 1 }] };
    expect((await correct(key, part)).status).toBe(201);
    const excess = await correct(key, { lineItems: [{ salesInvoiceLineItemId: line?.id, quantity: 2 }] });
    expect(excess.status).toBe(422);
    expect((await correct(key, {})).status).toBe(201);
    expect((await correct(key, {})).status).toBe(409);
    const cancel = { cancellationReasonId: packKey('RechnungStornogrundKey', 1) };
    expect((await erp(`POST /invoices/${key}/cancel`, cancel, 'v2')).status).toBe(409);
  });

  it('are drafted, finalised and cancelled, after which the invoice can be credited again', async () => {
    const { key } = await newInvoice();
    const created = await correct(key, { asDraft: true });
    const base = `/sales-invoice-corrections/${created.json.salesInvoiceCorrectionId}`;
    expect((await erp(`POST ${base}/finalize`, undefined, 'v2')).status).toBe(204);
    expect((await erp(`POST ${base}/finalize`, undefined, 'v2')).status).toBe(409);
    const cancel = { cancellationReasonId: packKey('GutschriftStornogrundKey', 2) };
    expect((await erp(`POST ${base}/cancel`, cancel, 'v2')).status).toBe(204);
    expect((await erp(`POST ${base}/cancel`, cancel, 'v2')).status).toBe(409);
    expect((await correct(key, {})).status).toBe(201);
  });

  it('show with their invoices and cancellations in the accounting data', async () => {
    const { key } = await newInvoice();
    await correct(key, {});
    const number = (await erp<{ Number: string }>(`GET /invoices/${idOf(key)}`)).json.Number;
    const rows = await erp<{ Items: Record<string, unknown>[] }>('GET /accountingData?pageSize=1000');
    const invoice = rows.json.Items.find((row) => row['DocumentNumber'] === number);
    expect(invoice).toMatchObject({
      Type: 0,
      DepartureCountry: { CountryISO: 'DE' },
      AccountDataLineItems: [
        { GeneralLedgerAccount: '8400', VatRate: 19, TotalNetAmount: 179.8, TotalGrossAmount: 213.96 },
        { TotalNetAmount: 18.4, VatAmount: 3.5 },
      ],
    });
    const v2 = await erp<{ items: Record<string, unknown>[] }>(
      `GET /accounting-data?type=2&pageSize=1000`,
      undefined,
      'v2',
    );
    expect(v2.json.items.some((row) => row['salesInvoiceId'] === key)).toBe(true);
    expect(v2.headers.get('x-emulator-assumption')).toContain('general-ledger-accounts');
  });
});

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
    const order = await newOrder();
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
    const order = await newOrder();
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
    const order = await newOrder();
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

describe('what leaves the ERP', () => {
  it('an invoice is a PDF with number, address, lines and totals, umlauts and all', async () => {
    const { key } = await newInvoice();
    const { json } = await erp<{ Number: string }>(`GET /invoices/${idOf(key)}`);
    const pdf = await erp(`POST /invoices/${idOf(key)}/output/pdf`);
    expect(pdf.status).toBe(200);
    expect(pdf.headers.get('content-type')).toBe('application/pdf');
    expect(pdf.bytes.byteLength).toBeLessThan(20_000);
    const text = await textOf(pdf.bytes);
    for (const part of [
      `Rechnung ${json.Number}`,
      'Käthe Grünwald',
      '23552 Lübeck',
      'Handmühle Nussbaum',
      '179,80',
      'zzgl. 19 % USt.',
      '235,86 EUR',
    ])
      expect(text).toContain(part);
  });

  it('a PDF survives letters that its fonts do not know', async () => {
    const pdf = await erp(`POST /sales-orders/${orderKey(2)}/output/pdf`, undefined, 'v2');
    expect(await textOf(pdf.bytes)).toContain('Öznur Y?lmaz');
  });

  it.each([
    ['POST /salesOrders/1/output/mail', 201],
    ['POST /salesOrders/1/output/print?printer=B%C3%BCrodrucker', 201],
    ['POST /salesOrders/1/output/print?printer=Teleprinter', 400],
    ['POST /salesOrders/4711/output/mail', 404],
    ['POST /offer/4711/output/pdf', 404],
    ['POST /creditNotes/4711/output/print', 404],
  ])('%s answers %i', async (operation, status) => {
    expect((await erp(operation)).status).toBe(status);
  });

  it('mail, print and workflows land in the outbox, with who gets them', async () => {
    const order = await newOrder();
    await erp(`POST /salesOrders/${order.id}/output/mail`);
    await erp(`POST /salesOrders/${order.id}/output/print?printer=B%C3%BCrodrucker`);
    await erp(`POST /salesOrders/${order.id}/workflow/4`);
    const { Number: number } = (await erp<{ Number: string }>(`GET /salesOrders/${order.id}`)).json;
    const outbox = await emulator.tenants.outbox(kaffeeKontorId);
    expect(outbox.filter((message) => message.number === number)).toMatchObject([
      { kind: 'workflow', eventId: 1, automatic: true },
      { kind: 'workflow', eventId: 3, automatic: true },
      { kind: 'mail', recipient: 'kaethe.gruenwald@example.com', subject: `Auftragsbestätigung ${number}` },
      { kind: 'print', printer: 'Bürodrucker' },
      { kind: 'workflow', eventId: 4, automatic: false },
    ]);
  });

  it('no workflow starts by itself where a write says so', async () => {
    const body = { CompanyId: 1, CustomerId: 1, ExternalNumber: 'leise' };
    const { json } = await erp<{ Number: string }>('POST /salesOrders?disableAutomaticWorkflows=true', body);
    const outbox = await emulator.tenants.outbox(kaffeeKontorId);
    expect(outbox.filter((message) => message.number === json.Number)).toEqual([]);
  });
});

describe('the lists of 2.1 and 2.2', () => {
  it.each([
    ['/customers?sortBy=lastName', 'customerNumber', ['K10001', 'K10005', 'K10002', 'K10003', 'K10004']],
    [
      '/customers?sortBy=city,lastName&sortDescending=true&pageSize=2',
      'customerNumber',
      ['K10003', 'K10004'],
    ],
    [
      '/sales-orders?salesOrderDateAfter=2026-04-01&salesOrderDateBefore=2026-06-30&sortBy=salesOrderDate&sortDescending=true',
      'salesOrderNumber',
      ['AU20260007', 'AU20260006', 'AU20260005', 'AU20260004'],
    ],
  ])('%s are sorted, filtered and cut', async (path, field, expected) => {
    const list = await erp<{ items: Record<string, unknown>[] }>(`GET ${path}`, undefined, 'v2');
    expect(list.json.items.map((row) => row[field])).toEqual(expected);
  });

  it('refuse a field that cannot be sorted by, and name those that can', async () => {
    const refused = await erp('GET /sales-orders?sortBy=colour', undefined, 'v2');
    expect(refused.status).toBe(400);
    expect(refused.reason).toContain('salesOrderNumber');
  });

  it('show one order with its lines, key figures, invoices and payments', async () => {
    const { order, key } = await newInvoice();
    const read = await erp(`GET /sales-orders/${order.key}`, undefined, 'v2');
    expect(read.json).toMatchObject({
      id: order.key,
      billingAddress: { lastName: 'Grünwald', country: 'Deutschland', type: 1 },
      lineItems: [{ sku: 'KK-3001', type: 1, quantity: 2, totalSalesPriceNet: 179.8 }, { sku: 'KK-3003' }],
      keyFigures: { invoiceStatus: 2, stillToPay: 235.86, invoicesTotalGrossAmount: 235.86 },
      invoices: [{ salesInvoiceId: key }],
      payments: [],
    });
    const lines = await erp(`GET /sales-orders/${order.key}/line-items`, undefined, 'v2');
    expect(lines.json).toMatchObject([
      { type: 1, lineItemType: 1, sKU: 'KK-3001', salesOrderId: order.key },
      {},
    ]);
  });

  it('give an empty order that is not kept', async () => {
    const empty = await erp('GET /sales-orders/new', undefined, 'v2');
    expect(empty.json).toMatchObject({
      companyId: packKey('FirmaKey', 1),
      departureCountry: { countryIso: 'DE', currencyIso: 'EUR' },
      paymentDetails: { paymentDueDateInDays: 14 },
    });
  });

  it('are not there in 2.0', async () => {
    const { emulator: old, erp: erp20 } = await kaffeeKontor({ erpVersion: '2.0' });
    expect((await erp20('GET /sales-quotations', undefined, 'v2')).status).toBe(404);
    expect((await erp20('GET /sales-orders', undefined, 'v2')).status).toBe(405);
    await old.close();
  });
});
