import type { RequestListener } from 'node:http';
import { join } from 'node:path';
import type { Listeners } from './listeners.ts';
import { FixtureSource, type UrlMappings } from '../platform/fixtures/fixture-source.ts';
import { type EmulatorConfig, type Urls, settingsAmong, urlsFor } from '../platform/config.ts';
import { Cors } from '../platform/cors.ts';
import { Faults } from '../platform/faults/faults.ts';
import { answerUnder } from '../platform/http.ts';
import { Journal } from '../platform/journal.ts';
import { journalMiddleware } from '../platform/journal-middleware.ts';
import { traceMiddleware } from '../platform/trace-middleware.ts';
import { type Log, silentLog } from '../platform/log.ts';
import { mapUrls } from '../platform/manifests/map-urls.ts';
import { parseManifest } from '../platform/manifests/parse.ts';
import { noProgress, type Progress } from '../platform/progress.ts';
import { once } from '../platform/once.ts';
import { MemoryStore, type StateStore } from '../platform/persistence/store.ts';
import type { Platform } from '../platform/platform.ts';
import { Registry } from '../platform/registry.ts';
import { knownScopes } from '../platform/scopes.ts';
import { TokenService } from '../platform/token-service.ts';
import { BridgeFeed } from '../platform/bridge-feed.ts';
import { Deliveries, networkTransport } from '../platform/hooks/deliveries.ts';
import { Outbound } from '../platform/outbound.ts';
import { Installer } from '../platform/hooks/installer.ts';
import { AdjustableClock } from '../tokens/clock.ts';
import { listen } from './listener.ts';
import { mountsOf } from './services.ts';
import { Activity, warmUp } from './warm-up.ts';
import { type Middleware, routeByPath } from './origin.ts';
import { EmulatorControl } from '../control/emulator-control.ts';

/** Options of an emulator; all have a default. */
export interface EmulatorOptions extends Partial<EmulatorConfig> {
  /** Address to listen on; default: 127.0.0.1 and ::1. */
  host?: string;
  /** 0 (default): any free port. */
  port?: number;
  /** Base URL under which clients reach the emulator, if not `http://127.0.0.1:PORT`. */
  publicUrl?: string;
  /** Folder of the user's own fixtures; default: those of the package. */
  fixtures?: string;
  /**
   * Pairs of URL prefixes: the address of an app in its manifest, and its real address. Default: as the manifest says.
   */
  map?: UrlMappings;
  /** Folder that keeps the state; default: in memory. */
  dataDir?: string;
  log?: Log;
  /** Receives the progress of long operations; default: no progress output. */
  progress?: Progress;
  /** HTTPS as the platform's real hosts, which makes the issuers the real ones. */
  tlsPort?: number;
  /** HTTPS for the same origin. */
  httpsPort?: number;
  /** An HTTP proxy that answers for the platform's hosts. */
  proxyPort?: number;
  /** Folder of the local certificate authority; default: `./.jtl-emulator/tls`. */
  tlsFolder?: string;
  /** Environment variables. They may name a proxy to which {@link proxyPort} forwards all other requests. */
  env?: Readonly<Record<string, string | undefined>>;
}

/** A running emulator. */
export interface RunningEmulator {
  platform: Platform;
  /** Base URL without a trailing slash. */
  url: string;
  port: number;
  control: EmulatorControl;
  /** The HTTPS and proxy listeners, if the options ask for any. */
  listeners: Listeners | undefined;
  /** Loads, while no requests come, the parts whose first use takes long. */
  warmUp(): Promise<void>;
  /** Closes the listeners and cancels deliveries to apps, within a second, and releases the state folder. */
  close(): Promise<void>;
}

/**
 * Builds a platform over its fixtures and state and serves it.
 * @throws InvalidInput for faulty fixtures, UnusableFolder for a state folder, ListenFailure for an address
 */
export async function createEmulator(options: EmulatorOptions = {}): Promise<RunningEmulator> {
  const store = await openStore(options.dataDir);
  try {
    return await emulatorOver(store, options);
  } catch (error) {
    await store.close();
    throw error;
  }
}

async function emulatorOver(store: StateStore, options: EmulatorOptions): Promise<RunningEmulator> {
  const config = settingsAmong(options);
  const log = options.log ?? silentLog;
  const served: { urls?: Urls } = {};
  const urlsWhenKnown = (): Urls => {
    if (served.urls === undefined) throw new Error('the emulator does not listen yet');
    return served.urls;
  };
  const fixtures = await openFixtures(store, options, config.enforceScopes);
  const platform = await openPlatform(
    config,
    { log, progress: options.progress ?? noProgress },
    store,
    fixtures,
    urlsWhenKnown,
  );
  const { registry, journal, clock } = platform;
  await moveApps(registry, options.map ?? []);
  const feed = new BridgeFeed();
  const outbound = new Outbound();
  const deliveries = new Deliveries(journal, networkTransport(outbound));
  const installer = new Installer(registry, clock, deliveries, config);
  const wawi = once(async () => {
    const { openWawi } = await import('./open-wawi.ts');
    return openWawi(platform, fixtures, deliveries);
  });
  const control = new EmulatorControl({ platform, fixtures, installer, deliveries, wawi, feed });
  const mounts = mountsOf({ platform, control, installer, wawi, feed, outbound });
  const route = routeByPath(mounts, middlewareOf(platform), log);
  const activity = new Activity();
  let isClosed = false;
  const held = holdBack((request, response) => {
    activity.note(response);
    if (!outbound.refuseOwn(request.headers, response)) route(request, response);
  });
  const opened = await openAllListeners(held.handler, options);
  const urls = urlsFor(opened.base, options.publicUrl !== undefined, {
    ...opened.listeners?.issuers,
    ...config,
  });
  served.urls = urls;
  held.open();
  return {
    platform,
    control,
    url: urls.base,
    port: opened.port,
    listeners: opened.listeners,
    warmUp: async () => {
      const services = mounts.filter(({ path }) => path === '/erp').map(({ load }) => load);
      await warmUp(services, activity, () => isClosed);
      for (const load of isClosed ? [] : services) {
        await warmUp((await load()).warmUp ?? [], activity, () => isClosed);
      }
    },
    close: async () => {
      isClosed = true;
      await opened.close();
      platform.tokens.close();
      await deliveries.cancel();
      await store.close();
    },
  };
}

