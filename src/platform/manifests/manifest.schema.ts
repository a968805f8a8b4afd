import { Type, type Static, type TObject, type TProperties, type TSchema, type TUnsafe } from 'typebox';
import { anyCase, anything, flag, oneOf } from '../validation/fields.ts';
import { paneContexts } from './model.ts';

// The two versions of the vendor's manifest (platform.md section 8). Keys that a version does not have are ignored, as on
// the platform. `role` names the further rules of a text, and `undocumented` marks a key that the emulator reads although
// no documentation of the version has it (manifests/check.ts).

const optional = Type.Optional;

const words = Type.String({ pattern: String.raw`\S`, expected: 'a non-empty string' });

/** The further rules of a text, beside its schema. */
export type TextRole = 'url' | 'page-url' | 'redirect-uri' | 'scope';

const urlOf = (role: TextRole) =>
  Type.String({
    pattern: `^\\s*${anyCase('http')}[sS]?:`,
    role,
    expected: 'an absolute http:// or https:// URL',
  });
const url = urlOf('url');
/** Of a page that is shown in a frame. */
const pageUrl = urlOf('page-url');
const redirectUri = urlOf('redirect-uri');

const scope = Type.String({ pattern: String.raw`\S`, role: 'scope', expected: 'a non-empty string' });

const list = <T extends TSchema>(element: T) => Type.Array(element, { expected: 'an array' });

const object = <P extends TProperties>(properties: P, options: object = {}) =>
  Type.Object(properties, { expected: 'an object', ...options });

/** Any value; the keys of an object are checked. */
const known = <P extends TProperties>(properties: P): TUnsafe<Static<TObject<P>>> =>
  Type.Unsafe({ properties });

const apiVersion = Type.String({ pattern: String.raw`^\s*\d+\.\d+`, expected: 'a version such as 2.1' });
const requirements = optional(known({ minCloudApiVersion: optional(apiVersion) }));

const undocumented = <T extends TSchema>(schema: T) => optional(Type.With(schema, { undocumented: true }));

/** A menu item as manifests write it. */
export interface MenuItemEntry {
  id: string;
  name: string;
  url?: string;
  children?: MenuItemEntry[];
}

const menuItem = Type.Unsafe<MenuItemEntry>({ $ref: '#/definitions/menuItem' });

const definitions = {
  menuItem: {
    ...object({ id: words, name: words, url: optional(pageUrl), children: optional(list(menuItem)) }),
    if: { properties: { children: { type: 'array', minItems: 1 } }, required: ['children'] },
    else: {
      properties: { url: { expected: 'a URL, as the item has no children' } },
      required: ['url'],
    },
  },
};

const hub = known({
  appLauncher: optional(object({ redirectUrl: url, closedPreviewUrl: optional(url) })),
});

const shared = {
  title: words,
  url: pageUrl,
  context: oneOf(...paneContexts),
  matchChildContext: optional(flag),
};
const requiredScopes = list(scope);

const webhooks = object({
  apiVersion: optional(anything),
  subscriptions: optional(
    list(
      object({
        topics: list(
          Type.String({
            pattern: `^${['com', 'jtl', 'erp', 'workflow', 'v1'].map(anyCase).join(String.raw`\.`)}(\\.[a-zA-Z0-9-]+){2}$`,
            expected: 'a topic such as com.jtl.erp.workflow.v1.<entity>.<event>',
          }),
        ),
        endpoint: object({ url }),
      }),
    ),
  ),
});

const menuItems = optional(list(menuItem));
const api = optional(known({ scopes: optional(list(scope)) }));

const publicClient = {
  redirectUris: Type.Array(redirectUri, { minItems: 1, expected: 'an array of at least one redirect URI' }),
  postLogoutRedirectUris: optional(list(redirectUri)),
};

const authentication = <T extends TSchema>(client: T) =>
  optional(known({ publicClient: optional(client), actAsUser: optional(anything) }));

/** The dark icon is read only if there is no light one. */
const icon = Type.Unsafe<{ light?: string; dark?: string }>({
  properties: { light: url, dark: {} },
  if: { required: ['light'] },
  else: { properties: { dark: url } },
});

export const manifest1 = object(
  {
    $schema: optional(anything),
    manifestVersion: words,
    version: words,
    name: object({ short: words, full: optional(words) }),
    description: optional(known({ short: optional(anything), full: optional(anything) })),
    defaultLocale: optional(words),
    locales: optional(Type.Unsafe<Record<string, unknown>>({ type: 'object', expected: 'an object' })),
    icon: optional(icon),
    communication: optional(known({ supportUrl: optional(url), guideUrl: optional(url) })),
    legal: optional(
      known({
        gdprRequestUrl: optional(url),
        gdprDeleteUrl: optional(url),
        privacyUrl: optional(url),
        termsOfUseUrl: optional(url),
      }),
    ),
    lifecycle: optional(
      object({ setupUrl: optional(pageUrl), connectUrl: optional(url), disconnectUrl: optional(url) }),
    ),
    requirements,
    capabilities: optional(
      object({
        hub: optional(hub),
        erp: optional(
          known({
            headless: optional(known({ url: optional(pageUrl) })),
            menuItems,
            pane: optional(
              list(
                object({ ...shared, id: undocumented(words), requiredScopes: undocumented(requiredScopes) }),
              ),
            ),
            tabs: optional(anything),
            api,
            webhooks: undocumented(webhooks),
          }),
        ),
      }),
    ),
    authentication: authentication(object(publicClient, { anyKeys: true })),
  },
  { $id: 'manifest/1', definitions },
);

export const manifest2 = object(
  {
    $schema: optional(anything),
    technicalName: Type.String({
      pattern: String.raw`\S`,
      maxLength: 100,
      expected: 'a non-empty string of at most 100 characters',
    }),
    version: Type.String({
      pattern: String.raw`^\d+\.\d+\.\d+$`,
      expected: 'three numbers such as 1.0.0, without suffix',
    }),
    requirements,
    lifecycle: optional(
      object({
        configurationUrl: optional(pageUrl),
        connectUrl: optional(url),
        disconnectUrl: optional(url),
      }),
    ),
    capabilities: optional(
      object({
        hub: optional(hub),
        erp: optional(
          known({
            menuItems,
            pane: optional(
              list(object({ ...shared, id: optional(words), requiredScopes: optional(requiredScopes) })),
            ),
            api,
            // The reader warns of it: version 1 has it.
            headless: optional(anything),
            webhooks: optional(webhooks),
          }),
        ),
      }),
    ),
    authentication: authentication(object(publicClient)),
  },
  { $id: 'manifest/2', definitions },
);
