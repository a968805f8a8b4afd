import type { Tenant } from '../../platform/model.ts';
import type { AppRegistration, RegistrationStatus } from '../domain/entities/system.ts';
import { decideRegistration, scopesOf } from '../domain/operations/registrations.ts';
import type { Wawi } from '../wawi.ts';

/** A registration as the control API shows it; neither key nor challenge code is among it. */
export interface RegistrationView {
  /** The request id that the app was given. */
  id: string;
  tenantId: string;
  appId: string;
  displayName: string;
  version: string;
  scopes: string[];
  status: 'pending' | 'rejected' | 'accepted';
  keyHandedOut: boolean;
  /** ISO 8601. */
  requestedAt: string;
}

const statusNames: Readonly<Record<RegistrationStatus, RegistrationView['status']>> = {
  0: 'pending',
  1: 'rejected',
  2: 'accepted',
};

/** @returns the on-premise registrations of the tenants, oldest first in each */
export async function registrations(wawi: Wawi, tenants: readonly Tenant[]): Promise<RegistrationView[]> {
  const lists = await Promise.all(
    tenants.map(async (tenant) =>
      [...(await wawi.data(tenant)).of('appRegistration').values()].map((row) => viewOf(tenant, row)),
    ),
  );
  return lists.flat();
}

/**
 * Accepts a pending registration: the app's next question is answered with its key.
 * @param id the request id that the app was given
 * @returns undefined when no tenant has such a registration
 * @throws DomainError `state` for one that has been decided
 */
export function acceptRegistration(
  wawi: Wawi,
  tenants: readonly Tenant[],
  id: string,
): Promise<RegistrationView | undefined> {
  return decide(wawi, tenants, id, 'accepted');
}

/** Rejects a pending registration; otherwise as {@link acceptRegistration}. */
export function rejectRegistration(
  wawi: Wawi,
  tenants: readonly Tenant[],
  id: string,
): Promise<RegistrationView | undefined> {
  return decide(wawi, tenants, id, 'rejected');
}

async function decide(
  wawi: Wawi,
  tenants: readonly Tenant[],
  id: string,
  decision: 'accepted' | 'rejected',
): Promise<RegistrationView | undefined> {
  for (const tenant of tenants) {
    const data = await wawi.data(tenant);
    if (!data.of('appRegistration').findUnique('requestId', id)) continue;
    const decided = await wawi.write(tenant, (draft) => decideRegistration(draft, id, decision));
    return viewOf(tenant, decided);
  }
  return undefined;
}

function viewOf(tenant: Tenant, row: AppRegistration): RegistrationView {
  return {
    id: row.requestId,
    tenantId: tenant.id,
    appId: row.appId,
    displayName: row.displayName,
    version: row.version,
    scopes: scopesOf(row),
    status: statusNames[row.status],
    keyHandedOut: row.apiKeyHash !== undefined,
    requestedAt: row.requestedAt,
  };
}
