import type { IncomingHttpHeaders } from 'node:http';
import { isOwnHost } from './own-hosts.ts';
import type { OwnNames } from './own-hosts.ts';

/**
 * Which header of a request shows that it does not come from a page of the emulator itself. Browsers name the page's site
 * and origin (Fetch standard, `Sec-Fetch-Site` and `Origin`). Cookies ignore ports, so an app's page at another port of
 * this host is "same site", but another origin, and must not pass; nor must one under a name that anybody may own.
 * @returns undefined: it comes from one, or from no browser
 */
export function foreignHeader(headers: IncomingHttpHeaders, names: OwnNames): 'Origin' | 'Host' | undefined {
  const { origin, host } = headers;
  const site = headers['sec-fetch-site'];
  // Hosts are compared, not schemes: a proxy that ends TLS need not say so.
  const sameOrigin = origin === undefined || isOwnPage(origin, host, names);
  const sameSite = site === undefined || site === 'same-origin' || site === 'none';
  if (!sameOrigin || !sameSite) return 'Origin';
  return isOwnHost(host, names) ? undefined : 'Host';
}

/** A proxy may rewrite `Host`; then pages are known by `--public-url`, for any page can send `X-Forwarded-Host`. */
function isOwnPage(origin: string, host: string | undefined, { urls: { publicUrl } }: OwnNames): boolean {
  if (!URL.canParse(origin)) return false;
  return new URL(origin).host === host || (publicUrl !== undefined && new URL(publicUrl).origin === origin);
}
