import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { packKey } from '../../src/wawi/contract/keys.ts';
import { GraphqlClient } from '../graphql/graphql-client.ts';
import { erpOf, kaffeeKontorId, type Erp } from './sales-client.ts';

let client: GraphqlClient;
let erp: Erp;

beforeAll(async () => {
  client = (await GraphqlClient.start()).in(kaffeeKontorId);
  erp = await erpOf(client.emulator, kaffeeKontorId);
});

afterAll(async () => {
  await client.close();
});

describe('an ISO code', () => {
  it('that stands for nothing is refused before anything depends on it', async () => {
    const path = `/sales-orders/${packKey('VerkaufAuftragKey', 3)}`;
    const before = await erp('GET /salesOrders/3');
    const departureCountry = { countryISO: 'QQ', currencyISO: 'ZZZ' };
    const refused = await erp(`PATCH ${path}`, { departureCountry }, 'v2');
    expect(refused.status).toBe(400);
    expect(refused.reason).toContain(
      "departureCountry.countryISO: There is no country with the ISO code 'QQ'",
    );
    expect(refused.reason).toContain(
      "departureCountry.currencyISO: There is no currency with the ISO code 'ZZZ'",
    );
    expect(refused.headers.get('x-emulator-assumption')).toContain('missing-reference-400');
    expect((await erp('GET /salesOrders/3')).json).toEqual(before.json);
    const added = await erp('POST /salesOrders/3/lineitems', [{ ItemId: 1, Quantity: 1 }]);
    expect(added.status).toBe(201);
  });

  it('may be in any letter case, or be left out', async () => {
    expect((await erp('PATCH /items/1', { CountryOfOrigin: 'et' })).status).toBeLessThan(300);
    expect((await erp('PATCH /items/1', { CountryOfOrigin: '' })).status).toBeLessThan(300);
    expect((await erp('PATCH /items/1', { CountryOfOrigin: null })).status).toBeLessThan(300);
  });

  it('is checked in GraphQL as well', async () => {
    const answer = await client.send(
      `mutation($request: UpdateSalesOrderCommandRequestInput!) { UpdateSalesOrder(request: $request) { __typename } }`,
      {
        request: {
          salesOrderId: packKey('VerkaufAuftragKey', 3),
          billingAddress: { city: 'Nirgends', countryIso: 'QQ' },
        },
      },
    );
    expect(answer.data).toBeNull();
    expect(answer.headers.get('x-emulator-reason')).toContain("'QQ'");
  });

  it('is checked in arranged data', async () => {
    const supplier = [{ name: 'Nirgends', countryIso: 'QQ', languageIso: 'QQ', currencyIso: 'ZZZ' }];
    await expect(client.emulator.tenants.seed(kaffeeKontorId, { supplier })).rejects.toThrow(
      /countryIso.*'QQ'[\s\S]*currencyIso.*'ZZZ'/,
    );
  });
});

it('a fresh Wawi knows every country of ISO 3166', async () => {
  const { json } = await erp<Record<string, unknown>[]>('GET /countries/query-countries', undefined, 'v2');
  const codes = json.map((country) =>
    Object.values(country).find((value) => /^[A-Z]{2}$/.test(String(value))),
  );
  expect(new Set(codes).size).toBe(json.length);
  expect(codes).toEqual(expect.arrayContaining(['DE', 'AT', 'CH', 'ET', 'BR', 'IN', 'ZA', 'ZW']));
  expect(json.length).toBeGreaterThanOrEqual(249);
});
