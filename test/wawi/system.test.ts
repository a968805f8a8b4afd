import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { packKey } from '../../src/wawi/contract/keys.ts';
import { shopOfFile } from './sales-client.ts';

const shop = shopOfFile();
const { erp } = shop;

const rangeKey = (id: number): string => packKey('NumberRangeKey', id);
const company = packKey('FirmaKey', 1);
const v2 = <T = Record<string, unknown>>(operation: string, body?: unknown) => erp<T>(operation, body, 'v2');

interface NumberRange {
  identifier: string;
  name: string;
  currentNumber: number;
  companyId: string | null;
  exampleNumber: string;
  isDeletable: boolean;
}

describe('number ranges', () => {
  it('give each number once, and show the next without drawing it', async () => {
    const path = `/configuration/number-ranges/${rangeKey(8)}`;
    const year = shop.emulator.clock.state.now.slice(0, 4);
    const preview = await v2(`GET ${path}/preview`);
    expect(preview.json).toEqual({ nextNumber: `RT${year}10001`, isPreview: true });
    expect((await v2(`GET ${path}/preview`)).json).toEqual(preview.json);
    expect((await v2(`POST ${path}/increment`)).json).toEqual({
      nextNumber: `RT${year}10001`,
      isPreview: false,
    });
    expect((await v2<NumberRange>(`GET ${path}`)).json.exampleNumber).toBe(`RT${year}10002`);
  });

  it('number documents: a changed range shows in the next one', async () => {
    const path = `/configuration/number-ranges/${rangeKey(2)}`;
    const changed = await v2<NumberRange>(`PUT ${path}`, { prefix: 'KD-', currentNumber: 500, suffix: '/x' });
    expect(changed.status).toBe(201);
    const customer = await erp<{ Number: string }>('POST /customers', {
      CustomerGroupId: 1,
      InternalCompanyId: 1,
      LanguageIso: 'DE',
      BillingAddress: { LastName: 'Zähler', Street: 'Weg 1', City: 'Kiel', CountryIso: 'DE' },
    });
    expect(customer.json.Number).toBe('KD-501/x');
  });

  it('may be a company’s own, which can be deleted again', async () => {
    const general = `/configuration/number-ranges/${rangeKey(5)}`;
    const own = await v2<NumberRange>(`POST ${general}`, { companyId: company, prefix: 'F1-' });
    expect(own.status).toBe(201);
    expect(own.json).toMatchObject({ companyId: company, isDeletable: true });
    expect((await v2(`POST ${general}`, { companyId: company })).status).toBe(409);
    const drawn = await v2(`POST ${general}/increment?companyId=${company}`);
    expect(drawn.json['nextNumber']).toBe('F1-1');
    const path = `/configuration/number-ranges/${own.json.identifier}`;
    expect((await v2(`DELETE ${path}`)).status).toBe(204);
    expect((await v2(`GET ${path}`)).status).toBe(404);
    expect((await v2(`DELETE ${general}`)).status).toBe(409);
  });
});

describe('extensions', () => {
  it('live from registration over their manifest to removal', async () => {
    const manifest = Buffer.from('{"name":"probe"}');
    const manifestHash = createHash('sha256').update(manifest).digest('hex');
    const created = await v2<{ id: string; status: number }>('POST /extensions', {
      extensionId: 'probe',
      version: '1.0',
      manifestHash,
    });
    expect(created).toMatchObject({ status: 201, json: { status: 1 } });
    const path = `/extensions/${created.json.id}`;
    const put = (bytes: Buffer) =>
      v2(`PUT ${path}/manifest`, { manifest: bytes.toString('base64'), signature: 'c2ln' });
    expect((await put(Buffer.from('{}'))).status).toBe(412);
    expect((await put(manifest)).status).toBe(204);
    expect((await v2(`GET ${path}`)).json).toMatchObject({ status: 2, version: '1.0' });
    expect((await v2(`PATCH ${path}`, { version: '1.1', status: 0 })).json).toMatchObject({
      status: 0,
      version: '1.1',
      manifestHash,
    });
    expect((await v2('POST /extensions', { extensionId: 'probe', version: '2', manifestHash })).status).toBe(
      409,
    );
    expect((await v2(`DELETE ${path}`)).status).toBe(204);
    expect((await v2(`GET ${path}`)).status).toBe(404);
  });
});

