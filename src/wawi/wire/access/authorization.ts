import { authorizationProblem, credentialsOf } from '../../../platform/authorization-header.ts';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { assumptionBehind, authenticateBearer, type Principal } from '../../../platform/authentication.ts';
import type { App, Tenant } from '../../../platform/model.ts';
import type { Platform } from '../../../platform/platform.ts';
import { TokenError } from '../../../tokens/errors.ts';
import { isGranted } from './scope-spellings.ts';
import { RateCounter, rateLimit } from './rate-limit.ts';
import {
  badToken,
  noToken,
  notConnected,
  notInstalled,
  otherTenant,
  scopeMissing,
  tenantInvalid,
  tenantMissing,
  tenantUnknown,
} from './refusals.ts';

/** The app behind a call: one of the registry, or one that registered on-premise. */
export type CallingApp = Pick<App, 'id' | 'name'>;

/** The caller, its tenant, and the operations that its installation allows there. */
export interface Caller {
  readonly app: CallingApp;
  readonly tenant: Tenant;
  /** Present when a user is behind the call: an app token, a delegated token. */
  readonly userId?: string;
  readonly scopes: ReadonlySet<string>;
}

const uuid = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;
const bearerHeader = 'Authorization: Bearer <access token>';

/** The scope that allows every operation (platform.md section 5). */
const everything = 'system.all';

/**
 * Lets a request into a tenant's Wawi or says why not. The checks run in the order of platform.md section 5: token,
 * tenant, the token's own tenant, installation.
 */
export class Authorizer {
  /** Scope sets by installation, valid for one revision of the registry. */
  #scopes = new Map<string, ReadonlySet<string>>();
  #scopesRevision = -1;
  /** One for all of the API's versions: the platform counts an app's calls, wherever they go. */
  readonly #rate: RateCounter;

  constructor(private readonly platform: Platform) {
    this.#rate = new RateCounter(platform.clock);
  }

  /** @throws ApiError 401, 400, 404 or 403 */
  async admit(request: IncomingMessage): Promise<Caller> {
    const principal = await this.#authenticate(request);
    const tenant = this.#tenant(principal, request);
    const installation = this.platform.registry.findInstallation(principal.app.id, tenant.id);
    if (!installation) throw notInstalled(principal.app, tenant);
    const granted = this.#scopeSet(principal.app.id, tenant.id, installation.scopes);
    const narrowed = principal.kind === 'service' ? principal.scopes : undefined;
    const userId = principal.userId;
    return {
      app: principal.app,
      tenant,
      ...(userId === undefined ? {} : { userId }),
      scopes: narrowed ? new Set(narrowed.filter((scope) => granted.has(scope))) : granted,
    };
  }

  /**
   * @param anyOf scopes of which one suffices; empty: free
   * @throws ApiError 403
   */
  checkScopes(caller: Caller, anyOf: readonly string[]): void {
    if (!this.platform.config.enforceScopes || anyOf.length === 0) return;
    if (caller.scopes.has(everything) || isGranted(caller.scopes, anyOf)) return;
    throw scopeMissing(caller.app, caller.tenant, anyOf, [...caller.scopes]);
  }

  /** Counts a call that was let in, and says on its answer how many are left. */
  count(response: ServerResponse, { app, tenant }: Caller): void {
    response.setHeader('X-RateLimit-Limit', rateLimit.limit);
    response.setHeader('X-RateLimit-Interval-Length-Seconds', rateLimit.intervalSeconds);
    response.setHeader('X-RateLimit-Remaining', this.#rate.count(app.id, tenant.id));
  }

  /** @throws ApiError 504 */
  checkConnected(caller: Caller): void {
    if (!caller.tenant.wawi.connected) throw notConnected(caller.tenant);
  }

  async #authenticate(request: IncomingMessage): Promise<Principal> {
    const header = request.headers.authorization;
    if (header === undefined) throw noToken();
    const token = credentialsOf(header, 'Bearer');
    if (token === undefined) throw badToken(authorizationProblem(header, 'Bearer', bearerHeader));
    try {
      return await authenticateBearer(this.platform, token);
    } catch (error) {
      if (error instanceof TokenError) throw badToken(error.message, assumptionBehind(error));
      throw error;
    }
  }

  #tenant(principal: Principal, request: IncomingMessage): Tenant {
    const given = request.headers['x-tenant-id'] ?? request.headers['tenant-id'];
    const header = typeof given === 'string' && given.trim() !== '' ? given.trim() : undefined;
    // Only a token that names its tenant may come without the header; a service account's names none.
    if (header === undefined && principal.tenantId === undefined) throw tenantMissing();
    if (header !== undefined && !uuid.test(header)) throw tenantInvalid(header);
    const wanted = header?.toLowerCase() ?? principal.tenantId ?? '';
    const { registry } = this.platform;
    const tenant = registry.findTenant(wanted);
    if (!tenant) {
      const installed = registry.tenants.filter((one) => registry.findInstallation(principal.app.id, one.id));
      throw tenantUnknown(wanted, installed);
    }
    if (principal.tenantId !== undefined && principal.tenantId !== tenant.id)
      throw otherTenant(wanted, principal.tenantId);
    return tenant;
  }

  #scopeSet(appId: string, tenantId: string, scopes: readonly string[]): ReadonlySet<string> {
    if (this.#scopesRevision !== this.platform.registry.revision) {
      this.#scopes = new Map();
      this.#scopesRevision = this.platform.registry.revision;
    }
    const key = `${appId}/${tenantId}`;
    let set = this.#scopes.get(key);
    if (!set) this.#scopes.set(key, (set = new Set(scopes)));
    return set;
  }
}
