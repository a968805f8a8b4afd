import type { EmulatorConfig, ErpVersion } from '../platform/config.ts';
import { apiVersionOf } from '../platform/tenant-version.ts';
import type { App, Installation, Tenant, User } from '../platform/model.ts';

/** A tenant as the control API shows it. */
export interface TenantView {
  id: string;
  slug: string;
  name: string;
  mandant: string;
  wawi: { connected: boolean; apiVersion: ErpVersion };
}

/** An app as the control API shows it; the secret only in the answer that creates it. */
export interface AppView {
  appId: string;
  clientId: string;
  slug: string;
  name: string;
  /** The submitted manifest. */
  manifest: Record<string, unknown>;
}

/** An installation as the control API shows it. */
export interface InstallationView {
  installationId: string;
  appId: string;
  tenantId: string;
  status: Installation['status'];
  scopes: string[];
}

/** @returns the part of a tenant that the control API shows */
export function tenantView(tenant: Tenant, config: Pick<EmulatorConfig, 'erpVersion'>): TenantView {
  const { id, slug, name, mandant, wawi } = tenant;
  const apiVersion = apiVersionOf(tenant, config);
  return { id, slug, name, mandant, wawi: { connected: wawi.connected, apiVersion } };
}

/** @returns an app without its secret */
export function appView(app: App): AppView {
  return {
    appId: app.id,
    clientId: app.clientId,
    slug: app.slug,
    name: app.name,
    manifest: app.manifest.source,
  };
}

/** @returns an app with its secret, for the answers that create it: registration, and a renewed secret */
export function appViewWithSecret(app: App): AppView & { clientSecret: string } {
  return { ...appView(app), clientSecret: app.clientSecret };
}

/** @returns an installation with the names of the control API */
export function installationView({ id, appId, tenantId, status, scopes }: Installation): InstallationView {
  return { installationId: id, appId, tenantId, status, scopes };
}

/** @returns a user with the ids of the tenants it may open */
export function userView(user: User, tenants: readonly Tenant[]): User & { tenantIds: string[] } {
  return {
    ...user,
    tenantIds: tenants.filter((tenant) => tenant.memberIds.includes(user.id)).map((tenant) => tenant.id),
  };
}
