import type { IncomingMessage } from 'node:http';
import { authorizationProblem, credentialsOf } from '../platform/authorization-header.ts';
import { authenticateBearer, verifySession } from '../platform/authentication.ts';
import type { Principal, Session } from '../platform/authentication.ts';
import type { Platform } from '../platform/platform.ts';
import { foreignHeader } from '../platform/own-pages.ts';
import { readSignIn } from '../platform/sign-in.ts';
import type { SignIn } from '../platform/sign-in.ts';
import { AccountError } from './errors.ts';

/** @throws TokenError or AccountError (401) */
export function callingApp(platform: Platform, request: IncomingMessage): Promise<Principal> {
  return authenticateBearer(platform, bearerToken(request, 'access token'));
}

/** @throws TokenError or AccountError (401) */
export function callingSession(platform: Platform, request: IncomingMessage): Promise<Session> {
  return verifySession(platform, bearerToken(request, 'session token'));
}

/**
 * The user whose browser shows one of the platform's pages.
 * @throws AccountError 403 for a request from any other page, 401 without a sign-in
 */
export function signedInUser(platform: Platform, request: IncomingMessage): SignIn {
  if (foreignHeader(request.headers, platform) !== undefined) {
    throw new AccountError(
      403,
      {},
      'only pages of the platform itself may ask for tokens of the signed-in user; an app asks through the App Bridge',
    );
  }
  const signIn = readSignIn(platform, request.headers.cookie);
  if (!signIn)
    throw new AccountError(401, {}, 'no user is signed in; open the Hub or the ERP shell and sign in');
  return signIn;
}

function bearerToken(request: IncomingMessage, wanted: string): string {
  const header = request.headers.authorization;
  const token = credentialsOf(header, 'Bearer');
  if (token !== undefined) return token;
  throw new AccountError(
    401,
    {},
    authorizationProblem(header, 'Bearer', `Authorization: Bearer <${wanted}>`),
  );
}
