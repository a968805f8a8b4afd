import type { Platform } from '../platform/platform.ts';
import { Conflict, NotFound } from '../platform/problems.ts';
import type { AppRegistration } from '../wawi/areas/system/schema/system.ts';
import type { Wawi } from '../wawi/store/wawi.ts';

/** The on-premise registration of an app in a tenant's Wawi, without its challenge code and key. */
export interface RegistrationView {
  /** The request id that the app received. */
  id: string;
  tenantId: string;
  appId: string;
  displayName: string;
  version: string;
  status: 'pending' | 'rejected' | 'accepted';
  mandatoryScopes: string[];
  optionalScopes: string[];
  /** ISO 8601. */
  requestedAt: string;
}

/** The numbers of the contract (platform.md section 11). */
const statuses = ['pending', 'rejected', 'accepted'] as const;

/** The decisions of a Wawi user on on-premise apps that request a key. */
export class Registrations {
  constructor(
    private readonly platform: Platform,
    private readonly wawi: () => Promise<Wawi>,
  ) {}

  /** @returns the registrations of all tenants, oldest first */
  async list(): Promise<RegistrationView[]> {
    const wawi = await this.wawi();
    const perTenant = await Promise.all(
      this.platform.registry.tenants.map(async (tenant) =>
        [...(await wawi.data(tenant)).of('appRegistration').values()].map((one) => viewOf(tenant.id, one)),
      ),
    );
    return perTenant.flat().sort((a, b) => a.requestedAt.localeCompare(b.requestedAt));
  }

  /**
   * @param id the request id
   * @throws NotFound, or Conflict when it was decided before
   */
  async decide(id: string, decision: 'accepted' | 'rejected'): Promise<RegistrationView> {
    const all = await this.list();
    const registration = all.find((one) => one.id === id);
    if (registration === undefined) {
      throw new NotFound(
        'registration',
        id,
        all.map((one) => one.id),
      );
    }
    if (registration.status !== 'pending') {
      throw new Conflict('$.id', id, `registration ${id} is ${registration.status} already`);
    }
    const [wawi, { decideRegistration }] = await Promise.all([
      this.wawi(),
      import('../wawi/areas/system/operations/registrations.ts'),
    ]);
    const tenant = this.platform.registry.tenant(registration.tenantId);
    return viewOf(tenant.id, await wawi.write(tenant, (data) => decideRegistration(data, id, decision)));
  }
}

function viewOf(tenantId: string, registration: AppRegistration): RegistrationView {
  const { requestId, appId, displayName, version, status, requestedAt } = registration;
  return {
    id: requestId,
    tenantId,
    appId,
    displayName,
    version,
    status: statuses[status],
    mandatoryScopes: registration.mandatoryApiScopes,
    optionalScopes: registration.optionalApiScopes,
    requestedAt,
  };
}
