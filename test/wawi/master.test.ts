import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { startEmulator } from '../../src/index.ts';
import { packKey } from '../../src/wawi/contract/keys.ts';
import { kaffeeKontorId, shopOfFile } from './sales-client.ts';

const shop = shopOfFile();
const { erp } = shop;

const assumptionsOf = (headers: Headers): string => headers.get('x-emulator-assumption') ?? '';

function manifestAsking(scope: string): unknown {
  const name = `Only ${scope}`;
  return {
    ...(JSON.parse(readFileSync('fixtures/apps/stock-reader.json', 'utf8')) as object),
    name: { short: name, full: name },
    capabilities: { erp: { api: { scopes: [scope] } } },
  };
}

describe('companies, countries and languages', () => {
  it('are those of the tenant, in both versions', async () => {
    const v1 = await erp('GET /companies');
    expect(v1.json).toEqual([{ Id: 1, Name: 'Kaffee-Kontor Lübeck e.K.' }]);
    const v2 = await erp(`GET /company/${packKey('FirmaKey', 1)}`, undefined, 'v2');
    expect(v2.json).toMatchObject({
      companyName: 'Kaffee-Kontor Lübeck e.K.',
      country: 'Deutschland',
      countryIsoCode: 'DE',
      companyVatIdentifiers: [{ companyId: packKey('FirmaKey', 1), vatIdentifier: 'DE255555554' }],
    });
    expect((await erp(`GET /company/${packKey('FirmaKey', 9)}`, undefined, 'v2')).status).toBe(404);
  });

  it('list countries under their old and their new path, with states and EU membership', async () => {
    interface Country {
      countryIso: string;
      isEu: boolean;
      knownStates: { isoCode: string }[];
    }
    const { json, headers } = await erp<Country[]>('GET /countries/query-countries', undefined, 'v2');
    expect(json.filter((country) => country.isEu)).toHaveLength(27);
    const germany = json.find((country) => country.countryIso === 'DE');
    expect(germany?.knownStates.map((state) => state.isoCode)).toContain('DE-SH');
    expect(assumptionsOf(headers)).toBe('query-style-lists=default');
    expect((await erp('GET /countries', undefined, 'v2')).json).toEqual(json);
  });

  it('offer a language once it is active, by any of its codes', async () => {
    const names = async () =>
      (await erp<{ name: string }[]>('GET /languages/query-languages', undefined, 'v2')).json.map(
        (language) => language.name,
      );
    expect(await names()).toEqual(['Deutsch', 'Englisch']);
    expect((await erp('POST /languages/activate', { cultureOrIso: 'fra' }, 'v2')).status).toBe(201);
    expect(await names()).toEqual(['Deutsch', 'Englisch', 'Französisch']);
    expect((await erp('POST /languages/deactivate', { cultureOrIso: 'fr-FR' }, 'v2')).status).toBe(200);
    expect(await names()).toEqual(['Deutsch', 'Englisch']);
    expect((await erp('POST /languages/deactivate', { cultureOrIso: 'DE' }, 'v2')).status).toBe(422);
    expect((await erp('POST /languages/activate', { cultureOrIso: 'tlh' }, 'v2')).status).toBe(400);
  });

  it('list the activated languages since 2.1 in the shape of GraphQL, under a scope of the configuration', async () => {
    await erp('POST /languages/activate', { cultureOrIso: 'it-IT' }, 'v2');
    const { json, headers } = await erp('GET /languages/activated', undefined, 'v2');
    const query = '{ QueryLanguages { nodes { cultureIso languageIso2 languageIso3 name isDefault } } }';
    const graphql = await erp<{ data: { QueryLanguages: { nodes: { name: string }[] } } }>(
      'POST /graphql',
      { query },
      'v2',
    );
    const { nodes } = graphql.json.data.QueryLanguages;
    expect(nodes.map((language) => language.name)).toEqual(['Deutsch', 'Englisch', 'Italienisch']);
    expect(json).toEqual(nodes);
    expect(assumptionsOf(headers)).not.toContain('inferred');
    await erp('POST /languages/deactivate', { cultureOrIso: 'it-IT' }, 'v2');

    const statuses: number[] = [];
    for (const scope of ['system.config.read', 'system.read']) {
      const { appId } = await shop.emulator.apps.register({ manifest: manifestAsking(scope) });
      await shop.emulator.apps.install(appId, 'kaffee-kontor');
      const token = await shop.emulator.tokens.access({ appId });
      const response = await fetch(`${shop.emulator.url}/erp/v2/languages/activated`, {
        headers: { Authorization: `Bearer ${token}`, 'X-Tenant-ID': kaffeeKontorId },
      });
      statuses.push(response.status);
    }
    expect(statuses).toEqual([200, 403]);
  });
});

