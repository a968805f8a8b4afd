import type { Tenant, User } from '../platform/model.ts';
import type { Platform } from '../platform/platform.ts';
import type { SignIn } from '../platform/sign-in.ts';
import { epochSeconds } from '../tokens/clock.ts';
import type { AuthorizeRequest } from './authorize-request.ts';
import { OAuthError } from './errors.ts';
import { tenantsFor } from './pages/choices.ts';
import type { Choice } from './pages/choices.ts';

/** A choice, and when its user signed in (seconds since the epoch). */
export interface Decision extends Choice {
  authTime: number;
}

/**
 * Decides whether a request can be answered without a page. `prompt=none` requires it (a `login_hint` alone suffices,
 * for tests without clicks); other requests allow it if the browser is signed in and the tenant is clear.
 * @param needsTenant whether the tokens are for a tenant
 * @returns undefined: the page asks the user
 * @throws OAuthError for the app, if no page may appear (OpenID Connect Core section 3.1.2.6)
 */
export function decideSignIn(
  platform: Platform,
  request: AuthorizeRequest,
  signIn: SignIn | undefined,
  needsTenant: boolean,
): Decision | undefined {
  return request.prompts.has('none')
    ? decideSilently(platform, request, signIn, needsTenant)
    : decideIfClear(platform, request, signIn, needsTenant);
}

/** @returns the users that the request allows */
export function eligibleUsers({ registry }: Platform, request: AuthorizeRequest): User[] {
  const hint = request.hintedUserId ?? request.loginHint;
  const hinted = hint === undefined ? undefined : registry.findUser(hint);
  return hinted ? [hinted] : registry.users;
}

function decideSilently(
  platform: Platform,
  request: AuthorizeRequest,
  signIn: SignIn | undefined,
  needsTenant: boolean,
): Decision {
  const now = epochSeconds(platform.clock);
  const user = platform.registry.findUser(request.loginHint ?? signIn?.userId ?? '');
  if (!user) {
    const why =
      request.loginHint === undefined
        ? 'no user is signed in; sign in first, or name a user in login_hint'
        : `no user '${request.loginHint}'; known: ${platform.registry.users.map((one) => one.email).join(', ')}`;
    throw new OAuthError('login_required', `prompt=none, and ${why}`);
  }
  if (!isMeant(request, user)) {
    throw new OAuthError(
      'login_required',
      `prompt=none, and ${user.email} is not the user of the id_token_hint`,
    );
  }
  const authTime = signIn?.userId === user.id ? signIn.at : now;
  if (isTooOld(request, authTime, now))
    throw new OAuthError('login_required', `prompt=none, and the sign-in is older than max_age allows`);
  if (!needsTenant) return { user, authTime };
  const tenant =
    hintedTenant(platform, request, user) ??
    openTenant(platform, user, signIn) ??
    tenantsFor(user, request.app, platform.registry)[0];
  if (!tenant)
    throw new OAuthError('interaction_required', `prompt=none, and ${user.email} is a member of no tenant`);
  return { user, tenant, authTime };
}

function decideIfClear(
  platform: Platform,
  request: AuthorizeRequest,
  signIn: SignIn | undefined,
  needsTenant: boolean,
): Decision | undefined {
  const user = platform.registry.findUser(signIn?.userId ?? '');
  const otherUser =
    request.loginHint !== undefined && platform.registry.findUser(request.loginHint)?.id !== user?.id;
  if (!signIn || !user || otherUser || !isMeant(request, user) || request.prompts.size > 0) return undefined;
  if (isTooOld(request, signIn.at, epochSeconds(platform.clock))) return undefined;
  if (!needsTenant) return { user, authTime: signIn.at };
  const tenants = tenantsFor(user, request.app, platform.registry);
  const tenant =
    hintedTenant(platform, request, user) ??
    openTenant(platform, user, signIn) ??
    (tenants.length === 1 ? tenants[0] : undefined);
  return tenant && { user, tenant, authTime: signIn.at };
}

/** `max_age=0` asks for a sign-in in any case, as `prompt=login` does (OpenID Connect Core section 3.1.2.1). */
function isTooOld({ maxAge }: AuthorizeRequest, authTime: number, now: number): boolean {
  return maxAge !== undefined && (maxAge === 0 || now - authTime > maxAge);
}

function isMeant({ hintedUserId }: AuthorizeRequest, user: User): boolean {
  return hintedUserId === undefined || hintedUserId === user.id;
}

/** @throws OAuthError `access_denied` for a tenant that does not exist or is not the user's */
function hintedTenant(
  { registry }: Platform,
  { tenantHint }: AuthorizeRequest,
  user: User,
): Tenant | undefined {
  if (tenantHint === undefined) return undefined;
  const tenant = registry.findTenant(tenantHint);
  if (tenant && registry.isMember(user.id, tenant.id)) return tenant;
  const mine = registry.tenants.filter((one) => one.memberIds.includes(user.id)).map((one) => one.slug);
  throw new OAuthError(
    'access_denied',
    `${user.email} is not a member of a tenant '${tenantHint}'; member of: ${mine.join(', ') || 'none'}`,
  );
}

/** @returns the tenant that is open in the Hub or the ERP shell */
function openTenant({ registry }: Platform, user: User, signIn: SignIn | undefined): Tenant | undefined {
  const tenant =
    signIn?.userId === user.id && signIn.tenantId !== undefined
      ? registry.findTenant(signIn.tenantId)
      : undefined;
  return tenant && registry.isMember(user.id, tenant.id) ? tenant : undefined;
}
