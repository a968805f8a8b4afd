import type { Request, RequestHandler } from 'express';
import type { Tenant, User } from '../platform/model.ts';
import { foreignHeader } from '../platform/own-pages.ts';
import type { Platform } from '../platform/platform.ts';
import { readSignIn } from '../platform/sign-in.ts';
import type { RefusalCode } from './refusal-code.ts';

/** Refusal of a page endpoint, with the status and the text of the answer. */
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
export function signedInUser(platform: Platform, request: Request): User | undefined {
  const signIn = readSignIn(platform, request.headers.cookie);
  return signIn && platform.registry.findUser(signIn.userId);
}

/** @throws PageRefusal 401 when no user is signed in */
export function requireSignedInUser(platform: Platform, request: Request): User {
  const user = signedInUser(platform, request);
  if (user !== undefined) return user;
  throw new PageRefusal(401, 'Cookie', 'no user is signed in; choose a user first', undefined, 'signedOut');
}

/**
 * @returns the tenant of the path, which the signed-in user may open
 * @throws PageRefusal 401, 403; NotFound
 */
export function requireTenant(platform: Platform, request: Request): Tenant {
  const user = requireSignedInUser(platform, request);
  const tenant = platform.registry.tenant(String(request.params['tenant']));
  if (platform.registry.isMember(user.id, tenant.id)) return tenant;
  const message = `${user.email} is not a member of ${tenant.slug}`;
  throw new PageRefusal(403, 'tenant', message, tenant.slug, 'noMember');
}

/** The pages' endpoints trust a cookie, so they accept only requests of the pages themselves. */
export function ownPagesOnly(platform: Platform): RequestHandler {
  return ({ headers }, _response, next) => {
    if (foreignHeader(headers, platform) !== undefined) {
      const value = headers.origin ?? headers['sec-fetch-site'];
      throw new PageRefusal(403, 'Origin', 'only the emulator’s own pages may call this', value);
    }
    next();
  };
}
