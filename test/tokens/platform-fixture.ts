import { defaultConfig, urlsFor } from '../../src/platform/config.ts';
import type { EmulatorConfig } from '../../src/platform/config.ts';
import { Journal } from '../../src/platform/journal.ts';
import { silentLog } from '../../src/platform/log.ts';
import type { Manifest } from '../../src/platform/manifests/model.ts';
import type { App, Installation, Tenant, User } from '../../src/platform/model.ts';
import { MemoryStore } from '../../src/platform/persistence/store.ts';
import type { StateStore } from '../../src/platform/persistence/store.ts';
import type { Platform } from '../../src/platform/platform.ts';
import { Registry } from '../../src/platform/registry.ts';
import type { PlatformSeed } from '../../src/platform/registry.ts';
import { TokenService } from '../../src/platform/token-service.ts';
import { AdjustableClock } from '../../src/tokens/clock.ts';

const since = '2026-01-01T00:00:00.000Z';

export const anna: User = {
  id: '550e8400-e29b-41d4-a716-446655440000',
  email: 'anna.bergmann@example.com',
  firstName: 'Anna',
  lastName: 'Bergmann',
  locale: 'de-DE',
};
export const ben: User = { ...anna, id: '6ba7b810-9dad-41d1-80b4-00c04fd430c8', email: 'ben.kontor@example.com', firstName: 'Ben', lastName: 'Kontor' };

export const bergmann = tenant('7c9e6679-7425-40de-944b-e07fc1f90ae7', 'bergmann-outdoor', [anna.id]);
export const kaffee = tenant('3f2b8d1e-5a4c-4b7e-9c21-8d0e6f4a1b53', 'kaffee-kontor', [anna.id, ben.id]);

/** Signs users in with and without a secret, and may act as them. */
export const signInApp = app('44444444-4444-4444-8444-444444444444', 'sign-in', {
  publicClient: { redirectUris: ['http://localhost:4100/callback'], postLogoutRedirectUris: ['http://localhost:4100/bye'] },
  source: { authentication: { actAsUser: true } },
});
export const helloWorld = app('11111111-1111-4111-8111-111111111111', 'hello-world');
export const uninvited = app('33333333-3333-4333-8333-333333333333', 'uninvited');

export const seed: PlatformSeed = {
  users: [anna, ben],
  tenants: [bergmann, kaffee],
  apps: [helloWorld, signInApp, uninvited],
  installations: [install(helloWorld, bergmann), install(helloWorld, kaffee), install(signInApp, bergmann)],
};

/** A platform without a listener; tests set `address` before they use it. */
export async function testPlatform(options: { store?: StateStore; config?: Partial<EmulatorConfig> } = {}): Promise<{ platform: Platform; address: { base: string } }> {
  const store = options.store ?? new MemoryStore();
  const clock = new AdjustableClock();
  const config: EmulatorConfig = { ...defaultConfig, ...options.config };
  const registry = await Registry.open(store, clock, structuredClone(seed));
  const address = { base: 'http://127.0.0.1:5850' };
  const urls = () => urlsFor(address.base, config);
  const tokens = await TokenService.open({ store, clock, registry, config, urls });
  const platform: Platform = {
    config,
    clock,
    log: silentLog,
    store,
    registry,
    tokens,
    journal: new Journal(clock),
    get urls() {
      return urls();
    },
  };
  return { platform, address };
}

function tenant(id: string, slug: string, memberIds: string[]): Tenant {
  return { id, slug, name: slug, mandant: slug, ownerId: memberIds[0]!, memberIds, wawi: { connected: true }, createdAt: since, updatedAt: since };
}

function app(id: string, name: string, manifest: Partial<Manifest> = {}): App {
  return {
    id,
    name,
    slug: name,
    clientId: `${name}-client`,
    clientSecret: `${name}-secret`,
    registeredAt: since,
    manifest: {
      generation: 1,
      name,
      version: '1.0.0',
      lifecycle: { setupUrl: 'http://127.0.0.1:5860/setup' },
      erp: { menuItems: [], panes: [], scopes: ['items.read', 'customers.read'], webhooks: [] },
      source: {},
      ...manifest,
    },
  };
}

function install(one: App, where: Tenant): Installation {
  return {
    id: `${one.id.slice(0, 8)}-${where.id.slice(9)}`,
    appId: one.id,
    tenantId: where.id,
    status: 'SETUP_COMPLETED',
    scopes: [...one.manifest.erp.scopes],
    installedAt: since,
  };
}
