import { maskedPath } from '../masking.ts';
import type { EmulatorConfig } from '../config.ts';
import { Conflict } from '../problems.ts';
import { apiVersionOf, isAtLeast } from '../tenant-version.ts';
import type { App, Installation, InstallationStatus } from '../model.ts';
import type { Registry } from '../registry.ts';
import type { Clock } from '../../tokens/clock.ts';
import type { Deliveries } from './deliveries.ts';

/** The installation fails because the app's setup page cannot be shown. */
export class SetupPageUnreachable extends Error {
  override readonly name = 'SetupPageUnreachable';
  constructor(
    readonly url: string,
    readonly reason: string,
  ) {
    super(`the setup page ${maskedPath(url)} cannot be shown: ${reason}`);
  }
}

/**
 * Installs apps, completes their setup and uninstalls them, and notifies the app's server at `connectUrl` and
 * `disconnectUrl` (platform.md section 9) in the background.
 */
export class Installer {
  constructor(
    private readonly registry: Registry,
    private readonly clock: Clock,
    private readonly deliveries: Deliveries,
    private readonly config: Pick<EmulatorConfig, 'erpVersion'>,
  ) {}

  /**
   * Installs an app as the Hub does: pending until its setup page calls `setupCompleted`, complete at once if it has
   * none.
   * @param traceId here and below: the trace of the request that caused it, which the app's server receives
   * @throws NotFound, SetupPageUnreachable, Conflict as {@link install}
   */
  async installByMerchant(appId: string, tenantId: string, traceId?: string): Promise<Installation> {
    const app = this.registry.app(appId);
    this.#checkVersion(app, tenantId);
    const { setupUrl } = app.manifest.lifecycle;
    if (setupUrl === undefined) return this.install(app.id, tenantId, 'SETUP_COMPLETED', traceId);
    const reason = await this.deliveries.whyNotShown(setupUrl);
    if (reason !== undefined) throw new SetupPageUnreachable(setupUrl, reason);
    return this.install(app.id, tenantId, 'SETUP_PENDING', traceId);
  }

  /**
   * Installs an app, or moves its installation to the given state; the manifest's scopes are granted.
   * @throws NotFound, Conflict for a tenant whose API is older than the manifest requires
   */
  async install(
    appId: string,
    tenantId: string,
    status: InstallationStatus,
    traceId?: string,
  ): Promise<Installation> {
    const app = this.registry.app(appId);
    this.#checkVersion(app, tenantId);
    const before = this.registry.findInstallation(app.id, this.registry.tenant(tenantId).id)?.status;
    const installation = await this.registry.install(app.id, tenantId, status);
    if (status === 'SETUP_COMPLETED' && before !== status) this.#tell(app, installation, 'connect', traceId);
    return installation;
  }

  #checkVersion({ name, manifest }: App, tenantId: string): void {
    const { minCloudApiVersion: least } = (manifest.source['requirements'] ?? {}) as Record<string, unknown>;
    const tenant = this.registry.tenant(tenantId);
    const version = apiVersionOf(tenant, this.config);
    if (typeof least === 'string' && !isAtLeast(version, least))
      throw new Conflict(
        '$.tenantId',
        tenantId,
        `app '${name}' requires API ${least} (requirements.minCloudApiVersion); tenant '${tenant.slug}' has ${version}`,
      );
  }

  /** Completes a pending setup, as `setupCompleted` does; a complete setup stays complete. */
  async completeSetup(appId: string, tenantId: string, traceId?: string): Promise<Installation> {
    const app = this.registry.app(appId);
    const before = this.registry.installation(app.id, this.registry.tenant(tenantId).id).status;
    const installation = await this.registry.updateInstallation(app.id, tenantId, {
      status: 'SETUP_COMPLETED',
    });
    if (before !== 'SETUP_COMPLETED') this.#tell(app, installation, 'connect', traceId);
    return installation;
  }

  /** @throws NotFound */
  async uninstall(appId: string, tenantId: string, traceId?: string): Promise<Installation> {
    const app = this.registry.app(appId);
    const installation = await this.registry.uninstall(app.id, tenantId);
    this.#tell(app, installation, 'disconnect', traceId);
    return installation;
  }

  #tell(
    app: App,
    installation: Installation,
    event: 'connect' | 'disconnect',
    traceId: string | undefined,
  ): void {
    const url = app.manifest.lifecycle[event === 'connect' ? 'connectUrl' : 'disconnectUrl'];
    if (url === undefined) return;
    this.deliveries.send({
      kind: 'hook',
      url,
      contentType: 'application/json',
      appId: app.id,
      tenantId: installation.tenantId,
      traceId,
      tries: 3,
      firstPauseMs: 250,
      body: {
        appId: app.id,
        tenantId: installation.tenantId,
        installationId: installation.id,
        event,
        occurredAt: new Date(this.clock.now()).toISOString(),
      },
    });
  }
}
