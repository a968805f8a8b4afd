import { beforeEach, describe, expect, it } from 'vitest';
import { MemoryStore } from '../../src/platform/persistence/store.ts';
import { zero } from '../../src/wawi/store/values/decimal.ts';
import { tenantFromFixture } from '../../src/wawi/areas/generate/fixture.ts';
import type { TenantData } from '../../src/wawi/store/tenant-data.ts';
import { KeptData } from '../../src/wawi/store/persistence/persisted-data.ts';
import { TenantDesk } from '../../src/wawi/store/persistence/tenant-transactions.ts';

const prefix = 'tenants/one/';

/** A durable store of which chosen saves fail, counted from when they were chosen. */
class PatchyStore extends MemoryStore {
  override readonly durable = true as never;
  failing = new Set<number>();
  saves = 0;

  override save(path: string, document: unknown): Promise<void> {
    if (this.failing.has(++this.saves)) return Promise.reject(new Error('disk full'));
    return super.save(path, document);
  }

  fail(...saves: number[]): void {
    this.saves = 0;
    this.failing = new Set(saves);
  }
}

let store: PatchyStore;
let desk: TenantDesk;

function openDesk(): TenantDesk {
  const fresh = () => tenantFromFixture({ entities: {} }, 'one.yaml');
  return new TenantDesk({ store, prefix, kept: new KeptData(store, prefix), fresh });
}

beforeEach(() => {
  store = new PatchyStore();
  desk = openDesk();
});

/** A change of one kind, or of two that only make sense whole. */
const addGroup = (name: string) => (data: TenantData) =>
  data.insert('customerGroup', { name, isDefault: false, discount: zero, isNetPrice: false });
const addBoth = (name: string) => (data: TenantData) => {
  addGroup(name)(data);
  data.insert('customerCategory', { name });
};

async function namesAt(one: TenantDesk): Promise<string[]> {
  const data = await one.data();
  return [...data.of('customerGroup').list(), ...data.of('customerCategory').list()].map(({ name }) => name);
}

describe('a write whose save fails', () => {
  it.each([1, 2, 3, 4, 5])('at save %i leaves no trace, now and after a restart', async (failing) => {
    await desk.write(addBoth('vorher'));
    const before = await namesAt(desk);
    store.fail(failing);
    const outcome = await desk.write(addBoth('neu')).then(
      () => 'saved',
      (error: unknown) => String(error),
    );
    const expected = outcome === 'saved' ? [...before, 'neu', 'neu'].sort() : before.sort();
    store.fail();
    expect((await namesAt(desk)).sort()).toEqual(expected);
    expect((await namesAt(openDesk())).sort()).toEqual(expected);
  });

  it('and whose repair fails too is taken back by the next write', async () => {
    await desk.write(addBoth('vorher'));
    const before = await namesAt(desk);
    store.fail(2, 3, 4, 5, 6);
    await expect(desk.write(addBoth('verloren'))).rejects.toThrow('disk full');
    store.fail();
    await desk.write(addGroup('danach'));
    const expected = [...before, 'danach'].sort();
    expect((await namesAt(desk)).sort()).toEqual(expected);
    expect((await namesAt(openDesk())).sort()).toEqual(expected);
  });

  it('is not doubled when it is tried again', async () => {
    await desk.write(addGroup('vorher'));
    store.fail(1);
    await expect(desk.write(addGroup('einmal'))).rejects.toThrow('disk full');
    await desk.write(addGroup('einmal'));
    expect((await namesAt(desk)).filter((name) => name === 'einmal')).toHaveLength(1);
  });
});

it('shows a change to others only once it is saved', async () => {
  const before = await namesAt(desk);
  const written = desk.write(addGroup('neu'));
  expect(await namesAt(desk)).toEqual(before);
  await written;
  expect(await namesAt(desk)).toContain('neu');
});

it('lets a write that throws fail alone among those saved with it', async () => {
  await desk.data();
  const refusal = () => {
    throw new Error('refused');
  };
  const results = await Promise.allSettled([
    desk.write(addGroup('eins')),
    desk.write(refusal),
    desk.write(addGroup('zwei')),
  ]);
  expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  expect(await namesAt(desk)).toEqual(expect.arrayContaining(['eins', 'zwei']));
});

it('saves writes that wait together at once, so that many cost little more than one', async () => {
  await desk.write(addGroup('erster'));
  store.fail();
  await Promise.all(Array.from({ length: 50 }, (_, n) => desk.write(addGroup(`viele ${n}`))));
  expect(store.saves).toBeLessThan(10);
});

it('makes a tenant anew after its data could not be loaded once', async () => {
  let fails = true;
  const fresh = () =>
    fails ? Promise.reject(new Error('unreadable')) : tenantFromFixture({ entities: {} }, 'one.yaml');
  const flaky = new TenantDesk({ store, prefix, kept: new KeptData(store, prefix), fresh });
  await expect(flaky.data()).rejects.toThrow('unreadable');
  await expect(flaky.write(addGroup('neu'))).rejects.toThrow('unreadable');
  fails = false;
  await flaky.write(addGroup('neu'));
  expect(await namesAt(flaky)).toContain('neu');
});

it('starts anew after a drop, what was written before it is gone', async () => {
  const fresh = await namesAt(desk);
  const writes = [desk.write(addGroup('vorher')), desk.drop(), desk.write(addGroup('nachher'))];
  await Promise.all(writes);
  expect((await namesAt(openDesk())).sort()).toEqual([...fresh, 'nachher'].sort());
});
