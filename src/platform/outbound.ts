import { randomBytes } from 'node:crypto';
import type { IncomingHttpHeaders, ServerResponse } from 'node:http';
import { setReason } from './http.ts';

/**
 * How one emulator calls the servers of apps. A manifest's URLs are input of anybody's: so a call follows no redirect,
 * which would lead it elsewhere, and never reaches the emulator itself, whose control API trusts programs of this machine.
 * Each call names its emulator in a `Via` header (RFC 9110 section 7.6.3), by which the emulator knows its own calls under
 * any name and through any proxy.
 */
export class Outbound {
  readonly #pseudonym = `jtl-emulator-outbound-${randomBytes(8).toString('hex')}`;

  /** As the global `fetch`; 3xx answers come back as they are. */
  readonly fetch: typeof fetch = (input, init) => {
    const headers = new Headers(init?.headers);
    headers.set('Via', `1.1 ${this.#pseudonym}`);
    return fetch(input, { ...init, headers, redirect: 'manual' });
  };

  /**
   * Answers a request that this emulator sent itself with 508 (RFC 5842 section 7.2).
   * @returns false: it is from somebody else, and not answered
   */
  refuseOwn({ via }: IncomingHttpHeaders, response: ServerResponse): boolean {
    if (via === undefined || !via.includes(this.#pseudonym)) return false;
    setReason(response, 'the emulator calls itself; name the URL of an app in its manifest');
    response.writeHead(508, { Connection: 'close' }).end();
    return true;
  }
}
