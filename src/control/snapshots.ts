import type { Tenant } from '../platform/model.ts';
import type { Platform } from '../platform/platform.ts';
import { InvalidInput, NotFound } from '../platform/problems.ts';
import { KeptSnapshots } from './kept-snapshots.ts';
import type { Wawi } from '../wawi/store/wawi.ts';
import type { Snapshot, SnapshotView, TenantSnapshot } from './snapshot.ts';

/** Named snapshots of everything or of one tenant, stored with the state. */
export class Snapshots {
  readonly #snapshots = new Map<string, Snapshot>();
  /** Undefined if the state ends with the process. */
  readonly #kept: KeptSnapshots | undefined;

  constructor(
    private readonly platform: Platform,
    private readonly wawi: () => Promise<Wawi>,
  ) {
    if (platform.store.durable) this.#kept = new KeptSnapshots(platform.store);
  }

  /** @returns the snapshots, oldest first */
  list(): Promise<SnapshotView[]> {
    return this.#kept?.list() ?? Promise.resolve([...this.#snapshots.values()].map(viewOf));
  }

  async has(wanted: string): Promise<boolean> {
    return (await this.list()).some(({ name }) => name === wanted);
  }

  /**
   * Takes a snapshot; replaces one of the same name.
   * @param tenantId tenant id or slug; default: everything
   * @throws NotFound
   */
  async save(name: string, tenantId?: string): Promise<SnapshotView> {
    const { registry, clock } = this.platform;
    const tenants = tenantId === undefined ? registry.tenants : [registry.tenant(tenantId)];
    const snapshot: Snapshot = {
      name,
      ...(tenantId !== undefined && { tenantId: registry.tenant(tenantId).id }),
      takenAt: new Date(clock.now()).toISOString(),
      ...(tenantId === undefined && { seed: registry.export() }),
      tenants: await Promise.all(tenants.map((tenant) => this.#take(tenant))),
    };
    await this.#kept?.save(viewOf(snapshot), snapshot);
    this.#snapshots.delete(name);
    this.#snapshots.set(name, snapshot);
    return viewOf(snapshot);
  }

  /**
   * Restores everything, or the snapshot's tenant, to that moment.
   * @throws NotFound for an unknown name, InvalidInput when the snapshot's tenant no longer exists
   */
  async restore(name: string): Promise<SnapshotView> {
    const { registry } = this.platform;
    // Reading stored tenants needs the kinds of entities, which the Wawi registers as it loads.
    await this.wawi();
    const snapshot = this.#snapshots.get(name) ?? (await this.#kept?.load(name));
    if (snapshot === undefined) throw await this.#unknown(name);
    const { tenantId } = snapshot;
    if (tenantId !== undefined && registry.findTenant(tenantId) === undefined) {
      const message = `the tenant of snapshot '${name}' was deleted; restore a snapshot of everything`;
      throw new InvalidInput([{ path: '$.name', value: name, message }]);
    }
    await this.#putBack(snapshot);
    return viewOf(snapshot);
  }

  /** @throws NotFound */
  async remove(name: string): Promise<void> {
    if (!(await this.has(name))) throw await this.#unknown(name);
    await this.#kept?.remove(name);
    this.#snapshots.delete(name);
  }

  async #unknown(name: string): Promise<NotFound> {
    return new NotFound(
      'snapshot',
      name,
      (await this.list()).map((one) => one.name),
    );
  }

  /** The directory and every tenant's data change as one. */
  async #putBack({ seed, tenants }: Snapshot): Promise<void> {
    const { registry, store } = this.platform;
    const wawi = await this.wawi();
    const states = new Map<Tenant, TenantSnapshot | undefined>(tenants.map((one) => [one.tenant, one]));
    if (seed === undefined) {
      await wawi.replace(states, (change) => store.commit(change));
      return;
    }
    const kept = new Set(seed.tenants.map((tenant) => tenant.id));
    for (const tenant of registry.tenants) if (!kept.has(tenant.id)) states.set(tenant, undefined);
    await registry.replace(seed, (documents) =>
      wawi.replace(states, (change) => store.commit({ ...change, save: { ...change.save, ...documents } })),
    );
  }

  async #take(tenant: Tenant): Promise<TenantSnapshot> {
    const { store } = this.platform;
    const data = (await (await this.wawi()).data(tenant)).clone();
    const paths = await store.listBlobs(`tenants/${tenant.id}/`);
    const bytes = await Promise.all(paths.map((path) => store.loadBlob(path)));
    const files = new Map(
      paths.flatMap((path, index) => (bytes[index] ? [[path, bytes[index]] as const] : [])),
    );
    return { tenant, data, files };
  }
}

function viewOf({ name, tenantId, takenAt }: Snapshot): SnapshotView {
  return { name, tenantId: tenantId ?? null, takenAt };
}
