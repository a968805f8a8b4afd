import type { IncomingHttpHeaders, ServerResponse } from 'node:http';
import { remark } from './notices.ts';
import { isOwnHost } from './own-hosts.ts';
import type { OwnNames } from './own-hosts.ts';

/**
 * The header of a request which shows that it does not come from a page of the emulator itself. Browsers name the
 * page's site and origin (Fetch standard, `Sec-Fetch-Site` and `Origin`). Cookies ignore ports, so an app's page at
 * another port of this host is "same site", but another origin, and must not pass. A page under a name that anyone may
 * own must not pass either.
 * @returns undefined if it comes from such a page, or not from a browser
 */
export function foreignHeader(headers: IncomingHttpHeaders, names: OwnNames): 'Origin' | 'Host' | undefined {
  const { origin, host } = headers;
  const site = headers['sec-fetch-site'];
  // Hosts are compared without schemes, because a proxy that terminates TLS need not say so.
  const sameOrigin = origin === undefined || isOwnPage(origin, host, names);
  const sameSite = site === undefined || site === 'same-origin' || site === 'none';
  if (!sameOrigin || !sameSite) return 'Origin';
  return isOwnHost(host, names) ? undefined : 'Host';
}

/** The `Sec-Fetch-Dest` of a page inside a page (Fetch standard, destinations). */
const framed = new Set(['iframe', 'frame', 'embed', 'object']);

/** Explains the empty frame of one of the emulator's own pages, none of which may be framed. */
export function remarkFrame(response: ServerResponse): void {
  const { headers, url = '/' } = response.req;
  if (!framed.has(String(headers['sec-fetch-dest']))) return;
  const [path = '/'] = url.split('?', 1);
  const by = headers.referer === undefined ? '' : ` by ${headers.referer}`;
  remark(
    response,
    'frame',
    `the browser does not show ${path} in the frame it was loaded into${by}: no page frames those of the platform (frame-ancestors 'none'); open it in a tab or a window`,
  );
}

/** A proxy may rewrite `Host`; then `--public-url` identifies the pages, because any page can send `X-Forwarded-Host`. */
function isOwnPage(origin: string, host: string | undefined, { urls: { publicUrl } }: OwnNames): boolean {
  if (!URL.canParse(origin)) return false;
  return new URL(origin).host === host || (publicUrl !== undefined && new URL(publicUrl).origin === origin);
}
