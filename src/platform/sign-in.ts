import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';
import { epochSeconds } from '../tokens/clock.ts';
import { remark } from './notices.ts';
import { hostName } from './own-hosts.ts';
import type { Platform } from './platform.ts';

/** The signed-in user of the platform's pages. */
export interface SignIn {
  userId: string;
  /** The open tenant, if there is one; sign-ins of apps then do not ask for it. */
  tenantId?: string;
  /** When the user signed in, seconds since the epoch. */
  at: number;
}

/** On the hosts of the real platform the sign-in is valid for all of them, as they are one site. */
const sharedDomain = /\.(jtl-cloud\.com)(?::\d+)?$/i;

/** A sign-in lasts a working day. */
const lifetimeSeconds = 12 * 3600;

type Parts = Pick<Platform, 'tokens' | 'clock' | 'registry'>;

/**
 * Signs a user in on the platform's own pages: Identity Provider, Hub, ERP and Account Service share the cookie.
 * @param host the request's `Host` header
 * @returns the value of a `Set-Cookie` header
 */
export function startSignIn(
  platform: Parts,
  who: { userId: string; tenantId?: string },
  host: string | undefined,
): string {
  const at = epochSeconds(platform.clock);
  const name = hostName(host);
  if (name !== undefined) hostsOf(platform).set(name, at + lifetimeSeconds);
  return signed(platform, { ...who, at }, host);
}

/**
 * Records the tenant that a page has open, so that the next sign-in of an app uses it.
 * @param headers of the request: `cookie` and `host`
 * @returns the value of a `Set-Cookie` header, or undefined if no user is signed in or the tenant is the same
 */
export function openTenant(
  platform: Parts,
  { cookie: given, host }: IncomingHttpHeaders,
  tenantId: string,
): string | undefined {
  const signIn = readSignIn(platform, given);
  return signIn && signIn.tenantId !== tenantId ? signed(platform, { ...signIn, tenantId }, host) : undefined;
}

/**
 * @param host the request's `Host` header
 * @returns the value of a `Set-Cookie` header that signs out
 */
export function endSignIn(platform: Parts, host: string | undefined): string {
  hostsOf(platform).delete(hostName(host) ?? '');
  return cookie(platform, '', 0, host);
}

/**
 * @param cookieHeader a request's `Cookie` header
 * @returns the signed-in user; undefined without a cookie, with a foreign or expired one, or if the user no longer
 *   exists
 */
export function readSignIn(platform: Parts, cookieHeader: string | undefined): SignIn | undefined {
  const prefix = `${signInCookie(platform)}=`;
  const found = (cookieHeader ?? '').split(/;\s*/).find((part) => part.startsWith(prefix));
  const [payload = '', signature = ''] = found?.slice(prefix.length).split('.') ?? [];
  const given = Buffer.from(signature, 'base64url');
  const right = sign(platform, payload);
  if (given.length !== right.length || !timingSafeEqual(given, right)) return undefined;
  const content = JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')) as SignIn;
  const over = content.at + lifetimeSeconds <= epochSeconds(platform.clock);
  return over || !platform.registry.findUser(content.userId) ? undefined : content;
}

/** @returns the name of the sign-in's cookie: cookies ignore ports, so each emulator on a host has its own name */
export function signInCookie({ tokens }: Pick<Parts, 'tokens'>): string {
  return `jtl_sign_in_${createHash('sha256').update(tokens.signInKey).digest('hex').slice(0, 8)}`;
}

const signedInHosts = new WeakMap<Parts['tokens'], Map<string, number>>();

/** @returns the host names with a sign-in, and the expiry of its cookie, in seconds since the epoch */
function hostsOf({ tokens }: Parts): Map<string, number> {
  const known = signedInHosts.get(tokens) ?? new Map<string, number>();
  signedInHosts.set(tokens, known);
  return known;
}

/**
 * Explains in an answer to a browser without a sign-in why its cookie is missing, if that can be known. Only browsers
 * send `Sec-Fetch-Site`.
 */
export function remarkMissingCookie(
  platform: Parts,
  { headers }: IncomingMessage,
  response: ServerResponse,
): void {
  const site = headers['sec-fetch-site'];
  if (site === undefined || readSignIn(platform, headers.cookie) !== undefined) return;
  const name = hostName(headers.host) ?? '';
  const now = epochSeconds(platform.clock);
  const [other] = [...hostsOf(platform)].find(([host, until]) => host !== name && until > now) ?? [];
  if (site === 'cross-site' && headers['sec-fetch-dest'] !== 'document') {
    remark(
      response,
      'cookie',
      `a browser sends no sign-in of ${name} from a frame or script of another site (SameSite=Lax); sign in in a tab, or give the page a host name of the same site`,
    );
  } else if (other !== undefined) {
    remark(
      response,
      'cookie',
      `the sign-in is under '${other}', not under '${name}': browsers keep cookies by host name; use '${other}' everywhere`,
    );
  }
}

function signed(platform: Parts, content: SignIn, host: string | undefined): string {
  const payload = Buffer.from(JSON.stringify(content)).toString('base64url');
  const value = `${payload}.${sign(platform, payload).toString('base64url')}`;
  return cookie(platform, value, lifetimeSeconds, host);
}

function cookie(platform: Parts, value: string, maxAge: number, host = ''): string {
  const domain = sharedDomain.exec(host)?.[1];
  const scope = domain === undefined ? 'Path=/' : `Path=/; Domain=${domain}`;
  return `${signInCookie(platform)}=${value}; ${scope}; Max-Age=${maxAge}; HttpOnly; SameSite=Lax`;
}

function sign({ tokens }: Parts, payload: string): Buffer {
  return createHmac('sha256', tokens.signInKey).update(payload).digest();
}
