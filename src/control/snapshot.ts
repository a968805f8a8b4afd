import type { Tenant } from '../platform/model.ts';
import type { TenantData } from '../wawi/store/tenant-data.ts';
import type { PlatformSeed } from '../platform/directory.ts';

/** A tenant at one moment. Copies share structure with the live data, so they need little memory. */
export interface TenantSnapshot {
  tenant: Tenant;
  data: TenantData;
  files: Map<string, Uint8Array>;
}

export interface Snapshot {
  name: string;
  /** Undefined: of everything. */
  tenantId?: string;
  takenAt: string;
  /** Users, tenants, apps and installations; only in a snapshot of everything. */
  seed?: PlatformSeed;
  tenants: TenantSnapshot[];
}

/** A snapshot as the control API lists it. */
export interface SnapshotView {
  name: string;
  /** Null: of everything. */
  tenantId: string | null;
  /** ISO 8601. */
  takenAt: string;
}
