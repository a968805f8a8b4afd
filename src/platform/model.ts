import type { Manifest } from './manifests/model.ts';
import type { ErpVersion } from './erp-versions.ts';

/** How a user wants the platform's pages to look. */
export interface UserSettings {
  theme: string;
  applicationLanguage: string;
  userTimezone: string;
  notationCurrency: string;
  printer: string | null;
}

/** A person who can sign in at the Identity Provider and opens tenants in Hub and ERP. */
export interface User {
  /** UUID. */
  id: string;
  email: string;
  firstName: string;
  lastName: string;
  /** IETF language tag, such as `de-DE`. */
  locale: string;
  /** The user's changes; all other settings have the defaults of a new account. */
  settings?: Partial<UserSettings>;
}

/** A merchant's account on the platform; the Wawi service has its data. */
export interface Tenant {
  /** UUID, the value of `X-Tenant-ID`. */
  id: string;
  /** Short name for URLs and commands. */
  slug: string;
  name: string;
  /** The local database name of the tenant's Wawi; also the path segment of the on-premise API. */
  mandant: string;
  ownerId: string;
  /** User ids of everyone who may open the tenant, the owner included. */
  memberIds: string[];
  wawi: TenantWawi;
  /** ISO 8601. */
  createdAt: string;
  updatedAt: string;
  /** Slug of the fixture tenant that its data starts from; undefined: an empty Wawi. */
  template?: string;
}

/** The Wawi of a tenant, as far as the cloud knows it. */
export interface TenantWawi {
  connected: boolean;
  /** The version of its API; default: `--erp-version`. */
  apiVersion?: ErpVersion;
}

/** Token lifetimes in seconds; the emulator's own settings apply to missing ones. */
export interface Lifetimes {
  access?: number;
  session?: number;
  app?: number;
  refresh?: number;
}

/** A registered app: its credentials and its manifest. */
export interface App {
  /** UUID; the project id of generation 2, `aud` and `urn:jtl:app_id` of app tokens. */
  id: string;
  clientId: string;
  clientSecret: string;
  /** Display name, from the manifest. */
  name: string;
  /** Short name for URLs and commands; derived from the name, unique. */
  slug: string;
  manifest: Manifest;
  /** ISO 8601. */
  registeredAt: string;
  lifetimes?: Lifetimes;
}

export type InstallationStatus = 'SETUP_PENDING' | 'SETUP_COMPLETED';

/** An app in a tenant. The app's tokens have access to the tenant while it exists; its scopes limit their operations. */
export interface Installation {
  /** UUID. */
  id: string;
  appId: string;
  tenantId: string;
  status: InstallationStatus;
  /** Granted at installation from the manifest's `capabilities.erp.api.scopes`. */
  scopes: string[];
  /** ISO 8601. */
  installedAt: string;
}