describe('workers and workbenches', () => {
  it('run a sync on request and remember its settings', async () => {
    const sync = packKey('WorkerSyncKey', 2);
    const status = async () =>
      (await v2<Record<string, unknown>[]>(`GET /workers/status?syncId=${sync}`)).json[0];
    expect(await status()).toMatchObject({ state: 0, lastSync: null });
    expect((await v2(`PUT /workers/${sync}`, { action: 0 })).status).toBe(204);
    const ran = await status();
    expect(ran).toMatchObject({ state: 3, progress: 100 });
    const wait = Date.parse(String(ran?.['nextSync'])) - Date.parse(String(ran?.['lastSync']));
    expect(wait).toBe(30 * 60_000);
    const setting = packKey('ConfigKey', 1);
    const configured = await v2(`POST /workers/${packKey('WorkerSyncKey', 1)}`, {
      interval: '01:00:00',
      configs: [{ identifier: setting, value: 'true' }],
    });
    expect(configured.json).toMatchObject({
      interval: '01:00:00',
      configurations: [{ identifier: setting, currentValue: 'true' }],
    });
    const unknown = await v2(`POST /workers/${sync}`, { configs: [{ identifier: setting, value: 'x' }] });
    expect(unknown.status).toBe(400);
    expect((await v2(`PUT /workers/${packKey('WorkerSyncKey', 9)}`, { action: 1 })).status).toBe(404);
  });

  it('set up workbenches of a type', async () => {
    const type = await v2<{ id: string }>('POST /workbench-resource-types/create', { name: 'Maschine' });
    expect(type.status).toBe(201);
    const resource = {
      number: 'M-1',
      name: 'Röster',
      description: 'Trommelröster',
      workbenchResourceTypeId: type.json.id,
      hostName: 'roester',
      warehouseId: packKey('WarenlagerKey', 1),
      reservationMode: 1,
      autoShowProcessParameterValuesInProduction: true,
      expiredComponentsUsage: 0,
      replenishmentCreationStockReservationMode: 2,
    };
    const created = await v2<{ id: string }>('POST /workbench-resources/create', resource);
    expect(created.status).toBe(201);
    const read = await v2(`GET /workbench-resources/${created.json.id}`);
    expect(read.json).toEqual({ id: created.json.id, ...resource });
    expect((await v2('POST /workbench-resources/create', resource)).status).toBe(409);
    const orphan = { ...resource, number: 'M-2', workbenchResourceTypeId: packKey('ResourceTypeKey', 99) };
    expect((await v2('POST /workbench-resources/create', orphan)).status).toBe(400);
  });
});

describe('workers in v1', () => {
  const v1 = <T>(operation: string, body?: unknown) => erp<T>(operation, body, 'v1');

  it('are those of v2 in PascalCase, listed, run and set up by numbers', async () => {
    const list = await v1<Record<string, unknown>[]>('GET /workers');
    const keys = (await v2<{ identifier: string }[]>('GET /workers')).json.map((sync) => sync.identifier);
    expect(list.json.map((sync) => packKey('WorkerSyncKey', Number(sync['Identifier'])))).toEqual(keys);
    expect(list.json[0]).toMatchObject({ SyncName: expect.any(String) as string });
    expect(list.headers.get('x-emulator-assumption')).toBe('inferred-operation=default, v1-workers=default');

    await v1('PUT /workers/2', { Action: 1 });
    const run = await v1('PUT /workers/2', { Action: 0 });
    expect(run.status).toBe(204);
    expect(run.headers.get('x-emulator-assumption')).toContain('worker-sync-control');
    expect((await v1('GET /workers/status?syncId=2')).json).toEqual([
      expect.objectContaining({ Identifier: packKey('WorkerSyncKey', 2), State: 3, Progress: 100 }),
    ]);
    const setUp = await v1<Record<string, unknown>>('POST /workers/2', { Interval: '02:00:00' });
    expect([setUp.status, setUp.json['Interval']]).toEqual([200, '02:00:00']);
    const seen = await v2<Record<string, unknown>[]>('GET /workers');
    expect(seen.json[1]).toMatchObject({ interval: '02:00:00' });
    expect((await v1('PUT /workers/99', { Action: 0 })).status).toBe(404);
    expect((await v1('PUT /workers/2', { Action: 7 })).status).toBe(400);
  });

  it('are in the OpenAPI document beside the published operations', async () => {
    const document = (await (await fetch(`${shop.emulator.url}/openapi/erp-v1.json`)).json()) as {
      paths: Record<string, Record<string, unknown>>;
    };
    const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
    );
    expect(operations.length).toBeGreaterThan(220);
    expect(operations.filter((one) => one.includes('/workers')).sort()).toEqual([
      'GET /workers',
      'GET /workers/status',
      'POST /workers/{syncId}',
      'PUT /workers/{syncId}',
    ]);
  });
});
