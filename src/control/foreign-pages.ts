import type { RequestHandler } from 'express';

const loopbackNames = new Set(['127.0.0.1', 'localhost', '[::1]']);

/**
 * Keeps web pages of other origins from steering the emulator: a browser names the page's origin (Fetch standard,
 * `Origin` and `Sec-Fetch-Site`). The page's host must be the requested one, and that one the emulator's own, so that
 * a foreign name pointed at 127.0.0.1 (DNS rebinding) does not help either. Clients that are no browsers pass.
 * @param base the emulator's base URL
 */
export function refuseForeignPages(base: string): RequestHandler {
  const own = new Set([...loopbackNames, new URL(base).hostname]);
  return (request, response, next) => {
    const { origin, host = '' } = request.headers;
    const site = request.headers['sec-fetch-site'];
    if (origin === undefined && site === undefined) {
      next();
      return;
    }
    const ownHost = own.has(host.replace(/:\d+$/, ''));
    const sameOrigin = origin === undefined || origin === `http://${host}` || origin === `https://${host}`;
    if (ownHost && sameOrigin && site !== 'cross-site') {
      next();
      return;
    }
    const message = 'the control API answers no web page of another origin; open it at ' + base;
    response.status(403).json({ errors: [{ path: 'Origin', value: origin ?? site, message }] });
  };
}
