import type { RequestHandler } from 'express';
import { foreignHeader } from '../platform/own-pages.ts';

/**
 * Keeps web pages of other origins from steering the emulator, also under a foreign name pointed at 127.0.0.1 (DNS
 * rebinding). Clients that are no browsers pass, by whatever name they know the emulator.
 * @param base the emulator's base URL
 */
export function refuseForeignPages(base: string): RequestHandler {
  return ({ headers }, response, next) => {
    const { origin, 'sec-fetch-site': site } = headers;
    const foreign = origin === undefined && site === undefined ? undefined : foreignHeader(headers, base);
    if (foreign === undefined) {
      next();
      return;
    }
    const value = foreign === 'Host' ? headers.host : (origin ?? site);
    const message = 'the control API answers no web page of another origin; open it at ' + base;
    response.status(403).json({ errors: [{ path: foreign, value, message }] });
  };
}
