import { describe, expect, it } from 'vitest';
import { packKey } from '../../src/wawi/contract/keys.ts';
import { documentsOf, idOf } from './sales-documents.ts';
import { shopOfFile } from './sales-client.ts';

const { erp } = shopOfFile();
const documents = documentsOf(erp);

describe('invoices', () => {
  it('take over the order and show in v1 and v2 alike', async () => {
    const { order, key } = await documents.newInvoice();
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
    const { order } = await documents.newInvoice();
    const again = await erp(`POST /sales-orders/${order.key}/create-invoice`, {}, 'v2');
    expect(again.status).toBe(409);
    expect(again.reason).toContain('has nothing left to invoice');
    const delivered = await erp(
      `POST /salesinvoice/create-sales-invoice`,
      { salesOrderId: (await documents.newOrder()).key, invoiceOnlyDeliveredQuantity: true },
      'v2',
    );
    expect(delivered.status).toBe(409);
  });

  it('start as drafts where asked and become final once', async () => {
    const { key } = await documents.newInvoice({ asDraft: true });
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
    const { order, key } = await documents.newInvoice();
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
    const { order, key } = await documents.newInvoice();
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
    const order = await documents.newOrder();
    await erp(`POST /sales-orders/${order.key}/payments`, payment(235.86), 'v2');
    const { json } = await erp<{ id: string; salesInvoiceNumber: string }>(
      `POST /sales-orders/${order.key}/invoices`,
      {},
      'v2',
    );
    expect(await statusOf(json.id)).toBe(2);
    const cancellationReasonId = packKey('RechnungStornogrundKey', 1);
    await erp(`POST /invoices/${json.id}/cancel`, { cancellationReasonId }, 'v2');
    expect(await statusOf(json.id)).toBe(0);
    const read = await erp<{ SalesOrderPaymentDetails: object }>(`GET /salesOrders/${order.id}`);
    expect(read.json.SalesOrderPaymentDetails).toMatchObject({ PaymentStatus: 2 });
  });

  it('are booked today by the fields of the documented request', async () => {
    const { order, key } = await documents.newInvoice();
    const documented = {
      amount: 10,
      paymentMethodId: packKey('ZahlungsartKey', 1),
      transactionId: 'T-1',
      receiptNumber: 'B-1',
      isDownPayment: true,
      comment: 'Anzahlung',
      glAccount: '1200',
    };
    const paid = await erp(`POST /sales-orders/${order.key}/payments`, documented, 'v2');
    expect(paid.status).toBe(201);
    const [booked] = (
      await erp<Record<string, unknown>[]>(`POST /sales-invoices/${key}/payments`, documented, 'v2')
    ).json;
    expect(booked).toMatchObject({
      amount: 10,
      externalTransactionId: 'T-1',
      isAdvancePayment: true,
      note: 'Anzahlung',
    });
    expect(booked?.['date']).toMatch(/^\d{4}-\d{2}-\d{2}T/);
    const dated = await erp(
      `POST /sales-orders/${order.key}/payments`,
      { ...documented, date: 'bald' },
      'v2',
    );
    expect(dated.status).toBe(400);
  });

  it('are divided among open invoices where asked, the rest stays with the order', async () => {
    const { order, key } = await documents.newInvoice();
    const paid = await erp<{ paymentId: string }>(
      `POST /sales-orders/${order.key}/payments`,
      payment(240, { distribute: true }),
      'v2',
    );
    expect(paid.status).toBe(201);
    expect(paid.json.paymentId).toMatch(/^[0-9a-f]{8}-[0-9a-f-]{27}$/);
    expect(await statusOf(key)).toBe(2);
    expect((await erp(`DELETE /sales-invoices/${key}/payments`, undefined, 'v2')).status).toBe(204);
    expect(await statusOf(key)).toBe(0);
    // 235.86 was the invoice's; 4.14 stays with the order.
    const rest = await erp<{ SalesOrderPaymentDetails: object }>(`GET /salesOrders/${order.id}`);
    expect(rest.json.SalesOrderPaymentDetails).toMatchObject({ PaymentStatus: 1, StillToPay: 231.72 });
    expect((await erp(`DELETE /sales-orders/${order.key}/payments`, undefined, 'v2')).status).toBe(204);
    const read = await erp<{ SalesOrderPaymentDetails: object }>(`GET /salesOrders/${order.id}`);
    expect(read.json.SalesOrderPaymentDetails).toMatchObject({ PaymentStatus: 0, StillToPay: 235.86 });
  });
});

describe('credit notes', () => {
  const correct = (key: string, body: object) =>
    erp<{ salesInvoiceCorrectionId: string }>(`POST /sales-invoices/${key}/correct`, body, 'v2');

  it('credit a part, then the rest, then nothing more', async () => {
    const { key } = await documents.newInvoice();
    const [line] = await documents.invoiceLines(key);
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
    const { key } = await documents.newInvoice();
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
    const { key } = await documents.newInvoice();
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
