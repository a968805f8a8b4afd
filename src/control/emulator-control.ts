import type { FixtureReplacement, FixtureSource } from '../platform/fixtures/fixture-source.ts';
import { mapUrls } from '../platform/manifests/map-urls.ts';
import { parseManifest } from '../platform/manifests/parse.ts';
import { isRecord } from '../platform/json.ts';
import { manifestRules } from '../platform/manifests/rules.ts';
import type { App, Installation, InstallationStatus, Tenant } from '../platform/model.ts';
import type { Deliveries } from '../platform/hooks/deliveries.ts';
import type { Installer } from '../platform/hooks/installer.ts';
import type { PlatformSeed } from '../platform/directory.ts';
import type { Platform } from '../platform/platform.ts';
import { InvalidInput, type Problem } from '../platform/problems.ts';

import type { EntityName } from '../wawi/areas/index.ts';
import type { OutboxMessage } from '../wawi/areas/system/schema/processes.ts';
import type { Wawi } from '../wawi/store/wawi.ts';
import type { BridgeFeed, BridgeSignal } from '../platform/bridge-feed.ts';
import { ContractRecorder } from './contract/recorder.ts';
import { type ContractReport, contractReport } from './contract/report.ts';
import { environmentFor } from './environment.ts';
import { Registrations } from './registrations.ts';
import type { NewTenant, Registration } from './requests.ts';
import { Snapshots } from './snapshots.ts';
import { Assumptions } from './assumptions.ts';
import { Switches } from './switches.ts';
import { StartApps } from './start-apps.ts';

/** The app and tenant of calls that name none. */
const defaultApp = 'hello-world';
const defaultTenant = 'bergmann-outdoor';

/** The parts that the control API changes. */
export interface ControlParts {
  platform: Platform;
  fixtures: FixtureSource;
  feed: BridgeFeed;
  installer: Installer;
  deliveries: Deliveries;
  /** Loads the tenants' ERP, which a start does not wait for. */
  wawi: () => Promise<Wawi>;
}

/** An entity that was seeded, by the ids of the three APIs. */
export interface SeededEntity {
  kind: string;
  v1: number;
  v2: string;
  graphql: string;
}

/** Every change of a running emulator. The control API, the CLI and the Node API call it. */
export class EmulatorControl {
  readonly snapshots: Snapshots;
  readonly contractRecorder: ContractRecorder;
  readonly registrations: Registrations;
  readonly switches: Switches;
  readonly assumptions: Assumptions;
  readonly startApps = new StartApps();

  constructor(private readonly parts: ControlParts) {
    this.snapshots = new Snapshots(parts.platform, parts.wawi);
    this.registrations = new Registrations(parts.platform, parts.wawi);
    this.switches = new Switches(parts.platform.config);
    this.assumptions = new Assumptions(parts.platform.config);
    this.contractRecorder = new ContractRecorder(parts.platform.registry, parts.platform.journal);
  }

  get platform(): Platform {
    return this.parts.platform;
  }

  /**
   * Restores the state of the start: users, apps and every tenant's data as in the fixtures and `--app`, the machine's
   * time, the switches and assumptions of the start; no faults, an empty journal, no deliveries in progress. Keys and
   * credentials stay valid. Snapshots and the contract report, which cover a whole run of tests, stay too.
   */
  reset(): Promise<void> {
    return this.#resetTo({ current: this.parts.fixtures.current, documents: {}, adopt: () => undefined });
  }

  /** The fixtures that apply. */
  get seed(): PlatformSeed {
    return this.parts.fixtures.current.seed;
  }

