import type { Tenant, TenantWawi } from './model.ts';

/** A tenant as a request wants it. */
export interface WantedTenant {
  slug: string;
  /** Default: the slug. */
  name?: string;
  /** Default: a new UUID. */
  id?: string;
  /** Default: the slug. */
  mandant?: string;
  wawi?: Partial<TenantWawi>;
  /** The tenant whose fixtures it gets; default: an empty Wawi. */
  template?: string;
  /** Default: the first user. */
  ownerId?: string;
}

/** The values of a new tenant that depend on the tenants, users and fixtures there are. */
interface Settled {
  id: string;
  mandant: string;
  ownerId: string;
  template: string | undefined;
  /** ISO 8601. */
  now: string;
}

/** @returns the tenant with the values that the request leaves open */
export function newTenant(wanted: WantedTenant, { id, mandant, ownerId, template, now }: Settled): Tenant {
  return {
    id,
    slug: wanted.slug,
    name: wanted.name ?? wanted.slug,
    mandant,
    ownerId,
    memberIds: [ownerId],
    wawi: { connected: true, ...wanted.wawi },
    createdAt: now,
    updatedAt: now,
    ...(template !== undefined && { template }),
  };
}
