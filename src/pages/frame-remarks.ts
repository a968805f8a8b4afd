import { isIP } from 'node:net';
import type { NoticeRule } from '../platform/notices.ts';

/** A restriction that an app's own answer puts on its frame. */
export interface FrameRemark {
  rule: Extract<NoticeRule, 'frame' | 'cookie'>;
  message: string;
}

/**
 * Reads from an answer of an app's server what the browser does to the page in a frame, and says nowhere but in its own
 * console.
 * @param headers of the answer
 * @param url of the app's page
 * @param host origin of the page that has the frame
 */
export function frameRemarks(headers: Headers, url: string, host: string): FrameRemark[] {
  const { origin } = new URL(url);
  const refusal = frameRefusal(headers, origin, host);
  const lost = isSameSite(origin, host)
    ? []
    : headers.getSetCookie().filter((cookie) => !isForAnySite(cookie));
  const names = lost.map((cookie) => `'${cookie.split('=', 1)[0]?.trim() ?? ''}'`);
  const cookies: FrameRemark = {
    rule: 'cookie',
    message: `the browser drops cookies of ${origin} in frames of ${host}, which is another site: ${names.join(', ')}; open the emulator under the app's host name, or set SameSite=None; Secure`,
  };
  return [...(refusal === undefined ? [] : [refusal]), ...(names.length === 0 ? [] : [cookies])];
}

/** `frame-ancestors` stands above X-Frame-Options (Content Security Policy level 3, section 6.4.2). */
function frameRefusal(headers: Headers, origin: string, host: string): FrameRemark | undefined {
  const lists = ancestorLists(headers.get('content-security-policy') ?? '');
  const option = (headers.get('x-frame-options') ?? '').trim();
  const ancestors = lists.find((list) => !list.some((source) => allows(source, origin, host)));
  const byOption =
    lists.length === 0 && (/^deny$/i.test(option) || (/^sameorigin$/i.test(option) && origin !== host));
  if (ancestors === undefined && !byOption) return undefined;
  const sent =
    ancestors === undefined
      ? `X-Frame-Options: ${option}`
      : `Content-Security-Policy: frame-ancestors ${ancestors.join(' ')}`;
  return {
    rule: 'frame',
    message: `${origin} forbids its frame in ${host} by '${sent}'; the app's pages have to send Content-Security-Policy: frame-ancestors ${host}`,
  };
}

/** @returns the sources of each policy that has `frame-ancestors`; all of them have to allow a frame */
function ancestorLists(policies: string): string[][] {
  return policies.split(',').flatMap((policy) => {
    const directives = policy.split(';').map((directive) => directive.trim().split(/\s+/));
    const found = directives.find(([name = '']) => name.toLowerCase() === 'frame-ancestors');
    return found === undefined ? [] : [found.slice(1)];
  });
}

const hostSource = /^(?:([a-z][a-z0-9+.-]*):\/\/)?(\*|(?:\*\.)?[^/:*]+|\[[^\]]+\])(?::(\d+|\*))?(?:\/.*)?$/i;

/** Whether a source of `frame-ancestors` stands for an origin (CSP level 3, section 6.7.2.8, without paths). */
function allows(source: string, own: string, host: string): boolean {
  const { protocol, hostname, port } = new URL(host);
  if (/^'self'$/i.test(source)) return own === host;
  if (source === '*') return true;
  if (/^[a-z][a-z0-9+.-]*:$/i.test(source)) return source.toLowerCase() === protocol;
  const [, scheme = protocol.slice(0, -1), name = '', wantedPort] = hostSource.exec(source) ?? [];
  const sameScheme = `${scheme.toLowerCase()}:` === protocol || (scheme === 'http' && protocol === 'https:');
  const sameName =
    name === '*' ||
    name.toLowerCase() === hostname ||
    (name.startsWith('*.') && hostname.endsWith(name.slice(1).toLowerCase()));
  const samePort = wantedPort === '*' || (wantedPort ?? '') === port || isUsual(wantedPort, port, protocol);
  return sameScheme && sameName && samePort;
}

function isUsual(wanted: string | undefined, port: string, protocol: string): boolean {
  return port === '' && wanted === (protocol === 'https:' ? '443' : '80');
}

/** Without a list of public suffixes, names count as one site by their last two labels. */
function isSameSite(one: string, other: string): boolean {
  const [a, b] = [new URL(one), new URL(other)];
  return a.protocol === b.protocol && siteOf(a.hostname) === siteOf(b.hostname);
}

function siteOf(hostname: string): string {
  const isAddress = hostname.startsWith('[') || isIP(hostname) !== 0;
  return isAddress ? hostname : hostname.split('.').slice(-2).join('.');
}

/** Browsers take a cookie that names no SameSite for `Lax`, and refuse `None` without `Secure`. */
function isForAnySite(cookie: string): boolean {
  const attributes = cookie.split(';').map((part) => part.trim().toLowerCase());
  return attributes.includes('samesite=none') && attributes.includes('secure');
}
