import { erpVersions } from '../platform/erp-versions.ts';
import { Type, type Static, type TSchema } from 'typebox';
import { longestLifetime } from '../platform/config.ts';
import { logStyles } from '../platform/log.ts';
import { closed, flag, oneOf, pairOf, text, whole, wholeFrom } from '../platform/validation/fields.ts';

// The settings of an emulator, by their names in camelCase: flags, `JTL_EMULATOR_*` variables, keys of the config file,
// options of the Node API. Each comes as a text, which server/settings.ts parses before it is checked.

const port = Type.Integer({ minimum: 0, maximum: 65_535, expected: 'a port from 0 (any free one) to 65535' });

const url = Type.String({
  pattern: '^https?:',
  format: 'uri',
  expected: 'a URL such as http://127.0.0.1:5850',
});

const appFile = whole(
  closed({ file: text, baseUrl: Type.Optional(url) }),
  'MANIFEST or MANIFEST=BASE_URL with a BASE_URL such as http://localhost:3000',
);

const urlMapping = whole(pairOf(url), 'FROM=TO, such as https://app.example=http://localhost:3004');

const assumptionChoice = whole(pairOf(text), 'ID=OPTION, such as graphql-status=legacy');

const hostName = Type.String({ expected: 'a host name such as emulator.example.com, without a port' });

const lifetime = Type.Optional(wholeFrom(1, longestLifetime));
const lifetimeKinds = { access: lifetime, session: lifetime, app: lifetime, refresh: lifetime };
const lifetimes = whole(
  closed(lifetimeKinds),
  `${Object.keys(lifetimeKinds).join('|')}=NUMBER with s, m, h or d, such as session=1h, and at most a hundred years`,
);

interface Described {
  /** Placeholder in the help; undefined for a switch. */
  argument?: string;
  /** The default in words; undefined if there is none, or for a switch that is off. */
  usual?: string;
}

const setting = <T extends TSchema>(schema: T, description: string, more: Described = {}) =>
  Type.Optional(Type.Unsafe<Static<T>>({ ...schema, description, ...more }));

/** May be given several times. */
const many = <T extends TSchema>(schema: T, description: string, argument: string) =>
  Type.Optional(Type.Array(schema, { description, argument }));

export const settings = closed(
  {
    app: many(appFile, 'register and install the app of a manifest file', 'MANIFEST[=BASE_URL]'),
    tenant: setting(text, 'tenant that --app installs into', {
      argument: 'TENANT',
      usual: 'bergmann-outdoor',
    }),
    setup: setting(
      oneOf('complete', 'pending'),
      'setup state of --app when it is first installed; a setup that is completed later stays complete',
      { argument: 'complete|pending', usual: 'complete' },
    ),
    writeEnv: many(
      text,
      'write the environment variables of the app to a file; a file beside Vite gets those of the front end',
      'FILE',
    ),
    map: many(
      urlMapping,
      'replace URL prefixes in the manifests of apps, those of the fixtures too',
      'FROM=TO',
    ),
    watch: setting(flag, 'register --app manifests again whenever they change'),
    host: setting(text, 'address to listen on', { argument: 'HOST', usual: '127.0.0.1 and ::1' }),
    port: setting(port, 'port, 0 for any free one', { argument: 'N', usual: '5850' }),
    publicUrl: setting(url, 'base URL by which clients reach the emulator', {
      argument: 'URL',
      usual: 'http://127.0.0.1:PORT',
    }),
    allowHost: many(hostName, 'answer under a further host name', 'NAME'),
    fixtures: setting(text, 'folder of your own fixtures', { argument: 'DIR', usual: "the package's own" }),
    dataDir: setting(text, 'folder that keeps the state', { argument: 'DIR', usual: './.jtl-emulator' }),
    ephemeral: setting(flag, 'keep the state in memory only'),
    tls: setting(flag, 'also listen by HTTPS as the real hosts, with their issuers'),
    tlsPort: setting(port, 'port of --tls', { argument: 'N', usual: '443' }),
    httpsPort: setting(port, 'also serve the same origin by HTTPS', { argument: 'N' }),
    proxyPort: setting(port, "also run an HTTP proxy that answers for the platform's hosts", {
      argument: 'N',
    }),
    issuerV1: setting(url, 'issuer of generation 1', { argument: 'URL', usual: 'base URL' }),
    issuerV2: setting(url, 'issuer of generation 2', { argument: 'URL', usual: 'base URL + /id' }),
    erpVersion: setting(oneOf(...erpVersions), 'version of the Wawi API, for tenants that name none', {
      argument: erpVersions.join('|'),
      usual: '2.1',
    }),
    profile: setting(
      oneOf('real', 'teach', 'strict'),
      'ignore what reality ignores, warn about it, or refuse it',
      { argument: 'real|teach|strict', usual: 'real' },
    ),
    assume: many(assumptionChoice, 'choose an option of an assumption, see docs/fidelity.md', 'ID=OPTION'),
    noScopes: setting(flag, 'let every installed app call every operation'),
    acceptCharset: setting(flag, 'accept application/json; charset=utf-8, unlike the real ERP API'),
    ttl: setting(lifetimes, 'lifetimes of tokens (access, session, app, refresh; s, m, h, d)', {
      argument: 'access=60,session=1h',
      usual: "the platform's",
    }),
    pin: setting(text, 'refuse to start as another version of the emulator', { argument: 'VERSION' }),
    log: setting(oneOf(...logStyles), 'style of the log', {
      argument: 'pretty|json|silent',
      usual: 'pretty',
    }),
  },
  { $id: 'settings' },
);
