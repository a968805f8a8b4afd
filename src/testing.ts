import type { BridgeChannel, FrameWindow } from './bridge/host.ts';
import { randomId } from './bridge/ids.ts';
import { TestHost } from './bridge/test-host.ts';
import type { TestHostSettings, TestHostSources } from './bridge/test-host.ts';

export { TestHostClosed } from './bridge/test-host.ts';
export type { AppBridge } from './bridge/client.ts';
export type { RecordedCall, RecordedEvent, TestHost } from './bridge/test-host.ts';

/** The part of an emulator that gives a test host real tokens. */
export interface TokenSource {
  tokens: {
    session(request?: { userId?: string; tenantId?: string }): Promise<string>;
    app(request?: { userId?: string; tenantId?: string; appId?: string }): Promise<string>;
  };
}

/** Options of {@link createTestHost}. */
export interface TestHostOptions extends Partial<TestHostSettings> {
  /** Ids in the tokens; default: the fixtures' anna in bergmann-outdoor, app hello-world. */
  user?: string;
  tenant?: string;
  app?: string;
  /** With an emulator the tokens are real; without one they are fixed and no service accepts them. */
  emulator?: TokenSource;
  /** The answer of `getCurrentTime`; default the machine's time. */
  now?: () => Date;
}

const fixtures = {
  user: '550e8400-e29b-41d4-a716-446655440000',
  tenant: '7c9e6679-7425-40de-944b-e07fc1f90ae7',
  app: '11111111-1111-4111-8111-111111111111',
};

/**
 * Gives the app under test a host: `createAppBridge()`, ours or the vendor's, connects to it. Works in Node, jsdom and
 * browsers. Where there is no `window`, it adds one that can only listen, until `close()`.
 */
export function createTestHost(options: TestHostOptions = {}): TestHost {
  const { target, remove } = listeningWindow();
  return new TestHost({ ...options, surface: options.surface ?? 'erp' }, sources(options), {
    window: windowMessages(target),
    openChannel,
    schedule(delayMs, run) {
      const timer = setTimeout(run, delayMs);
      return () => clearTimeout(timer);
    },
    newId: randomId,
    close: remove,
  });
}

/**
 * A Vitest fixture: `const test = baseTest.extend({ host: testHost({ surface: 'setup' }) })`. Each test gets a host
 * of its own, closed after it.
 */
export function testHost(
  options: TestHostOptions = {},
): (context: object, use: (host: TestHost) => Promise<void>) => Promise<void> {
  // eslint-disable-next-line no-empty-pattern -- Vitest insists on a destructured first argument
  return async ({}, use) => {
    const host = createTestHost(options);
    try {
      await use(host);
    } finally {
      host.close();
    }
  };
}

/** The page of the emulator to open, as in its deep links. */
export interface Surface {
  page?: 'shell' | 'hub';
  tenant?: string;
  user?: string;
  app?: string;
  /** A menu item's id, or `customers`, `salesorders`, `items`, `setup`. */
  view?: string;
  /** v2 key of the record to select. */
  id?: string;
  step?: 'setup';
}

/** The part of Playwright's page that the helpers need. */
interface BrowserPage<Frame> {
  goto(url: string): Promise<unknown>;
  frameLocator(selector: string): Frame;
}

/** @returns the deep link that opens a surface without a click */
export function surfaceUrl(emulatorUrl: string, { page = 'shell', ...query }: Surface = {}): string {
  const url = new URL(`/${page}/`, emulatorUrl);
  for (const [key, value] of Object.entries(query)) url.searchParams.set(key, value);
  return url.href;
}

/**
 * Opens a surface in Playwright.
 * @returns a locator for the app's frame in it
 */
export async function openSurface<Frame>(
  page: BrowserPage<Frame>,
  emulatorUrl: string,
  surface: Surface & { app: string },
): Promise<Frame> {
  await page.goto(surfaceUrl(emulatorUrl, surface));
  return appFrame(page, surface.app);
}

/** @returns a locator for the frame of an app (by slug), of one kind of surface if given */
export function appFrame<Frame>(
  page: Pick<BrowserPage<Frame>, 'frameLocator'>,
  app: string,
  kind?: TestHostSettings['surface'],
): Frame {
  const surface = kind === undefined ? ':not([data-surface="headless"])' : `[data-surface="${kind}"]`;
  return page.frameLocator(`iframe[data-app="${app}"]${surface}`);
}

function sources({ emulator, user, tenant, app, now }: TestHostOptions): TestHostSources {
  const userId = user ?? fixtures.user;
  const tenantId = tenant ?? fixtures.tenant;
  const appId = app ?? fixtures.app;
  return {
    sessionToken: async () =>
      emulator?.tokens.session({ userId, tenantId }) ??
      fixedToken('EdDSA', { userId, tenantId, kid: 'test-host', exp: farFuture }),
    appToken: async () =>
      emulator?.tokens.app({ userId, tenantId, appId }) ??
      fixedToken('RS256', {
        iss: 'https://test-host.invalid',
        aud: [appId],
        sub: userId,
        iat: 0,
        exp: farFuture,
        'urn:jtl:tenant_id': tenantId,
        'urn:jtl:app_id': appId,
      }),
    now: now ?? (() => new Date()),
  };
}

/** 2100-01-01, in seconds. */
const farFuture = 4_102_444_800;

/** A JWT that decodes and that no key verifies; the signature is a text that says so. */
function fixedToken(alg: string, claims: object): string {
  const segment = (value: unknown) =>
    btoa(typeof value === 'string' ? value : JSON.stringify(value))
      .replaceAll('+', '-')
      .replaceAll('/', '_')
      .replaceAll('=', '');
  return [{ alg, typ: 'JWT', kid: 'test-host' }, claims, 'not a signature: made by createTestHost']
    .map(segment)
    .join('.');
}

function openChannel(): BridgeChannel {
  const { port1, port2 } = new (channelType())();
  return { own: port1, transferred: port2 };
}

/** Jest's jsdom hides Node's channels. No import may name Node's module, because browsers load this file too. */
function channelType(): typeof MessageChannel {
  const { MessageChannel: own, process } = globalThis as {
    MessageChannel?: typeof MessageChannel;
    process?: { getBuiltinModule?(id: string): { MessageChannel: typeof MessageChannel } };
  };
  const found = own ?? process?.getBuiltinModule?.('node:worker_threads').MessageChannel;
  if (!found) throw new Error('createTestHost needs MessageChannel, which neither this scope nor Node has');
  return found;
}

function listeningWindow(): { target: EventTarget; remove: () => void } {
  const scope = globalThis as { window?: EventTarget };
  if (scope.window !== undefined) return { target: scope.window, remove: () => undefined };
  const target = new EventTarget();
  scope.window = target;
  return { target, remove: () => scope.window === target && delete scope.window };
}

/** Delivers like `postMessage`, later and with the ports. Uses a plain Event, because jsdom has no MessagePort. */
function windowMessages(target: EventTarget): FrameWindow {
  const EventOfWindow = (target as { Event?: typeof Event }).Event ?? Event;
  return {
    postMessage(data, origin, ports) {
      queueMicrotask(() =>
        target.dispatchEvent(Object.assign(new EventOfWindow('message'), { data, origin, ports })),
      );
    },
  };
}
