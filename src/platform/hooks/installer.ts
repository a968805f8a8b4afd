import type { Journal } from '../journal.ts';
import type { App, Installation, InstallationStatus } from '../model.ts';
import type { Registry } from '../registry.ts';
import type { Clock } from '../../tokens/clock.ts';
import { deliver, whyUnreachable } from './deliver.ts';
import type { Transport } from './deliver.ts';

/** An install that fails because the app's setup page cannot be shown. */
export class SetupPageUnreachable extends Error {
  override readonly name = 'SetupPageUnreachable';
  constructor(
    readonly url: string,
    readonly reason: string,
  ) {
    super(`the setup page ${url} cannot be shown: ${reason}`);
  }
}

/**
 * Installs apps, completes their setup and uninstalls them, and tells the app's server by `connectUrl` and
 * `disconnectUrl` (platform.md section 9). The posts run beside: nobody waits for an app's server.
 */
export class Installer {
  readonly #running = new Set<Promise<unknown>>();

  constructor(
    private readonly registry: Registry,
    private readonly journal: Journal,
    private readonly clock: Clock,
    private readonly transport: Transport,
  ) {}

  /**
   * Installs an app as the Hub does: pending until its setup page says it is done, complete at once if it has none.
   * @param traceId here and below: the trace of the request that led to it, which the app's server is told
   * @throws NotFound, SetupPageUnreachable
   */
  async installByMerchant(appId: string, tenantId: string, traceId?: string): Promise<Installation> {
    const app = this.registry.app(appId);
    const { setupUrl } = app.manifest.lifecycle;
    if (setupUrl === undefined) return this.install(app.id, tenantId, 'SETUP_COMPLETED', traceId);
    await this.#checkReachable(setupUrl);
    return this.install(app.id, tenantId, 'SETUP_PENDING', traceId);
  }

  /** Installs an app, or moves its installation to the given state; the manifest's scopes are granted. */
  async install(
    appId: string,
    tenantId: string,
    status: InstallationStatus,
    traceId?: string,
  ): Promise<Installation> {
    const app = this.registry.app(appId);
    const before = this.registry.findInstallation(app.id, this.registry.tenant(tenantId).id)?.status;
    const installation = await this.registry.install(app.id, tenantId, status);
    if (status === 'SETUP_COMPLETED' && before !== status) this.#tell(app, installation, 'connect', traceId);
    return installation;
  }

  /** Completes a pending setup, as `setupCompleted` does; a setup that is complete stays so. */
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

  /** Resolves once every post sent so far has its outcome in the journal. */
  async settled(): Promise<void> {
    await Promise.all(this.#running);
  }

  #tell(
    app: App,
    installation: Installation,
    event: 'connect' | 'disconnect',
    traceId: string | undefined,
  ): void {
    const url = app.manifest.lifecycle[event === 'connect' ? 'connectUrl' : 'disconnectUrl'];
    if (url === undefined) return;
    const sent = deliver(
      {
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
      },
      this.transport,
      this.journal,
    );
    this.#running.add(sent);
    void sent.finally(() => this.#running.delete(sent));
  }

  async #checkReachable(url: string): Promise<void> {
    let status: number;
    try {
      const response = await this.transport.fetch(url, { signal: AbortSignal.timeout(5_000) });
      await response.body?.cancel();
      status = response.status;
    } catch (error) {
      throw new SetupPageUnreachable(url, whyUnreachable(error));
    }
    if (status >= 400) throw new SetupPageUnreachable(url, `it answered ${status}`);
  }
}
