import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startEmulator, type Emulator } from '../../src/index.ts';
import { packKey } from '../../src/wawi/contract/keys.ts';

const bergmann = '7c9e6679-7425-40de-944b-e07fc1f90ae7';

let emulator: Emulator;
let token: string;
beforeAll(async () => {
  emulator = await startEmulator();
  token = await emulator.tokens.access({ tenantId: 'bergmann-outdoor' });
  await emulator.tenants.seed('bergmann-outdoor', {
    wawiUser: [{ id: 7, login: 'lena', name: 'Lena Vogt', password: 'x' }],
  });
});
afterAll(() => emulator.close());

async function erp<T>(title: string, body?: unknown, headers: Record<string, string> = {}) {
  const [method = '', path = ''] = title.split(' ');
  const response = await fetch(`${emulator.url}/erp${path}`, {
    method,
    headers: {
      Authorization: `Bearer ${token}`,
      'X-Tenant-ID': bergmann,
      'Content-Type': 'application/json',
      ...headers,
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return { status: response.status, headers: response.headers, json: (await response.json()) as T };
}

const runAs = { 'x-runas': 'lena' };

describe('a call under x-runas', () => {
  it.each([['lena'], ['LENA'], ['7'], [packKey('BenutzerKey', 7)]])(
    'records changes of stock under the user that it names as %s',
    async (named) => {
      const comment = `unter ${named}`;
      const booking = { WarehouseId: 1, ItemId: 1, Quantity: 1, Comment: comment };
      expect((await erp('POST /v1/stocks', booking, { 'x-runas': named })).status).toBe(201);
      const changes = await erp<{ Items: { Comment?: string; Username: string }[] }>(
        'GET /v1/stocks/changes?itemId=1&pageSize=1000',
      );
      expect(changes.json.Items.find((one) => one.Comment === comment)?.Username).toBe('lena');
    },
  );

  it('records a new order and its invoice under the user, over REST and GraphQL', async () => {
    const wanted = { CustomerId: 1, CompanyId: 1 };
    const order = await erp<{ Id: number }>('POST /v1/salesOrders', wanted, runAs);
    const salesOrderId = packKey('VerkaufAuftragKey', order.json.Id);
    const line = { Name: 'Beratung', Quantity: 1, SalesPriceNet: 10 };
    expect((await erp(`POST /v1/salesOrders/${order.json.Id}/lineitems`, [line])).status).toBeLessThan(300);
    const invoice = await erp<{ data: { CreateSalesInvoice: { salesInvoiceId: string } } }>(
      'POST /v2/graphql',
      {
        query: `mutation { CreateSalesInvoice(request: {salesOrderId: "${salesOrderId}"}) { salesInvoiceId } }`,
      },
      runAs,
    );
    const { salesInvoiceId } = invoice.json.data.CreateSalesInvoice;
    const shown = await erp<{ data: unknown }>('POST /v2/graphql', {
      query: `{
        QuerySalesOrders(where: {id: {eq: "${salesOrderId}"}}) { nodes { createdByUserName assignedUserName } }
        QuerySalesInvoices(where: {salesInvoiceId: {eq: "${salesInvoiceId}"}}) { nodes { createdByUserName } }
      }`,
    });
    expect(shown.json.data).toEqual({
      QuerySalesOrders: { nodes: [{ createdByUserName: 'Lena Vogt', assignedUserName: 'Lena Vogt' }] },
      QuerySalesInvoices: { nodes: [{ createdByUserName: 'Lena Vogt' }] },
    });
  });

  it('is recorded under the API without the header, also after a call with it', async () => {
    const booking = { WarehouseId: 1, ItemId: 1, Quantity: 1, Comment: 'ohne' };
    await erp('POST /v1/stocks', booking);
    const changes = await erp<{ Items: { Comment?: string; Username: string }[] }>(
      'GET /v1/stocks/changes?itemId=1&pageSize=1000',
    );
    expect(changes.json.Items.find((one) => one.Comment === 'ohne')?.Username).toBe('REST-API');
  });

  it('is refused for a user that the Wawi does not have, and changes nothing', async () => {
    const before = await erp<{ TotalItems: number }>('GET /v1/salesOrders');
    for (const [title, body] of [
      ['POST /v1/salesOrders', { CustomerId: 1, CompanyId: 1 }],
      ['POST /v2/graphql', { query: 'mutation { CreateProductGroup(request: {name: "n"}) { id } }' }],
    ] as const) {
      const answer = await erp(title, body, { 'x-runas': 'nemo' });
      expect(answer.status).toBe(400);
      expect(answer.headers.get('x-emulator-reason')).toBe(
        "x-runas names 'nemo'; this Wawi has the users admin, lena",
      );
    }
    expect((await erp<{ TotalItems: number }>('GET /v1/salesOrders')).json.TotalItems).toBe(
      before.json.TotalItems,
    );
  });

  it('needs the scope Application.RunAs', async () => {
    const narrow = await emulator.tokens.access({ tenantId: 'bergmann-outdoor', scopes: ['items.read'] });
    const answer = await erp('GET /v1/items', undefined, { ...runAs, Authorization: `Bearer ${narrow}` });
    expect(answer.status).toBe(403);
    expect(answer.headers.get('x-emulator-reason')).toContain('application.runas');
  });
});
