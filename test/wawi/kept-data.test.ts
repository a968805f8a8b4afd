import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MemoryStore } from '../../src/platform/persistence/store.ts';
import { decimal, zero } from '../../src/wawi/domain/decimal.ts';
import { tenantFromFixture } from '../../src/wawi/domain/generator/fixture.ts';
import { TenantData } from '../../src/wawi/domain/store/tenant-data.ts';
import { KeptData } from '../../src/wawi/kept-data.ts';

/** A durable store that stops working after so many saves, as a killed process does. */
class FailingStore extends MemoryStore {
  override readonly durable = true as never;
  savesLeft = Infinity;

  override save(path: string, document: unknown): Promise<void> {
    if (this.savesLeft-- <= 0) return Promise.reject(new Error('killed'));
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

describe('what is kept of a tenant', () => {
  it('comes back as it was, decimals included', async () => {
    const store = new FailingStore();
    const data = await fixture();
    change(data, 'Stammkunden');
    data.transact((draft) => draft.update('customerGroup', 1, { discount: decimal('2.5') }));
    await new KeptData(store, prefix).save(data);
    const loaded = await new KeptData(store, prefix).load();
    expect(loaded?.of('customerGroup').list()).toEqual(data.of('customerGroup').list());
    expect(loaded?.sequences).toEqual(data.sequences);
  });

  it('is nothing for a tenant that was never changed', async () => {
    expect(await new KeptData(new FailingStore(), prefix).load()).toBeUndefined();
  });

  it('is the whole change or none of it, wherever the process was killed; what was acknowledged is never lost', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: 12 }), async (savesLeft) => {
        const store = new FailingStore();
        const data = await fixture();
        const kept = new KeptData(store, prefix);
        change(data, 'vorher');
        await kept.save(data);
        const before = namesOf(data);
        change(data, 'nachher');
        store.savesLeft = savesLeft;
        const acknowledged = await kept.save(data).then(
          () => true,
          () => false,
        );
        store.savesLeft = Infinity;
        const loaded = namesOf((await new KeptData(store, prefix).load()) as TenantData);
        expect([before, namesOf(data)]).toContainEqual(loaded);
        if (acknowledged) expect(loaded).toEqual(namesOf(data));
      }),
      { numRuns: 40 },
    );
  });
});
