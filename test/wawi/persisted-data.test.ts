import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MemoryStore } from '../../src/platform/persistence/store.ts';
import { decimal, zero } from '../../src/wawi/store/values/decimal.ts';
import { tenantFromFixture } from '../../src/wawi/areas/generate/fixture.ts';
import { TenantData } from '../../src/wawi/store/tenant-data.ts';
import { PersistedData } from '../../src/wawi/store/persistence/persisted-data.ts';

/** A durable store that stops working after so many saves, as a killed process does. */
class FailingStore extends MemoryStore {
  override readonly durable = true as never;
  savesLeft = Infinity;
  readonly written: [path: string, document: unknown][] = [];

  override save(path: string, document: unknown): Promise<void> {
    if (this.savesLeft-- <= 0) return Promise.reject(new Error('killed'));
    this.written.push([path, document]);
    return super.save(path, document);
  }
}

const prefix = 'tenants/one/';
const fixture = () => tenantFromFixture({ entities: {} }, 'one.yaml');

/** A change of two kinds that only makes sense whole: a group, and a customer category named like it. */
function change(data: TenantData, name: string): void {
  data.transact((draft) => {
    draft.insert('customerGroup', { name, isDefault: false, discount: zero, isNetPrice: false });
    draft.insert('customerCategory', { name });
  });
}

/** A change of any size: categories by id, far enough apart to lie in many documents, and a group beside them. */
function categories(
  data: TenantData,
  name: string,
  put: readonly number[],
  removed: readonly number[],
): void {
  data.transact((draft) => {
    for (const id of put) draft.place('customerCategory', { id, name: `${name} ${id}` });
    for (const id of removed) draft.of('customerCategory').remove(id);
    if (put.length % 2 === 1) return;
    draft.insert('customerGroup', { name, isDefault: false, discount: zero, isNetPrice: false });
  });
}

const namesOf = (data: TenantData) => ({
  groups: data
    .of('customerGroup')
    .list()
    .map((group) => group.name),
  categories: data
    .of('customerCategory')
    .list()
    .map((category) => category.name),
});

describe('the stored data of a tenant', () => {
  it('comes back as it was, decimals included', async () => {
    const store = new FailingStore();
    const data = await fixture();
    change(data, 'Stammkunden');
    data.transact((draft) => draft.update('customerGroup', 1, { discount: decimal('2.5') }));
    await new PersistedData(store, prefix).save(data);
    const loaded = await new PersistedData(store, prefix).load();
    expect(loaded?.of('customerGroup').list()).toEqual(data.of('customerGroup').list());
    expect(loaded?.sequences).toEqual(data.sequences);
  });

  it('is nothing for a tenant that was never changed', async () => {
    expect(await new PersistedData(new FailingStore(), prefix).load()).toBeUndefined();
  });

  it('is the whole change or none of it at any kill of the process; confirmed changes are never lost', async () => {
    const ids = fc.uniqueArray(fc.integer({ min: 1, max: 20_000 }), { maxLength: 40 });
    await fc.assert(
      fc.asyncProperty(
        ids,
        ids,
        ids,
        fc.integer({ min: 0, max: 60 }),
        async (first, second, gone, savesLeft) => {
          const store = new FailingStore();
          const data = await fixture();
          const kept = new PersistedData(store, prefix);
          categories(data, 'vorher', first, []);
          await kept.save(data);
          const before = namesOf(data);
          categories(data, 'nachher', second, gone);
          store.savesLeft = savesLeft;
          const acknowledged = await kept.save(data).then(
            () => true,
            () => false,
          );
          store.savesLeft = Infinity;
          const reopened = new PersistedData(store, prefix);
          const loaded = (await reopened.load()) as TenantData;
          expect([before, namesOf(data)]).toContainEqual(namesOf(loaded));
          if (acknowledged) expect(namesOf(loaded)).toEqual(namesOf(data));
          // Loaded data can be changed and saved again, also data from elsewhere.
          loaded.adopt(await fixture());
          categories(loaded, 'danach', gone, second);
          await reopened.save(loaded);
          expect(namesOf((await new PersistedData(store, prefix).load()) as TenantData)).toEqual(
            namesOf(loaded),
          );
        },
      ),
      { numRuns: 150 },
    );
  });

  it('is not there until the first change is kept whole', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: 30 }), async (savesLeft) => {
        const store = new FailingStore();
        const data = await fixture();
        change(data, 'erste');
        store.savesLeft = savesLeft;
        const acknowledged = await new PersistedData(store, prefix).save(data).then(
          () => true,
          () => false,
        );
        const loaded = await new PersistedData(store, prefix).load();
        expect(loaded && namesOf(loaded)).toEqual(acknowledged ? namesOf(data) : undefined);
      }),
    );
  });

  it('writes a part of many rows, however many there are', async () => {
    const store = new FailingStore();
    const data = await fixture();
    const all = Array.from({ length: 20_000 }, (_, n) => n + 1);
    categories(data, 'viele', all, []);
    const kept = new PersistedData(store, prefix);
    await kept.save(data);
    store.written.length = 0;
    categories(data, 'geändert', [7_777], []);
    await kept.save(data);
    expect(store.written.map(([path, document]) => [path, (document as unknown[]).length])).toEqual([
      [`${prefix}customerCategory.15`, 500],
    ]);
    expect(namesOf((await new PersistedData(store, prefix).load()) as TenantData)).toEqual(namesOf(data));
  });

  it('is refused by name when a part is missing', async () => {
    const store = new FailingStore();
    const data = await fixture();
    categories(data, 'zwei Teile', [1, 700], []);
    await new PersistedData(store, prefix).save(data);
    await store.clear(`${prefix}customerCategory.1`);
    await expect(new PersistedData(store, prefix).load()).rejects.toThrow(
      `lacks ${prefix}customerCategory.1`,
    );
  });
});
