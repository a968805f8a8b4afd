import type { IncomingHttpHeaders } from 'node:http';
import { isIP } from 'node:net';

/** Names that no public DNS gives out (RFC 6761, RFC 8375, ICANN's `.internal`), and the platform's own. */
const safeSuffix = /\.(localhost|local|test|internal|home\.arpa|jtl-cloud\.com)$/;

/**
 * Whether a Host header can be the emulator's own. Anybody may point a name of his at 127.0.0.1 (DNS rebinding), and a
 * page under that name would be "same origin" with ours: so cookies are given and heeded only under names that nobody
 * else can own.
 * @param host with or without a port
 * @param base the emulator's base URL, whose name is its own whatever it is (`--public-url`)
 */
export function isOwnHost(host: string | undefined, base: string): boolean {
  if (host === undefined || !URL.canParse(`http://${host}`)) return false;
  const { hostname } = new URL(`http://${host}`);
  const address = isIP(hostname.replace(/^\[|\]$/g, '')) !== 0;
  const singleLabel = !hostname.includes('.');
  return address || singleLabel || safeSuffix.test(hostname) || hostname === new URL(base).hostname;
}

/**
 * Which header of a request shows that it does not come from a page of the emulator itself. Browsers name the page's site
 * and origin (Fetch standard, `Sec-Fetch-Site` and `Origin`). Cookies ignore ports, so an app's page at another port of
 * this host is "same site", but another origin, and must not pass; nor must one under a name that anybody may own.
 * @param base the emulator's base URL
 * @returns undefined: it comes from one, or from no browser
 */
export function foreignHeader(headers: IncomingHttpHeaders, base: string): 'Origin' | 'Host' | undefined {
  const { origin, host } = headers;
  const site = headers['sec-fetch-site'];
  // Hosts are compared, not schemes: a proxy that ends TLS need not say so.
  const sameOrigin = origin === undefined || (URL.canParse(origin) && new URL(origin).host === host);
  const sameSite = site === undefined || site === 'same-origin' || site === 'none';
  if (!sameOrigin || !sameSite) return 'Origin';
  return isOwnHost(host, base) ? undefined : 'Host';
}
