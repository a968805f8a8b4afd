import { describe, expect, it } from 'vitest';
import { startEmulator } from '../../src/index.ts';
import { parseManifest } from '../../src/platform/manifests/parse.ts';
import { InvalidInput } from '../../src/platform/problems.ts';
import type { Problem } from '../../src/platform/problems.ts';
import { slugOf } from '../../src/platform/slug.ts';

const rules = {
  knownScopes: new Set(['items.read', 'items.write', 'salesorders.read']),
  ownOrigins: ['http://127.0.0.1:5850', 'http://localhost:5850'],
};

function generation1(): Record<string, unknown> {
  return {
    manifestVersion: '1.0.0',
    version: '1.2.0',
    name: { short: 'Hello', full: 'Hello World' },
    description: { short: 'Says hello', full: 'Says hello to the world' },
    defaultLocale: 'de-DE',
    locales: { 'de-DE': {}, en: {} },
    icon: { light: 'https://app.example/light.png', dark: 'https://app.example/dark.png' },
    legal: { privacyUrl: 'https://app.example/privacy?lang=__ACTIVE_LOCALE__' },
    lifecycle: { setupUrl: 'https://app.example/setup', connectUrl: 'https://app.example/connect' },
    capabilities: {
      hub: { appLauncher: { redirectUrl: 'https://app.example/start' } },
      erp: {
        headless: { url: 'https://app.example/headless' },
        menuItems: [
          {
            id: 'reports',
            name: 'Reports',
            children: [{ id: 'daily', name: 'Daily', url: 'https://app.example/daily' }],
          },
        ],
        pane: [
          { url: 'https://app.example/pane', title: 'Notes', context: 'customers', matchChildContext: true },
        ],
        api: { scopes: ['items.read', 'items.read'] },
      },
    },
  };
}

function generation2(): Record<string, unknown> {
  return {
    technicalName: 'hello-standalone',
    version: '1.0.0',
    lifecycle: { configurationUrl: 'https://app.example/configure' },
    capabilities: {
      hub: { appLauncher: { redirectUrl: 'https://app.example/' } },
      erp: {
        pane: [
          {
            title: 'Stock',
            url: 'https://app.example/stock',
            context: 'items',
            requiredScopes: ['items.read'],
          },
        ],
        api: { scopes: ['salesorders.read'] },
        webhooks: {
          apiVersion: '1',
          subscriptions: [
            {
              topics: ['com.jtl.erp.workflow.v1.item.changed'],
              endpoint: { url: 'https://app.example/hook' },
            },
          ],
        },
      },
    },
    authentication: { publicClient: { redirectUris: ['https://app.example/callback'] } },
  };
}

function problemsOf(input: unknown): readonly Problem[] {
  try {
    parseManifest(input, rules);
  } catch (error) {
    if (error instanceof InvalidInput) return error.problems;
    throw error;
  }
  return [];
}

/** A copy with the value at a path such as `capabilities.erp.pane.0.context` replaced, or removed if undefined. */
function changed(manifest: Record<string, unknown>, path: string, value: unknown): Record<string, unknown> {
  const copy = structuredClone(manifest);
  const keys = path.split('.');
  const last = keys.pop()!;
  let target = copy as Record<string, unknown>;
  for (const key of keys) target = (target[key] ??= {}) as Record<string, unknown>;
  if (value === undefined) Reflect.deleteProperty(target, last);
  else target[last] = value;
  return copy;
}

