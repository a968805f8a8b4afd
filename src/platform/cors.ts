import type { IncomingMessage, ServerResponse } from 'node:http';
import { distance } from 'fastest-levenshtein';
import { factsOf } from './http.ts';
import type { Journal } from './journal.ts';
import type { Manifest, MenuItem } from './manifests/model.ts';
import { noticeFinding, remark } from './notices.ts';
import type { Registry } from './registry.ts';
import { pathOf, targetOf } from './request-path.ts';

const remembered = new WeakMap<Registry, { revision: number; origins: ReadonlySet<string> }>();

/** @returns the origins that registered manifests name, redirect URIs included (platform.md section 5) */
function allowedOrigins(registry: Registry): ReadonlySet<string> {
  const known = remembered.get(registry);
  if (known?.revision === registry.revision) return known.origins;
  const origins = new Set(registry.apps.flatMap((app) => manifestUrls(app.manifest)).flatMap(originOf));
  remembered.set(registry, { revision: registry.revision, origins });
  return origins;
}

/** How long after a preflight its request may arrive, in milliseconds. */
const patienceMs = 3_000;
/** Limit of preflights whose requests are awaited at the same time. */
const waitingAtMost = 100;

/** Browsers send these methods without a preflight (Fetch standard, CORS-safelisted methods). */
const safeMethods = new Set(['GET', 'HEAD', 'POST']);

/** Lets pages of apps read answers, and explains to developers the requests that the browser blocks. */
export class Cors {
  /** By origin, method and path: cancels the wait for a preflight's request. */
  readonly #waiting = new Map<string, () => void>();

  constructor(
    private readonly registry: Registry,
    private readonly journal: Journal,
  ) {}

  /**
   * Lets the pages of registered apps read the answer (Fetch standard, section 3.2). Answers preflights itself.
   * @param methods the endpoint's methods, such as `GET, POST`
   * @returns true if the request was a preflight and is answered
   */
  answer(request: IncomingMessage, response: ServerResponse, methods: string): boolean {
    const { origin } = request.headers;
    if (origin === undefined) return false;
    response.setHeader('Vary', 'Origin');
    const asked = preflightOf(request);
    const allowed = allowedOrigins(this.registry);
    if (allowed.has(origin)) this.#allow(origin, request, response, methods);
    else if (!isOwnOrigin(origin, request)) remark(response, 'origin', whyRefused(origin, allowed));
    if (asked === undefined) return false;
    response.writeHead(204).end();
    return true;
  }

  #allow(origin: string, request: IncomingMessage, response: ServerResponse, methods: string): void {
    response.setHeader('Access-Control-Allow-Origin', origin);
    response.setHeader('Access-Control-Expose-Headers', exposedHeaders);
    const asked = preflightOf(request);
    const path = targetOf(request);
    if (asked === undefined) {
      this.#waiting.get(keyOf(origin, request.method, path))?.();
      return;
    }
    response.setHeader('Access-Control-Allow-Methods', methods);
    response.setHeader(
      'Access-Control-Allow-Headers',
      request.headers['access-control-request-headers'] ?? '',
    );
    response.setHeader('Access-Control-Max-Age', '600');
    if (safeMethods.has(asked) || methods.split(', ').includes(asked))
      this.#await(origin, asked, path, response);
    else remark(response, 'preflight', `pages cannot send ${asked} to ${path}; it takes ${methods}`);
  }

  /** Browsers report only in their own console why they do not send a request after its preflight. */
  #await(origin: string, method: string, path: string, response: ServerResponse): void {
    const key = keyOf(origin, method, path);
    if (this.#waiting.has(key) || this.#waiting.size >= waitingAtMost) return;
    const { service = '' } = factsOf(response);
    const timer = setTimeout(() => {
      this.#waiting.delete(key);
      const reason = `a page of ${origin} was allowed to send ${method} ${path}, and its browser has not sent it within ${patienceMs / 1000} s; the browser's console says what stopped it, such as mixed content or access to the local network`;
      const findings = [noticeFinding('preflight', reason)];
      this.journal.record({ kind: 'http', service, method, path, reason, findings });
    }, patienceMs).unref();
    this.#waiting.set(key, () => {
      clearTimeout(timer);
      this.#waiting.delete(key);
    });
  }
}

const exposedHeaders =
  'WWW-Authenticate, Server-Timing, api-supported-versions, X-RateLimit-Limit, X-RateLimit-Interval-Length-Seconds, X-RateLimit-Remaining, traceparent, X-Emulator-Reason, X-Emulator-Assumption, X-Emulator-Ignored';

/** Explains a preflight for a path without CORS: no request will follow. */
export function remarkPreflight(request: IncomingMessage, response: ServerResponse): void {
  const asked = preflightOf(request);
  if (asked === undefined) return;
  remark(
    response,
    'preflight',
    `no page of another origin can send ${asked} to ${pathOf(request)}; call it from the app's server`,
  );
}

/** @returns the method that a preflight asks for; undefined for other requests */
function preflightOf({ method, headers }: IncomingMessage): string | undefined {
  const asked = headers['access-control-request-method'];
  return method === 'OPTIONS' && headers.origin !== undefined ? asked : undefined;
}

function keyOf(origin: string, method = '', path: string): string {
  return `${origin} ${method} ${path}`;
}

/** A page of the emulator itself needs no CORS. */
function isOwnOrigin(origin: string, { headers }: IncomingMessage): boolean {
  return URL.canParse(origin) && new URL(origin).host === headers.host;
}

/** @returns why the page cannot read the answer; browsers only say that a header is missing */
function whyRefused(origin: string, allowed: ReadonlySet<string>): string {
  const nearest = nearestOrigin(origin, [...allowed]);
  const shown = `the origin '${origin}' is not one that a registered manifest names, so its pages cannot read this answer`;
  if (nearest === undefined) return `${shown}; register the app that has pages there`;
  return `${shown}; the nearest that one names is '${nearest}': open the page there, or register its app with --app MANIFEST=${origin}`;
}

function nearestOrigin(origin: string, allowed: readonly string[]): string | undefined {
  const loopbackOf = (one: string) => one.replace(/\/\/(localhost|\[::1\])(?=:|$)/, '//127.0.0.1');
  // The same address under another name is nearer than any other spelling.
  const ranked = allowed.map((one) => [distance(loopbackOf(origin), loopbackOf(one)), one] as const);
  return ranked.sort(([a], [b]) => a - b)[0]?.[1];
}

function manifestUrls({ lifecycle, launcher, erp, publicClient }: Manifest): (string | undefined)[] {
  return [
    lifecycle.setupUrl,
    lifecycle.connectUrl,
    lifecycle.disconnectUrl,
    launcher?.redirectUrl,
    launcher?.closedPreviewUrl,
    erp.headlessUrl,
    ...menuUrls(erp.menuItems),
    ...erp.panes.map((pane) => pane.url),
    ...(publicClient?.redirectUris ?? []),
    ...(publicClient?.postLogoutRedirectUris ?? []),
  ];
}

function menuUrls(items: readonly MenuItem[]): (string | undefined)[] {
  return items.flatMap((item) => [item.url, ...menuUrls(item.children)]);
}

/** Custom schemes of native apps have the opaque origin `null`, which would allow every sandboxed page. */
function originOf(url: string | undefined): string[] {
  if (url === undefined || !URL.canParse(url)) return [];
  const { origin } = new URL(url);
  return origin === 'null' ? [] : [origin];
}