/**
 * Requests may come before the last listener is open and before the URLs are known that answers contain.
 * @returns a handler whose requests wait until `open` is called
 */
export function holdBack(handler: RequestListener): { handler: RequestListener; open: () => void } {
  let isOpen = false;
  const waiting: (() => void)[] = [];
  return {
    handler: (request, response) => {
      if (isOpen) handler(request, response);
      else waiting.push(() => handler(request, response));
    },
    open: () => {
      isOpen = true;
      for (const serve of waiting.splice(0)) serve();
    },
  };
}

/** Opens the fixtures, and checks the user's own ones as a whole. @throws InvalidInput */
async function openFixtures(
  store: StateStore,
  { fixtures: folder, map = [] }: Pick<EmulatorOptions, 'fixtures' | 'map'>,
  enforceScopes: boolean,
): Promise<FixtureSource> {
  const unknownScopes = enforceScopes ? 'refuse' : 'warn';
  const parse = (source: unknown) =>
    parseManifest(source, { knownScopes, ownOrigins: [], unknownScopes }).manifest;
  const fixtures = await FixtureSource.open(store, parse, { folder, map });
  if (folder !== undefined) {
    const { checkTenantFixtures } = await import('../control/tenant-fixtures.ts');
    await checkTenantFixtures(fixtures.current);
  }
  return fixtures;
}

/** Opens the plain listener and the further ones. @throws ListenFailure, UnusableFolder */
async function openAllListeners(handler: RequestListener, options: EmulatorOptions) {
  const { host, port = 0, publicUrl, tlsPort, httpsPort, proxyPort } = options;
  const listener = await listen(handler, { port, host, flag: '--port' });
  const base = (publicUrl ?? `http://127.0.0.1:${listener.port}`).replace(/\/$/, '');
  try {
    let listeners: Listeners | undefined;
    if ([tlsPort, httpsPort, proxyPort].some((one) => one !== undefined)) {
      const { openListeners } = await import('./listeners.ts');
      listeners = await openListeners(handler, {
        ...options,
        ...(publicUrl !== undefined && { publicUrl: base }),
        tlsFolder: options.tlsFolder ?? join('.jtl-emulator', 'tls'),
        env: options.env ?? {},
      });
    }
    return {
      port: listener.port,
      base,
      listeners,
      close: async () => {
        await Promise.all([listener.close(), listeners?.close()]);
      },
    };
  } catch (error) {
    await listener.close();
    throw error;
  }
}

/** Trace, journal and faults apply to every service except the emulator's own. */
function middlewareOf({ config, journal, faults, log }: Platform): Middleware {
  const record = journalMiddleware(journal, log);
  return (service, request, response, next) => {
    if (service === 'control') {
      next();
      return;
    }
    answerUnder(response, config);
    traceMiddleware(request, response);
    record(service, request, response);
    faults.applyToRequest(service, request, response, next);
  };
}

/** Applies the mappings to the apps that an earlier run stored, too. */
async function moveApps(registry: Registry, map: UrlMappings): Promise<void> {
  for (const { id, manifest } of registry.apps) {
    const moved = mapUrls(manifest, map);
    if (JSON.stringify(moved) !== JSON.stringify(manifest)) await registry.updateApp(id, moved);
  }
}

async function openStore(dataDir: string | undefined): Promise<StateStore> {
  if (dataDir === undefined) return new MemoryStore();
  const { FileStore } = await import('../platform/persistence/file-store.ts');
  return FileStore.open(dataDir);
}

async function openPlatform(
  config: EmulatorConfig,
  watched: Pick<Platform, 'log' | 'progress'>,
  store: StateStore,
  fixtures: FixtureSource,
  urls: () => Urls,
): Promise<Platform> {
  const clock = new AdjustableClock();
  const journal = new Journal(clock, watched.log);
  const registry = await Registry.open(store, clock, fixtures.current.seed);
  return {
    config,
    clock,
    ...watched,
    store,
    registry,
    tokens: await TokenService.open({ store, clock, registry, config, urls }),
    journal,
    cors: new Cors(registry, journal),
    faults: new Faults(clock, registry),
    get urls() {
      return urls();
    },
  };
}