describe('a valid manifest', () => {
  it('of generation 1 is read whole', () => {
    const { manifest, warnings } = parseManifest(generation1(), rules);
    expect(warnings).toEqual([]);
    expect(manifest).toEqual({
      generation: 1,
      identifier: 'Hello',
      name: 'Hello',
      displayName: 'Hello World',
      version: '1.2.0',
      icon: 'https://app.example/light.png',
      lifecycle: { setupUrl: 'https://app.example/setup', connectUrl: 'https://app.example/connect' },
      launcher: { redirectUrl: 'https://app.example/start' },
      erp: {
        headlessUrl: 'https://app.example/headless',
        menuItems: [
          {
            id: 'reports',
            name: 'Reports',
            children: [{ id: 'daily', name: 'Daily', url: 'https://app.example/daily', children: [] }],
          },
        ],
        panes: [
          {
            id: 'pane-1',
            title: 'Notes',
            url: 'https://app.example/pane',
            context: 'customers',
            matchChildContext: true,
            requiredScopes: [],
          },
        ],
        scopes: ['items.read'],
        webhooks: [],
      },
      source: generation1(),
    });
  });

  it('of generation 2 is read whole', () => {
    const { manifest } = parseManifest(generation2(), rules);
    expect(manifest).toMatchObject({
      generation: 2,
      name: 'hello-standalone',
      lifecycle: { setupUrl: 'https://app.example/configure' },
      publicClient: { redirectUris: ['https://app.example/callback'], postLogoutRedirectUris: [] },
    });
    expect(manifest.erp.panes[0]?.requiredScopes).toEqual(['items.read']);
    expect(manifest.erp.webhooks).toEqual([
      { topics: ['com.jtl.erp.workflow.v1.item.changed'], url: 'https://app.example/hook' },
    ]);
  });

  it.each([
    ['a text', { name: 'Schön' }],
    ['a pair', { name: { short: 'Schön', full: 'Sehr schön' } }],
    ['texts by locale', { title: { en: 'Nice', 'de-DE': 'Schön' } }],
    ['a name under a locale', { locales: { en: { name: 'Nice' }, 'de-DE': { name: 'Schön' } } }],
  ])('wrapped with a listing takes its name from there when it is %s', (_, listing) => {
    const { manifest } = parseManifest({ manifest: generation2(), listing }, rules);
    expect(manifest.name).toBe('Schön');
  });

  it('wrapped in generation 1 keeps its own name and the source as handed in', () => {
    const input = { manifest: generation1(), listing: { name: 'Other' } };
    const { manifest } = parseManifest(input, rules);
    expect(manifest.name).toBe('Hello');
    expect(manifest.source).toEqual(input);
  });

  it('earns a warning for every URL that works locally but not in production', () => {
    const local = changed(generation1(), 'lifecycle.setupUrl', 'http://localhost:3004/setup');
    const { warnings } = parseManifest(
      changed(local, 'lifecycle.connectUrl', 'http://app.example/connect'),
      rules,
    );
    expect(warnings.map(({ path, value }) => [path, value])).toEqual([
      ['$.lifecycle.setupUrl', 'http://localhost:3004/setup'],
      ['$.lifecycle.connectUrl', 'http://app.example/connect'],
    ]);
  });
});

