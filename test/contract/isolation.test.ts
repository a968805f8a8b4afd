import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RestContract, Operation } from '../../src/wawi/contract/contract.ts';
import { loadContractV1, loadContractV2 } from '../../src/wawi/contract/load.ts';
import { tryHard } from '../running-properties.ts';
import { implemented } from './contracts.ts';
import { Driver } from './drive.ts';
import { nameOf } from './operation-names.ts';
import { NotPrepared } from './scene.ts';
import { World, type Answer } from './world.ts';

const contracts: RestContract[] = [
  implemented(await loadContractV1()),
  implemented(await loadContractV2('2.1')),
];
const operations = contracts.flatMap((contract) => contract.operations);
const writes = operations.filter(({ method }) => !['GET', 'HEAD'].includes(method));
const reads = operations.filter(({ method }) => method === 'GET');

/** Two tenants with the same data and therefore the same ids; only their contents can tell them apart. */
const twins = ['left-twin', 'right-twin'] as const;
type Twin = (typeof twins)[number];

describe('two tenants with the same ids', () => {
  let world: World;
  const ids = new Map<Twin, string>();
  const drivers = new Map<Twin, Driver>();

  beforeAll(async () => {
    world = await World.open('2.1');
    for (const slug of twins) {
      const { id } = await world.emulator.tenants.create({ slug, template: 'bergmann-outdoor' });
      await world.emulator.apps.install('hello-world', id);
      ids.set(slug, id);
      drivers.set(slug, new Driver(world.of(id), contracts));
      await world.of(id).send('GET', '/erp/v1/companies');
    }
  });

  afterAll(async () => {
    await world.close();
  });

  const driverOf = (twin: Twin): Driver => {
    const driver = drivers.get(twin);
    if (!driver) throw new Error(`no driver for ${twin}`);
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
  const write = async (operation: Operation, twin: Twin): Promise<Answer | undefined> => {
    const driver = driverOf(twin);
    try {
      const prepared = await driver.prepare(operation);
      return await driver.send({ ...prepared, body: marked(prepared.body, twin) });
    } catch (error) {
      if (error instanceof NotPrepared) return undefined;
      throw error;
    }
  };

  /** @returns the answers of a tenant, refusals included */
  const read = async (operation: Operation, twin: Twin): Promise<string> => {
    const driver = driverOf(twin);
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
        fc.array(fc.tuple(fc.constantFrom(...writes), fc.constantFrom(...twins)), {
          minLength: 1,
          maxLength: 4,
        }),
        fc.array(fc.constantFrom(...reads), { minLength: 2, maxLength: 6 }),
        async (written, readings) => {
          await Promise.all(twins.map((twin) => world.emulator.tenants.reset(twin)));
          for (const [operation, twin] of written) await write(operation, twin);
          for (const operation of readings)
            for (const twin of twins) {
              const text = await read(operation, twin);
              const other = twin === 'left-twin' ? 'right-twin' : 'left-twin';
              expect({ read: nameOf(operation), twin, leaks: text.includes(`Muster ${other}`) }).toEqual({
                read: nameOf(operation),
                twin,
                leaks: false,
              });
            }
        },
      ),
      { seed: 5850, least: 30, time: 10_000 },
    );
  }, 300_000);

  it('stay separate in every list: writes in one do not change the other', async () => {
    await Promise.all(twins.map((twin) => world.emulator.tenants.reset(twin)));
    // Some answers carry the time.
    world.emulator.clock.freeze();
    const before = await lists('right-twin');
    let done = 0;
    for (const operation of writes) if (((await write(operation, 'left-twin'))?.status ?? 400) < 300) done++;
    expect(done).toBeGreaterThan(writes.length / 2);
    expect(JSON.stringify(await lists('left-twin'))).toContain('Muster left-twin');
    expect(await lists('right-twin')).toEqual(before);
  }, 180_000);

  /** @returns the answers of a tenant's lists, by operation */
  const lists = async (twin: Twin): Promise<Record<string, string>> => {
    const shown: Record<string, string> = {};
    for (const operation of reads)
      if (
        operation.scopes.length > 0 &&
        operation.params.length === 0 &&
        !operation.query.some((one) => one.required)
      )
        shown[nameOf(operation)] = await read(operation, twin);
    return shown;
  };
});
