import type { Request, RequestHandler } from 'express';
import type { Tenant, User } from '../platform/model.ts';
import type { Platform } from '../platform/platform.ts';
import { readSignIn } from '../platform/sign-in.ts';
import { isOwnHost } from './own-host.ts';
import type { RefusalCode } from './refusal-code.ts';

/** A page endpoint refusing a request, with the status and the words that go on the wire. */
export class PageRefusal extends Error {
  override readonly name = 'PageRefusal';
  constructor(
    readonly status: number,
    readonly path: string,
    message: string,
    readonly value?: unknown,
    readonly code?: RefusalCode,
  ) {
    super(message);
  }
}

/** @returns the signed-in user, or undefined */
export function visitorOf(platform: Platform, request: Request): User | undefined {
  const signIn = readSignIn(platform, request.headers.cookie);
  return signIn && platform.registry.findUser(signIn.userId);
}

/** @throws PageRefusal 401 when nobody is signed in */
export function requireVisitor(platform: Platform, request: Request): User {
  const user = visitorOf(platform, request);
  if (user !== undefined) return user;
  throw new PageRefusal(401, 'Cookie', 'nobody is signed in; choose a user first', undefined, 'signedOut');
}

/**
 * @returns the tenant of the path, which the signed-in user may open
 * @throws PageRefusal 401, 403; NotFound
 */
export function requireTenant(platform: Platform, request: Request): Tenant {
  const user = requireVisitor(platform, request);
  const tenant = platform.registry.tenant(String(request.params['tenant']));
  if (platform.registry.isMember(user.id, tenant.id)) return tenant;
  const message = `${user.email} is no member of ${tenant.slug}`;
  throw new PageRefusal(403, 'tenant', message, tenant.slug, 'noMember');
}

/**
 * The pages' endpoints trust a cookie, and cookies ignore ports: an app at another port of this host is "same site".
 * So only requests of the pages themselves pass (Fetch standard, `Sec-Fetch-Site` and `Origin`).
 */
export function ownPagesOnly({ urls }: Platform): RequestHandler {
  return (request, _response, next) => {
    const { origin, host = '' } = request.headers;
    const site = request.headers['sec-fetch-site'] ?? 'same-origin';
    const sameOrigin = origin === undefined || origin === `http://${host}` || origin === `https://${host}`;
    if (!sameOrigin || (site !== 'same-origin' && site !== 'none')) {
      throw new PageRefusal(403, 'Origin', 'only the emulator’s own pages may call this', origin ?? site);
    }
    if (!isOwnHost(host, urls.base)) {
      const message = `the emulator is not known by this name; open ${urls.base}, or start it with --public-url`;
      throw new PageRefusal(403, 'Host', message, host);
    }
    next();
  };
}