describe('a refused manifest', () => {
  const pane = 'capabilities.erp.pane.0';
  it.each<[string, unknown, string]>([
    ['manifestVersion', 1, '$.manifestVersion'],
    ['version', undefined, '$.version'],
    ['name.short', undefined, '$.name.short'],
    ['defaultLocale', 'fr', '$.defaultLocale'],
    ['icon.light', 'javascript:alert(1)', '$.icon.light'],
    ['legal.privacyUrl', 'privacy.html', '$.legal.privacyUrl'],
    ['lifecycle.setupUrl', 'http://127.0.0.1:5850/setup', '$.lifecycle.setupUrl'],
    ['lifecycle.setupUrl', 'http://LOCALHOST:5850/setup', '$.lifecycle.setupUrl'],
    ['capabilities.erp.headless.url', 'http://localhost:5850/x', '$.capabilities.erp.headless.url'],
    ['capabilities.hub.appLauncher.redirectUrl', undefined, '$.capabilities.hub.appLauncher.redirectUrl'],
    ['capabilities.hub.appLauncher.redirectUrl', 'ftp://x', '$.capabilities.hub.appLauncher.redirectUrl'],
    ['capabilities.erp.menuItems', {}, '$.capabilities.erp.menuItems'],
    ['capabilities.erp.menuItems.0.children', [], '$.capabilities.erp.menuItems[0].url'],
    [
      'capabilities.erp.menuItems.0.children.0.id',
      'reports',
      '$.capabilities.erp.menuItems[0].children[0].id',
    ],
    ['capabilities.erp.menuItems.0.children.0.name', '', '$.capabilities.erp.menuItems[0].children[0].name'],
    [`${pane}.context`, 'vendors', '$.capabilities.erp.pane[0].context'],
    [`${pane}.url`, undefined, '$.capabilities.erp.pane[0].url'],
    [`${pane}.matchChildContext`, 'yes', '$.capabilities.erp.pane[0].matchChildContext'],
    ['capabilities.erp.api.scopes', ['items.reed'], '$.capabilities.erp.api.scopes[0]'],
    ['capabilities.erp.api.scopes', 'items.read', '$.capabilities.erp.api.scopes'],
  ])('names %s = %j of generation 1', (path, value, expected) => {
    const problems = problemsOf(changed(generation1(), path, value));
    expect(problems.map((problem) => problem.path)).toEqual([expected]);
  });

  it.each<[string, unknown, string]>([
    ['technicalName', 'x'.repeat(101), '$.technicalName'],
    ['version', '1.0.0-beta', '$.version'],
    ['requirements', { minCloudApiVersion: 'newest' }, '$.requirements.minCloudApiVersion'],
    ['requirements', { minCloudApiVersion: 2.3 }, '$.requirements.minCloudApiVersion'],
    ['lifecycle.configurationUrl', 'mailto:a@b.example', '$.lifecycle.configurationUrl'],
    [
      'capabilities.erp.webhooks.subscriptions.0.topics',
      ['item.changed'],
      '$.capabilities.erp.webhooks.subscriptions[0].topics[0]',
    ],
    [
      'capabilities.erp.webhooks.subscriptions.0.endpoint',
      undefined,
      '$.capabilities.erp.webhooks.subscriptions[0].endpoint.url',
    ],
    ['authentication.publicClient.redirectUris', [], '$.authentication.publicClient.redirectUris'],
    [
      'authentication.publicClient.redirectUris',
      ['https://app.example/callback#top'],
      '$.authentication.publicClient.redirectUris[0]',
    ],
  ])('names %s = %j of generation 2', (path, value, expected) => {
    const problems = problemsOf(changed(generation2(), path, value));
    expect(problems.map((problem) => problem.path)).toEqual([expected]);
  });

  it('names all its problems at once, with value and rule, under the wrapper if there is one', () => {
    const twice = changed(
      changed(generation1(), 'lifecycle.setupUrl', 'setup'),
      'capabilities.erp.pane.0.context',
      'x',
    );
    expect(problemsOf({ manifest: twice, listing: {} })).toEqual([
      {
        path: '$.manifest.lifecycle.setupUrl',
        value: 'setup',
        message: 'must be an absolute http:// or https:// URL',
      },
      {
        path: '$.manifest.capabilities.erp.pane[0].context',
        value: 'x',
        message: 'must be one of customers, salesorders, items',
      },
    ]);
  });

  it('suggests scopes of the same resource', () => {
    const problems = problemsOf(changed(generation1(), 'capabilities.erp.api.scopes', ['items.delete']));
    expect(problems[0]?.message).toContain('items.read, items.write');
  });

  it.each([[null], ['text'], [[]], [{}], [{ title: 'only a listing' }]])('may not be %j', (input) => {
    expect(problemsOf(input)[0]?.path).toBe('$');
  });
});

it('members that are null count as absent', () => {
  const given = changed(changed(generation1(), 'icon', null), 'capabilities.erp.headless', null);
  const { manifest } = parseManifest(given, rules);
  expect([manifest.icon, manifest.erp.headlessUrl]).toEqual([undefined, undefined]);
  expect(manifest.source).toEqual(given);
  expect(problemsOf(changed(generation1(), 'version', null))).toEqual([
    { path: '$.version', message: 'missing; must be a non-empty string' },
  ]);
});

it('the dark icon counts, and is checked, only without a light one', () => {
  const dark = changed(generation1(), 'icon', { dark: 'https://app.example/dark.png' });
  expect(parseManifest(dark, rules).manifest.icon).toBe('https://app.example/dark.png');
  expect(problemsOf(changed(dark, 'icon.dark', 'dark.png')).map(({ path }) => path)).toEqual(['$.icon.dark']);
  expect(problemsOf(changed(generation1(), 'icon.dark', 'dark.png'))).toEqual([]);
});

it('keys that the platform ignores do not get into what is read', () => {
  const { manifest } = parseManifest(
    changed(generation1(), 'capabilities.hub.appLauncher.colour', 'red'),
    rules,
  );
  expect(manifest.launcher).toEqual({ redirectUrl: 'https://app.example/start' });
});