describe('taxes', () => {
  it.each([
    ['at home', 'DE/DE', '', 19],
    ['to private customers elsewhere in the EU', 'DE/AT', '', 20],
    ['to firms elsewhere in the EU', 'DE/AT', '?taxNumber=ATU12345678', 0],
    ['out of the EU', 'DE/CH', '', 0],
    ['from Austria', 'at/at', '', 20],
  ])('of a normal class %s', async (_where, path, query, rate) => {
    const { json, headers } = await erp<{ Rate: number }>(`GET /tax/taxclass/1/1/${path}${query}`);
    expect(json.Rate).toBe(rate);
    expect(assumptionsOf(headers)).toBe('inferred-operation=default, tax-rates=default');
    const moved = await erp<{ rate: number }>(
      `GET /taxes/tax-classes/${packKey('SteuerklasseKey', 1)}/${packKey('FirmaKey', 1)}/${path}${query}`,
      undefined,
      'v2',
    );
    expect(moved.json.rate).toBe(rate);
  });

  it('of an item follow its class', async () => {
    expect((await erp('GET /tax/item/1/1/DE/DE')).json).toMatchObject({ Rate: 7, TaxClassId: 2 });
    expect((await erp('GET /tax/item/8/1/DE/DE')).json).toMatchObject({ Rate: 19, TaxClassId: 1 });
  });

  it.each([
    ['item', '/tax/item/999/1/DE/DE'],
    ['company', '/tax/item/1/99/DE/DE'],
    ['country', '/tax/item/1/1/XX/DE'],
  ])('are 404 for an unknown %s', async (_what, path) => {
    expect((await erp(`GET ${path}`)).status).toBe(404);
  });

  it('know a class as soon as it is created, under its old and its new path', async () => {
    const old = await erp<{ id: string }>('POST /taxclass/create', { name: 'Zwischen', taxType: 5 }, 'v2');
    expect(old.status).toBe(200);
    const moved = await erp<{ id: string }>('POST /tax-classes', { name: 'Sonder', isStandard: true }, 'v2');
    expect(moved.status).toBe(201);
    const classes = await erp<{ Name: string; IsDefault: boolean; Type: number }[]>('GET /taxClasses');
    expect(classes.json.slice(-2)).toEqual([
      { Id: 3, Name: 'Zwischen', IsDefault: false, Type: 5 },
      { Id: 4, Name: 'Sonder', IsDefault: true, Type: 4 },
    ]);
    expect(classes.json.filter((one) => one.IsDefault)).toHaveLength(1);
    expect((await erp('POST /tax-classes', { name: 'sonder' }, 'v2')).status).toBe(409);
    const zones = await erp<{ items: { countries: { countryIso: string }[]; taxRates: unknown[] }[] }>(
      'GET /tax-zones?sortBy=name&sortDescending=true',
      undefined,
      'v2',
    );
    expect(zones.json.items.map((zone) => zone.countries[0]?.countryIso)).toEqual(['DE', 'AT', 'CH']);
    // The zones of the fixture tax by the rates of their countries and have none of their own.
    expect(zones.json.items[0]?.taxRates).toEqual([]);
  });
});

describe('the master data of a Wawi', () => {
  it('names channels, shipping methods, printers and features', async () => {
    const channels = await erp<{ Id: string; Type: number }[]>('GET /salesChannels');
    expect(channels.json.map(({ Id, Type }) => [Id, Type])).toEqual([
      ['1-1-1', 0],
      ['2-1-1', 1],
      ['2-2-1', 1],
    ]);
    const methods = await erp<{ name: string; grossPrice: number }[]>(
      'GET /shipping-methods',
      undefined,
      'v2',
    );
    expect(methods.json[0]).toMatchObject({ name: 'DHL Paket', grossPrice: 4.9 });
    expect((await erp('GET /printers')).json).toContain('Bürodrucker');
    const features = await erp<{ Feature: string; IsUsable: boolean }[]>('GET /feature');
    expect(features.json.map((one) => one.Feature)).toContain('stock');
  });

  it('describes its columns as OData metadata', async () => {
    const { bytes, headers } = await erp('GET /odata/$metadata');
    expect(headers.get('content-type')).toBe('application/xml');
    const text = Buffer.from(bytes).toString();
    expect(text).toContain('<EntityType Name="Stock">');
    expect(text).toContain('<Property Name="QuantityTotal" Type="Edm.Decimal" Nullable="false"/>');
  });

  it.each(['/instance/status', '/v1/instance/status', '/v2/instance/status'])(
    'says at %s whether it is connected, even when it is not',
    async (path) => {
      const token = await shop.emulator.tokens.access();
      const status = async (tenantId: string) => {
        const response = await fetch(`${shop.emulator.url}/erp${path}`, {
          headers: { Authorization: `Bearer ${token}`, 'X-Tenant-ID': tenantId },
        });
        return { status: response.status, json: (await response.json()) as Record<string, unknown> };
      };
      const connected = await status('3f2b8d1e-5a4c-4b7e-9c21-8d0e6f4a1b53');
      expect(connected.json).toMatchObject({ product: 'erp-api', metadata: { connected: true } });
      const dead = await status('c0ffee00-1234-4abc-8def-0123456789ab');
      expect(dead).toMatchObject({ status: 200, json: { metadata: { connected: false } } });
      expect(dead.json['instanceId']).not.toBe(connected.json['instanceId']);
      expect(await status('no-uuid')).toMatchObject({ status: 400, json: { errorCode: 'TenantIdInvalid' } });
    },
  );

  it.each([
    'GET /marketplace/channels',
    'GET /scx/offers',
    'GET /sales-channels/2-2-1/connector/configuration',
    'GET /production-orders',
  ])('answers %s with 501, because no public page states what it does', async (title) => {
    const { status, json, reason } = await erp(title, undefined, 'v2');
    expect([status, json]).toMatchObject([501, { errorCode: 'NOT_IMPLEMENTED' }]);
    expect(reason).toContain('no public page states what GET /erp/v2/');
  });

  it('refuses a path that only a later version has, and names that version', async () => {
    const old = await startEmulator({ erpVersion: '2.0' });
    try {
      const response = await fetch(`${old.url}/erp/v2/purchase-orders`);
      expect(response.status).toBe(404);
      expect(response.headers.get('x-emulator-reason')).toContain('exists from API 2.1; this tenant has 2.0');
    } finally {
      await old.close();
    }
  });
});
