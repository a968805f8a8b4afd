import { extractText, getDocumentProxy } from 'unpdf';
import { describe, expect, it } from 'vitest';
import { kaffeeKontorId, shopOfFile } from './sales-client.ts';
import { documentsOf, idOf, orderKey } from './sales-documents.ts';

const shop = shopOfFile();
const { erp } = shop;
const documents = documentsOf(erp);

async function textOf(bytes: Uint8Array): Promise<string> {
  const { text } = await extractText(await getDocumentProxy(bytes), { mergePages: true });
  return text;
}

describe('the output of the ERP', () => {
  it('an invoice is a PDF with number, address, lines and totals, umlauts and all', async () => {
    const { key } = await documents.newInvoice();
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
    const order = await documents.newOrder();
    await erp(`POST /salesOrders/${order.id}/output/mail`);
    await erp(`POST /salesOrders/${order.id}/output/print?printer=B%C3%BCrodrucker`);
    await erp(`POST /salesOrders/${order.id}/workflow/4`);
    const { Number: number } = (await erp<{ Number: string }>(`GET /salesOrders/${order.id}`)).json;
    const outbox = await shop.emulator.tenants.outbox(kaffeeKontorId);
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
    const outbox = await shop.emulator.tenants.outbox(kaffeeKontorId);
    expect(outbox.filter((message) => message.number === json.Number)).toEqual([]);
  });
});