describe('keys that no manifest has', () => {
  const misplaced: Record<string, unknown> = {
    ...generation2(),
    lifecycle: { setupUrl: 'https://app.example/setup' },
    authentication: { redirectUris: ['https://app.example/callback'] },
  };
  const misplacedPaths = ['$.lifecycle.setupUrl', '$.authentication.redirectUris'];

  it('are ignored as on the platform, unless it is asked to warn or refuse', () => {
    expect(parseManifest(misplaced, rules).warnings).toEqual([]);
    const { warnings } = parseManifest(misplaced, { ...rules, unknownKeys: 'warn' });
    expect(warnings.map(({ path }) => path)).toEqual(misplacedPaths);
    expect(() => parseManifest(misplaced, { ...rules, unknownKeys: 'refuse' })).toThrow(InvalidInput);
  });

  it('are looked for under the wrapper and in lists', () => {
    const manifest = changed(generation1(), 'capabilities.erp.menuItems.0.children.0.href', 'x');
    const { warnings } = parseManifest({ manifest, listing: { any: 1 } }, { ...rules, unknownKeys: 'warn' });
    expect(warnings.map(({ path }) => path)).toEqual([
      '$.manifest.capabilities.erp.menuItems[0].children[0].href',
    ]);
  });

  it.each([generation1(), generation2()])('are none of those that the parser reads', (manifest) => {
    expect(parseManifest(manifest, { ...rules, unknownKeys: 'refuse' }).warnings).toEqual([]);
  });

  it('are refused and warned about at registration by the profile', async () => {
    await using emulator = await startEmulator({ profile: 'strict' });
    await expect(emulator.apps.register({ manifest: { ...generation2Hello(), extra: 1 } })).rejects.toThrow(
      'extra',
    );
    const url = `${emulator.url}/_emulator/v1`;
    const put = { method: 'PUT', headers: { 'content-type': 'application/json' } };
    await fetch(`${url}/switches`, { ...put, body: JSON.stringify({ profile: 'teach' }) });
    const answer = await fetch(`${url}/apps`, {
      ...put,
      method: 'POST',
      body: JSON.stringify({ ...generation2Hello(), extra: 1 }),
    });
    expect(await answer.json()).toMatchObject({ warnings: [{ path: '$.extra' }] });
  });
});

describe('template keys of version 1', () => {
  it('stand for the texts of the default locale; one without a text stays', () => {
    const manifest = {
      ...generation1(),
      name: { short: '__TK_short__', full: '__TK_full__ (__TK_none__)' },
      locales: { 'de-DE': { short: 'Lager', full: 'Lager & mehr' }, en: { short: 'Stock' } },
    };
    const { name, displayName, source } = parseManifest(manifest, rules).manifest;
    expect([name, displayName]).toEqual(['Lager', 'Lager & mehr (__TK_none__)']);
    expect(source).toEqual(manifest);
  });
});

describe('the identifier of an app', () => {
  it('stays when the manifest is wrapped with a listing of any name', () => {
    const wrapped = { manifest: generation2(), listing: { name: { 'de-DE': 'Bestandslinse' } } };
    expect(parseManifest(wrapped, rules).manifest).toMatchObject({
      identifier: 'hello-standalone',
      name: 'Bestandslinse',
    });
  });

  it.each([
    ['Größe & Süß', 'groesse-suess'],
    ['  Café_Überblick  2 ', 'cafe-ueberblick-2'],
    ['-__TK_key1__-', 'tk-key1'],
    ['日本', 'app'],
  ])('%j makes the slug %s', (identifier, slug) => {
    expect(slugOf(identifier)).toBe(slug);
  });
});

it('a listing without a manifest is named as such', () => {
  const listing = { version: '1.0.0', defaultLocale: 'en', name: { en: 'Lens' }, media: {}, legal: {} };
  const problems = problemsOf(listing);
  expect(problems[0]?.message).toContain('a listing.json alone cannot be registered');
});

function generation2Hello(): Record<string, unknown> {
  return { technicalName: 'hello', version: '1.0.0', capabilities: { erp: { api: { scopes: [] } } } };
}
