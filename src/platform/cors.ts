import type { IncomingMessage, ServerResponse } from 'node:http';
import { distance } from 'fastest-levenshtein';
import { setReason } from './http.ts';
import type { Manifest, MenuItem } from './manifests/model.ts';
import type { Registry } from './registry.ts';

const remembered = new WeakMap<Registry, { revision: number; origins: ReadonlySet<string> }>();

/** @returns the origins that any registered manifest names, redirect URIs included (platform.md section 5) */
function allowedOrigins(registry: Registry): ReadonlySet<string> {
  const known = remembered.get(registry);
  if (known?.revision === registry.revision) return known.origins;
  const origins = new Set(registry.apps.flatMap((app) => manifestUrls(app.manifest)).flatMap(originOf));
  remembered.set(registry, { revision: registry.revision, origins });
  return origins;
}

/**
 * Lets the pages of registered apps read the answer (Fetch standard, section 3.2). A preflight is answered here.
 * @param methods what the endpoint takes, such as `GET, POST`
 * @returns true if the request was a preflight and is done
 */
export function answerCors(
  request: IncomingMessage,
  response: ServerResponse,
  registry: Registry,
  methods: string,
): boolean {
  const origin = request.headers.origin;
  if (origin === undefined) return false;
  response.setHeader('Vary', 'Origin');
  const preflight =
    request.method === 'OPTIONS' && request.headers['access-control-request-method'] !== undefined;
  const allowed = allowedOrigins(registry);
  if (!allowed.has(origin) && !isOwnOrigin(origin, request)) setReason(response, whyRefused(origin, allowed));
  if (allowed.has(origin)) {
    response.setHeader('Access-Control-Allow-Origin', origin);
    response.setHeader(
      'Access-Control-Expose-Headers',
      'WWW-Authenticate, Server-Timing, api-supported-versions, X-RateLimit-Limit, X-RateLimit-Interval-Length-Seconds, X-RateLimit-Remaining, traceparent, X-Emulator-Reason, X-Emulator-Assumption, X-Emulator-Ignored',
    );
    if (preflight) {
      response.setHeader('Access-Control-Allow-Methods', methods);
      response.setHeader(
        'Access-Control-Allow-Headers',
        request.headers['access-control-request-headers'] ?? '',
      );
      response.setHeader('Access-Control-Max-Age', '600');
    }
  }
  if (preflight) response.writeHead(204).end();
  return preflight;
}

/** A page of the emulator itself needs no CORS. */
function isOwnOrigin(origin: string, { headers }: IncomingMessage): boolean {
  return URL.canParse(origin) && new URL(origin).host === headers.host;
}

/** @returns why the page that asks will not see the answer: browsers only say that a header is missing */
function whyRefused(origin: string, allowed: ReadonlySet<string>): string {
  const nearest = nearestOrigin(origin, [...allowed]);
  const shown = `the origin '${origin}' is not one that a registered manifest names, so its pages cannot read this answer`;
  if (nearest === undefined) return `${shown}; register the app that has pages there`;
  return `${shown}; the nearest that one names is '${nearest}': open the page there, or register its app with --app MANIFEST=${origin}`;
}

function nearestOrigin(origin: string, allowed: readonly string[]): string | undefined {
  const loopbackOf = (one: string) => one.replace(/\/\/(localhost|\[::1\])(?=:|$)/, '//127.0.0.1');
  // The same place under another name is nearer than any other spelling.
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

/** Custom schemes of native apps have the opaque origin `null`, which would let every sandboxed page in. */
function originOf(url: string | undefined): string[] {
  if (url === undefined || !URL.canParse(url)) return [];
  const { origin } = new URL(url);
  return origin === 'null' ? [] : [origin];
}