  /** @throws the disk's error; the state is unchanged then, except that running deliveries are cancelled */
  async #resetTo({ current, documents, adopt }: FixtureReplacement): Promise<void> {
    const { registry, journal, faults, clock, tokens, store } = this.platform;
    await this.parts.deliveries.cancel();
    const wawi = await this.parts.wawi();
    const states = new Map(registry.tenants.map((tenant) => [tenant, undefined]));
    await registry.replace(this.startApps.addTo(current.seed), (seed) =>
      wawi.replace(states, async ({ clear }) => {
        await store.commit({ clear, save: { ...documents, ...seed, 'platform/tokens': {} } });
        adopt();
      }),
    );
    await tokens.reset();
    clock.reset();
    this.switches.reset();
    this.assumptions.reset();
    journal.clear();
    faults.clear();
  }

  /**
   * Registers an app from its manifest.
   * @returns the app, and warnings about content of its manifest that works here but not in production
   * @throws InvalidInput, Conflict
   */
  async registerApp({
    manifest,
    map = [],
    ...wanted
  }: Registration): Promise<{ app: App; warnings: Problem[] }> {
    const parsed = this.parseManifest(mapUrls(manifest, map));
    return {
      app: await this.platform.registry.registerApp(parsed.manifest, wanted),
      warnings: parsed.warnings,
    };
  }

  /** Replaces an app's manifest; installations keep their scopes until the app is installed again. */
  async updateApp(id: string, manifest: unknown): Promise<{ app: App; warnings: Problem[] }> {
    const parsed = this.parseManifest(manifest);
    return { app: await this.platform.registry.updateApp(id, parsed.manifest), warnings: parsed.warnings };
  }

  install(appId: string, tenantId: string, status: InstallationStatus): Promise<Installation> {
    return this.parts.installer.install(appId, tenantId, status);
  }

  uninstall(appId: string, tenantId: string): Promise<Installation> {
    return this.parts.installer.uninstall(appId, tenantId);
  }

  createTenant(wanted: NewTenant): Promise<Tenant> {
    return this.platform.registry.createTenant(wanted);
  }

  async resetTenant(id: string): Promise<Tenant> {
    const tenant = this.platform.registry.tenant(id);
    await (await this.parts.wawi()).drop(tenant);
    return tenant;
  }

  /**
   * Adds entities to a tenant in the form of fixtures. They may have past dates and states that no API can set.
   * @param entities rows by kind, with any of their members; a row with a given id replaces that entity
   * @returns every entity by the ids of the three APIs
   * @throws NotFound, InvalidInput with every problem; the call adds no entity then
   */
  async seedTenant(id: string, entities: Record<string, unknown>): Promise<SeededEntity[]> {
    const tenant = this.platform.registry.tenant(id);
    if (!isRecord(entities)) {
      const message = 'must be an object with lists of entities by kind';
      throw new InvalidInput([{ path: '$.entities', value: entities, message }]);
    }
    const { tenantProblems } = await import('../platform/fixtures/tenant-problems.ts');
    const problems = await tenantProblems({ entities });
    if (problems.length > 0) throw new InvalidInput(problems);
    const rows = entities as Record<string, Record<string, unknown>[]>;
    const [wawi, { addEntities }, { kinds }, { packKey }] = await Promise.all([
      this.parts.wawi(),
      import('../wawi/areas/generate/fixture.ts'),
      import('../wawi/areas/index.ts'),
      import('../wawi/contract/keys.ts'),
    ]);
    const added = await wawi.write(tenant, (data) => addEntities(data, rows, '$.entities'));
    return Object.entries(added).flatMap(([kind, ids]) =>
      ids.map((one) => {
        const key = packKey(kinds[kind as EntityName].key, one);
        return { kind, v1: one, v2: key, graphql: key };
      }),
    );
  }

  /**
   * Replaces the fixtures by a bundle and resets to them.
   * @throws InvalidInput with every problem; the state is unchanged then
   */
  async useFixtures(bundle: unknown): Promise<void> {
    const fixtures = await this.parts.fixtures.check(bundle);
    const { checkTenantFixtures } = await import('./tenant-fixtures.ts');
    await checkTenantFixtures(fixtures);
    const wawi = await this.parts.wawi();
    const { adopt, ...replacement } = this.parts.fixtures.replacement(bundle, fixtures);
    await this.#resetTo({
      ...replacement,
      adopt: () => {
        adopt();
        wawi.forgetFixtures();
      },
    });
  }

  /** @returns the contract report since the start or the last clearing */
  contractReport(): ContractReport {
    return contractReport(this.contractRecorder, this.platform.registry, this.platform.clock);
  }

  /** Sends an event or a selection to the open shells of a tenant. @returns their number */
  signal(tenantId: string, signal: BridgeSignal): number {
    return this.parts.feed.send(this.platform.registry.tenant(tenantId).id, signal);
  }

  /** @returns the number of entities of each kind in a tenant */
  async countData(tenantId: string): Promise<Record<string, number>> {
    const [wawi, { kinds }] = await Promise.all([this.parts.wawi(), import('../wawi/areas/index.ts')]);
    const data = await wawi.data(this.platform.registry.tenant(tenantId));
    return Object.fromEntries((Object.keys(kinds) as EntityName[]).map((kind) => [kind, data.of(kind).size]));
  }

  /** @returns the messages that a tenant's ERP would have sent: mails, prints, workflow runs */
  async outbox(tenantId: string): Promise<OutboxMessage[]> {
    const data = await (await this.parts.wawi()).data(this.platform.registry.tenant(tenantId));
    return [...data.of('outboxMessage').values()];
  }

  async deleteTenant(id: string): Promise<void> {
    const tenant = await this.platform.registry.deleteTenant(id);
    await (await this.parts.wawi()).drop(tenant);
  }

  /** @returns the environment variables for an app (default hello-world) in a tenant (default bergmann-outdoor) */
  environment(app = defaultApp, tenant = defaultTenant): Record<string, string> {
    const { registry, urls } = this.platform;
    return environmentFor(registry.app(app), registry.tenant(tenant), urls);
  }

  /** @throws InvalidInput with every problem */
  parseManifest(manifest: unknown): ReturnType<typeof parseManifest> {
    return parseManifest(manifest, manifestRules(this.platform));
  }
}
