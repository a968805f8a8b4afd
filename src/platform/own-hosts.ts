import type { RequestHandler } from 'express';
import { isIP } from 'node:net';
import { setReason } from './http.ts';
import { platformHost } from './platform-hosts.ts';

/** Names that public DNS does not assign: RFC 6761, RFC 6762, RFC 8375, and `.internal`, which ICANN reserves. */
const reservedSuffix = /\.(localhost|local|test|internal|home\.arpa)$/;

/** Docker's names inside a network are `<service>.<project>_<network>`; no public top-level domain has an underscore. */
const networkSuffix = /\.[^.]*_[^.]*$/;

/** The names of this emulator beside those that all emulators have. */
export interface OwnNames {
  urls: {
    /** The base URL: its name always counts as the emulator's own (`--public-url`). */
    base: string;
    /** `--public-url`, if given: a proxy that serves it may rewrite `Host`. */
    publicUrl?: string;
  };
  config: {
    /** `--allow-host`, as {@link hostName} writes it. */
    allowHosts: readonly string[];
  };
}

/**
 * @param host a Host header, with or without a port
 * @returns the name in it: lower case, IDNs in Punycode, no final dot; undefined if there is none
 */
export function hostName(host: string | undefined): string | undefined {
  if (host === undefined || !URL.canParse(`http://${host}`)) return undefined;
  return new URL(`http://${host}`).hostname.replace(/\.$/, '');
}

/**
 * Whether a Host header can be the emulator's own. Anyone may point a name of theirs at 127.0.0.1 (DNS rebinding), and
 * a page under that name has the same origin as the emulator's pages: browsers then send neither `Origin` nor
 * `Sec-Fetch-Site`. So only names that others cannot own count as the emulator's.
 * @param host with or without a port
 */
export function isOwnHost(host: string | undefined, { urls, config }: OwnNames): boolean {
  const name = hostName(host);
  if (name === undefined || name === '') return false;
  const isAddress = isIP(name.replace(/^\[|\]$/g, '')) !== 0;
  const singleLabel = !name.includes('.');
  return (
    isAddress ||
    singleLabel ||
    reservedSuffix.test(name) ||
    networkSuffix.test(name) ||
    platformHost(name) !== undefined ||
    name === hostName(new URL(urls.base).host) ||
    config.allowHosts.includes(name)
  );
}

/** @returns the message for a developer who uses a foreign name for the emulator, with both remedies */
export function foreignHostMessage(host: string | undefined, { urls }: OwnNames): string {
  const name = hostName(host);
  const allow = name === undefined ? '' : `; start it with --allow-host ${name}`;
  return `the emulator does not know itself by this name, which another site may own (DNS rebinding)${allow}, or open ${urls.base}`;
}

/**
 * Answers 403 to requests under a foreign name, for the emulator's own parts that need no token: control API, pages and
 * documents.
 */
export function ownHostsOnly(names: OwnNames): RequestHandler {
  return ({ headers: { host } }, response, next) => {
    if (isOwnHost(host, names)) {
      next();
      return;
    }
    const message = foreignHostMessage(host, names);
    setReason(response, message);
    response.status(403).json({ errors: [{ path: 'Host', value: host, message }] });
  };
}
