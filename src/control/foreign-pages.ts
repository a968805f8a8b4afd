import type { RequestHandler } from 'express';
import type { OwnNames } from '../platform/own-hosts.ts';
import { foreignHeader } from '../platform/own-pages.ts';

/** Keeps web pages of other origins from steering the emulator. Clients that are not browsers pass. */
export function refuseForeignPages(names: OwnNames): RequestHandler {
  return ({ headers }, response, next) => {
    const { origin, 'sec-fetch-site': site } = headers;
    if (foreignHeader(headers, names) === undefined) {
      next();
      return;
    }
    const message = `the control API answers no web page of another origin; open it at ${names.urls.base}`;
    response.status(403).json({ errors: [{ path: 'Origin', value: origin ?? site, message }] });
  };
}
