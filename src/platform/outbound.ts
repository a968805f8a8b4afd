import { randomBytes } from 'node:crypto';
import type { IncomingHttpHeaders, ServerResponse } from 'node:http';
import { setReason } from './http.ts';

/**
 * The emulator's requests to the servers of apps. Anyone may write a manifest's URLs, so a request follows no redirect,
 * which could lead it to another address, and never reaches the emulator itself, whose control API trusts programs of
 * this machine. Each request names its emulator in a `Via` header (RFC 9110 section 7.6.3), so that the emulator
 * recognizes its own requests under any name and through any proxy.
 */
export class Outbound {
  readonly #pseudonym = `jtl-emulator-outbound-${randomBytes(8).toString('hex')}`;

  /** Like the global `fetch`, but returns 3xx answers unchanged. */
  readonly fetch: typeof fetch = (input, init) => {
    const headers = new Headers(init?.headers);
    headers.set('Via', `1.1 ${this.#pseudonym}`);
    return fetch(input, { ...init, headers, redirect: 'manual' });
  };

  /**
   * Answers a request that this emulator sent itself with 508 (RFC 5842 section 7.2).
   * @returns false for a request of another client, which is not answered
   */
  refuseOwn({ via }: IncomingHttpHeaders, response: ServerResponse): boolean {
    if (via === undefined || !via.includes(this.#pseudonym)) return false;
    setReason(response, 'the emulator calls itself; name the URL of an app in its manifest');
    response.writeHead(508, { Connection: 'close' }).end();
    return true;
  }
}
