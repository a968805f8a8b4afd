import { beforeEach, describe, expect, it } from 'vitest';
import { MemoryStore } from '../../src/platform/persistence/store.ts';
import { zero } from '../../src/wawi/store/values/decimal.ts';
import { tenantFromFixture } from '../../src/wawi/areas/generate/fixture.ts';
import type { TenantData } from '../../src/wawi/store/tenant-data.ts';
import { PersistedData } from '../../src/wawi/store/persistence/persisted-data.ts';
import { TenantTransactions } from '../../src/wawi/store/persistence/tenant-transactions.ts';

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
let transactions: TenantTransactions;

function openTransactions(): TenantTransactions {
  const fresh = () => tenantFromFixture({ entities: {} }, 'one.yaml');
  return new TenantTransactions({ store, prefix, kept: new PersistedData(store, prefix), fresh });
}

beforeEach(() => {
  store = new PatchyStore();
  transactions = openTransactions();
});

/** A change of one kind, or of two that only make sense whole. */
const addGroup = (name: string) => (data: TenantData) =>
  data.insert('customerGroup', { name, isDefault: false, discount: zero, isNetPrice: false });
const addBoth = (name: string) => (data: TenantData) => {
  addGroup(name)(data);
  data.insert('customerCategory', { name });
};

async function namesAt(one: TenantTransactions): Promise<string[]> {
  const data = await one.data();
  return [...data.of('customerGroup').list(), ...data.of('customerCategory').list()].map(({ name }) => name);
}

describe('a write whose save fails', () => {
  it.each([1, 2, 3, 4, 5])('at save %i leaves no trace, now and after a restart', async (failing) => {
    await transactions.write(addBoth('vorher'));
    const before = await namesAt(transactions);
    store.fail(failing);
    const outcome = await transactions.write(addBoth('neu')).then(
      () => 'saved',
      (error: unknown) => String(error),
    );
    const expected = outcome === 'saved' ? [...before, 'neu', 'neu'].sort() : before.sort();
    store.fail();
    expect((await namesAt(transactions)).sort()).toEqual(expected);
    expect((await namesAt(openTransactions())).sort()).toEqual(expected);
  });

  it('and whose repair fails too is taken back by the next write', async () => {
    await transactions.write(addBoth('vorher'));
    const before = await namesAt(transactions);
    store.fail(2, 3, 4, 5, 6);
    await expect(transactions.write(addBoth('verloren'))).rejects.toThrow('disk full');
    store.fail();
    await transactions.write(addGroup('danach'));
    const expected = [...before, 'danach'].sort();
    expect((await namesAt(transactions)).sort()).toEqual(expected);
    expect((await namesAt(openTransactions())).sort()).toEqual(expected);
  });

  it('is not doubled when it is tried again', async () => {
    await transactions.write(addGroup('vorher'));
    store.fail(1);
    await expect(transactions.write(addGroup('einmal'))).rejects.toThrow('disk full');
    await transactions.write(addGroup('einmal'));
    expect((await namesAt(transactions)).filter((name) => name === 'einmal')).toHaveLength(1);
  });
});

it('shows a change to others only once it is saved', async () => {
  const before = await namesAt(transactions);
  const written = transactions.write(addGroup('neu'));
  expect(await namesAt(transactions)).toEqual(before);
  await written;
  expect(await namesAt(transactions)).toContain('neu');
});

it('lets a write that throws fail alone among those saved with it', async () => {
  await transactions.data();
  const refusal = () => {
    throw new Error('refused');
  };
  const results = await Promise.allSettled([
    transactions.write(addGroup('eins')),
    transactions.write(refusal),
    transactions.write(addGroup('zwei')),
  ]);
  expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  expect(await namesAt(transactions)).toEqual(expect.arrayContaining(['eins', 'zwei']));
});

it('saves writes that wait together at once, so that many cost little more than one', async () => {
  await transactions.write(addGroup('erster'));
  store.fail();
  await Promise.all(Array.from({ length: 50 }, (_, n) => transactions.write(addGroup(`viele ${n}`))));
  expect(store.saves).toBeLessThan(10);
});

it('makes a tenant again after its data could not be loaded once', async () => {
  let fails = true;
  const fresh = () =>
    fails ? Promise.reject(new Error('unreadable')) : tenantFromFixture({ entities: {} }, 'one.yaml');
  const flaky = new TenantTransactions({ store, prefix, kept: new PersistedData(store, prefix), fresh });
  await expect(flaky.data()).rejects.toThrow('unreadable');
  await expect(flaky.write(addGroup('neu'))).rejects.toThrow('unreadable');
  fails = false;
  await flaky.write(addGroup('neu'));
  expect(await namesAt(flaky)).toContain('neu');
});

it('starts again after a drop, without the data written before it', async () => {
  const fresh = await namesAt(transactions);
  const writes = [
    transactions.write(addGroup('vorher')),
    transactions.drop(),
    transactions.write(addGroup('nachher')),
  ];
  await Promise.all(writes);
  expect((await namesAt(openTransactions())).sort()).toEqual([...fresh, 'nachher'].sort());
});
