import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Emulator, startEmulator } from '../../src/index.ts';

let emulator: Emulator;

beforeAll(async () => {
  emulator = await startEmulator();
});

afterAll(() => emulator.close());

beforeEach(() => emulator.reset());

const manifest = {
  manifestVersion: '1.0.0',
  version: '1.0.0',
  name: { short: 'Probe', full: 'Probe' },
  capabilities: { erp: { api: { scopes: ['items.read'] } } },
};

/** The API as plain JavaScript sees it, without types. */
type Loose = Record<string, Record<string, (...given: unknown[]) => unknown>>;

describe('the Node API', () => {
  it.each([
    ['tenants', 'create', [undefined], '$.slug'],
    ['tenants', 'create', [{ slug: 'A B' }], '$.slug'],
    ['tenants', 'create', [{ slug: null }], '$.slug'],
    ['tenants', 'create', [{ slug: 'a', id: 'nope' }], '$.id'],
    ['tenants', 'create', [{ slug: 'a', colour: 'red' }], '$.colour'],
    ['tenants', 'update', ['neuland', { slug: 'funkloch' }], '$.slug'],
    ['tenants', 'update', ['neuland', { wawi: { connected: 'yes' } }], '$.wawi.connected'],
    ['tenants', 'seed', ['neuland', undefined], '$.entities'],
    ['tenants', 'seed', ['neuland', { item: [{ id: 0 }] }], '$.entities.item[0].id'],
    ['apps', 'register', [undefined], '$.manifest'],
    ['apps', 'register', [{ manifest, appId: 'not-a-uuid' }], '$.appId'],
    ['apps', 'register', [{ manifest, map: 'x' }], '$.map'],
    ['apps', 'install', ['hello-world', 'neuland', 'done'], '$.setup'],
    ['apps', 'install', ['hello-world', undefined], '$.tenantId'],
    ['faults', 'addPreset', ['nope'], '$.preset'],
    ['faults', 'add', [undefined], '$'],
    ['keys', 'rotate', ['third'], '$.ring'],
    ['bridge', 'event', ['neuland', 5], '$.topic'],
    ['bridge', 'select', ['neuland', 'moon', 'x'], '$.context'],
    ['tokens', 'expire', [{ kind: 'refresh' }], '$.kind'],
  ])('refuses %s.%s%j as the control API does', async (part, method, given, path) => {
    const call = async () => (emulator as unknown as Loose)[part]![method]!(...given);
    await expect(call()).rejects.toMatchObject({ name: 'InvalidInput', problems: [{ path }] });
  });

  it('knows no tenant, app or preset that there is not, and none twice', async () => {
    await expect(emulator.tenants.create({ slug: 'a', template: 'nowhere' })).rejects.toThrow(
      "no tenant 'nowhere'",
    );
    await expect(emulator.tenants.create({ slug: 'neuland' })).rejects.toMatchObject({ name: 'Conflict' });
    await expect(emulator.apps.install('nowhere', 'neuland')).rejects.toMatchObject({ name: 'NotFound' });
  });
});

describe('a new tenant', () => {
  const items = async (slug: string) => {
    const { id } = emulator.tenants.get(slug);
    const headers = {
      Authorization: `Bearer ${await emulator.tokens.access({ tenantId: id })}`,
      'X-Tenant-ID': id,
    };
    await emulator.apps.install('hello-world', slug);
    const answer = await fetch(`${emulator.url}/erp/v1/items?pageSize=1`, { headers });
    return ((await answer.json()) as { TotalItems: number }).TotalItems;
  };

  it('starts from the fixture of its template, or of the one that came from', async () => {
    await emulator.tenants.create({ slug: 'copy', template: 'kaffee-kontor' });
    await emulator.tenants.create({ slug: 'copy-of-copy', template: 'copy' });
    expect([await items('copy'), await items('copy-of-copy')]).toEqual([12, 12]);
  });

  it('starts empty without a template, also if an earlier tenant had its slug', async () => {
    await emulator.tenants.delete('kaffee-kontor');
    await emulator.tenants.create({ slug: 'kaffee-kontor' });
    await emulator.tenants.create({ slug: 'copy', template: 'kaffee-kontor' });
    expect([await items('kaffee-kontor'), await items('copy')]).toEqual([0, 0]);
  });
});
