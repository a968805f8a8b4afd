import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RestContract, Operation } from '../../src/wawi/contract/contract.ts';
import { loadContractV1, loadContractV2 } from '../../src/wawi/contract/load.ts';
import { tryHard } from '../running-properties.ts';
import { implemented } from './contracts.ts';
import { Driver } from './drive.ts';
import { nameOf } from './operation-names.ts';
import { NotPrepared } from './arrangement-context.ts';
import { TenantClient, type Answer } from './tenant-client.ts';

const contracts: RestContract[] = [
  implemented(await loadContractV1()),
  implemented(await loadContractV2('2.1')),
];
const operations = contracts.flatMap((contract) => contract.operations);
const writes = operations.filter(({ method }) => !['GET', 'HEAD'].includes(method));
const reads = operations.filter(({ method }) => method === 'GET');

/** Two tenants with the same data and therefore the same ids; only their contents can tell them apart. */
const slugs = ['left-tenant', 'right-tenant'] as const;
type Slug = (typeof slugs)[number];

describe('two tenants with the same ids', () => {
  let client: TenantClient;
  const ids = new Map<Slug, string>();
  const drivers = new Map<Slug, Driver>();

  beforeAll(async () => {
    client = await TenantClient.open('2.1');
    for (const slug of slugs) {
      const { id } = await client.emulator.tenants.create({ slug, template: 'bergmann-outdoor' });
      await client.emulator.apps.install('hello-world', id);
      ids.set(slug, id);
      drivers.set(slug, new Driver(client.of(id), contracts));
      await client.of(id).send('GET', '/erp/v1/companies');
    }
  });

  afterAll(async () => {
    await client.close();
  });

  const driverOf = (slug: Slug): Driver => {
    const driver = drivers.get(slug);
    if (!driver) throw new Error(`no driver for ${slug}`);
    return driver;
  };

  /** Every text that a request carries is marked with whose it is. */
  const marked = (value: unknown, mark: string): unknown => {
    if (typeof value === 'string') return value.replace(/^Muster /, `Muster ${mark} `);
    if (Array.isArray(value)) return value.map((element) => marked(element, mark));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([name, element]) => [name, marked(element, mark)]));
  };

  /** Earlier writes may have made one impossible; it is refused then. */
  const write = async (operation: Operation, slug: Slug): Promise<Answer | undefined> => {
    const driver = driverOf(slug);
    try {
      const prepared = await driver.prepare(operation);
      return await driver.send({ ...prepared, body: marked(prepared.body, slug) });
    } catch (error) {
      if (error instanceof NotPrepared) return undefined;
      throw error;
    }
  };

  /** @returns the answers of a tenant, refusals included */
  const read = async (operation: Operation, slug: Slug): Promise<string> => {
    const driver = driverOf(slug);
    try {
      return (await driver.valid(operation)).text;
    } catch (error) {
      if (error instanceof NotPrepared) return '';
      throw error;
    }
  };

  it('never show in one tenant data of the other, for any writes and reads', async () => {
    await tryHard(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.constantFrom(...writes), fc.constantFrom(...slugs)), {
          minLength: 1,
          maxLength: 4,
        }),
        fc.array(fc.constantFrom(...reads), { minLength: 2, maxLength: 6 }),
        async (written, readings) => {
          await Promise.all(slugs.map((slug) => client.emulator.tenants.reset(slug)));
          for (const [operation, slug] of written) await write(operation, slug);
          for (const operation of readings)
            for (const slug of slugs) {
              const text = await read(operation, slug);
              const other = slug === 'left-tenant' ? 'right-tenant' : 'left-tenant';
              expect({ read: nameOf(operation), slug, leaks: text.includes(`Muster ${other}`) }).toEqual({
                read: nameOf(operation),
                slug,
                leaks: false,
              });
            }
        },
      ),
      { seed: 5850, least: 30, time: 10_000 },
    );
  }, 300_000);

  it('stay separate in every list: writes in one do not change the other', async () => {
    await Promise.all(slugs.map((slug) => client.emulator.tenants.reset(slug)));
    // Some answers carry the time.
    client.emulator.clock.freeze();
    const before = await lists('right-tenant');
    let done = 0;
    for (const operation of writes)
      if (((await write(operation, 'left-tenant'))?.status ?? 400) < 300) done++;
    expect(done).toBeGreaterThan(writes.length / 2);
    expect(JSON.stringify(await lists('left-tenant'))).toContain('Muster left-tenant');
    expect(await lists('right-tenant')).toEqual(before);
  }, 180_000);

  /** @returns the answers of a tenant's lists, by operation */
  const lists = async (slug: Slug): Promise<Record<string, string>> => {
    const shown: Record<string, string> = {};
    for (const operation of reads)
      if (
        operation.scopes.length > 0 &&
        operation.params.length === 0 &&
        !operation.query.some((one) => one.required)
      )
        shown[nameOf(operation)] = await read(operation, slug);
    return shown;
  };
});
