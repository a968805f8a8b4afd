import type { RequestHandler } from 'express';
import { noticeFinding } from '../platform/notices.ts';
import { foreignHeader } from '../platform/own-pages.ts';
import type { Platform } from '../platform/platform.ts';
import { setReason } from '../platform/http.ts';

/** Keeps web pages of other origins from controlling the emulator. Clients other than browsers pass. */
export function refuseForeignPages(platform: Pick<Platform, 'urls' | 'config' | 'journal'>): RequestHandler {
  return ({ headers, method, originalUrl }, response, next) => {
    const { origin, 'sec-fetch-site': site } = headers;
    if (foreignHeader(headers, platform) === undefined) {
      next();
      return;
    }
    const message = `the control API answers no web page of another origin; open it at ${platform.urls.base}`;
    setReason(response, message);
    platform.journal.record({
      kind: 'http',
      service: 'control',
      method,
      path: originalUrl,
      status: 403,
      reason: message,
      findings: [noticeFinding('origin', `${message}, not from ${origin ?? 'a page that names no origin'}`)],
    });
    response.status(403).json({ errors: [{ path: 'Origin', value: origin ?? site, message }] });
  };
}
