import { join } from 'node:path';
import { type EmulatorConfig, defaultConfig, longestLifetime } from '../platform/config.ts';
import { readChoice } from '../platform/assumptions.ts';
import { logStyles } from '../platform/log.ts';
import type { Lifetimes } from '../platform/model.ts';
import { hostName } from '../platform/own-hosts.ts';
import { InvalidInput, type Problem } from '../platform/problems.ts';
import { pinnedVersion } from './pin.ts';
import { among, portNumber, setupState, text, url, yesOrNo } from './setting-readers.ts';

/** One setting of an emulator: a flag, a `JTL_EMULATOR_*` variable, a key of the config file, an option of the Node API. */
export interface FlagRule<T> {
  /** Placeholder in the help; undefined for a switch. */
  argument?: string;
  help: string;
  /** The default in words; undefined if there is none, or for a switch that is off. */
  default?: string;
  /** True: may be given several times. */
  many?: true;
  /** @throws Error with what would be right */
  read: (text: string) => T;
}

const rule = <T>(flag: FlagRule<T>): FlagRule<T> => flag;

/** Every setting, by its name in camelCase. */
export const flagRules = {
  app: rule({
    argument: 'MANIFEST[=BASE_URL]',
    many: true,
    help: 'register and install the app of a manifest file',
    read: appFile,
  }),
  tenant: rule({
    argument: 'TENANT',
    help: 'tenant that --app installs into',
    default: 'bergmann-outdoor',
    read: text,
  }),
  setup: rule({
    argument: 'complete|pending',
    help: 'setup state of --app when it is first installed; a setup that is completed later stays complete',
    default: 'complete',
    read: setupState,
  }),
  writeEnv: rule({
    argument: 'FILE',
    help: 'write the environment variables of the app to a file',
    read: text,
  }),
  map: rule({
    argument: 'FROM=TO',
    many: true,
    help: 'replace URL prefixes in the manifests of apps, those of the fixtures too',
    read: urlMapping,
  }),
  watch: rule({ help: 'register --app manifests again whenever they change', read: yesOrNo }),
  host: rule({ argument: 'HOST', help: 'address to listen on', default: '127.0.0.1 and ::1', read: text }),
  port: rule({ argument: 'N', help: 'port, 0 for any free one', default: '5850', read: portNumber }),
  publicUrl: rule({
    argument: 'URL',
    help: 'base URL by which clients reach the emulator',
    default: 'http://127.0.0.1:PORT',
    read: url,
  }),
  allowHost: rule({
    argument: 'NAME',
    many: true,
    help: 'answer under a further host name',
    read: allowedHost,
  }),
  fixtures: rule({
    argument: 'DIR',
    help: 'folder of your own fixtures',
    default: "the package's own",
    read: text,
  }),
  dataDir: rule({
    argument: 'DIR',
    help: 'folder that keeps the state',
    default: './.jtl-emulator',
    read: text,
  }),
  ephemeral: rule({ help: 'keep the state in memory only', read: yesOrNo }),
  tls: rule({ help: 'also listen by HTTPS as the real hosts, with their issuers', read: yesOrNo }),
  tlsPort: rule({ argument: 'N', help: 'port of --tls', default: '443', read: portNumber }),
  httpsPort: rule({ argument: 'N', help: 'also serve the same origin by HTTPS', read: portNumber }),
  proxyPort: rule({
    argument: 'N',
    help: "also run an HTTP proxy that answers for the platform's hosts",
    read: portNumber,
  }),
  issuerV1: rule({ argument: 'URL', help: 'issuer of generation 1', default: 'base URL', read: url }),
  issuerV2: rule({ argument: 'URL', help: 'issuer of generation 2', default: 'base URL + /id', read: url }),
  erpVersion: rule({
    argument: '2.0|2.1|2.2|2.3',
    help: 'version of the Wawi API',
    default: '2.1',
    read: among('2.0', '2.1', '2.2', '2.3'),
  }),
  profile: rule({
    argument: 'real|teach|strict',
    help: 'ignore what reality ignores, warn about it, or refuse it',
    default: 'real',
    read: among('real', 'teach', 'strict'),
  }),
  assume: rule({
    argument: 'ID=OPTION',
    many: true,
    help: 'choose an option of an assumption, see docs/fidelity.md',
    read: readChoice,
  }),
  noScopes: rule({ help: 'let every installed app call every operation', read: yesOrNo }),
  acceptCharset: rule({
    help: 'accept application/json; charset=utf-8, unlike the real ERP API',
    read: yesOrNo,
  }),
  ttl: rule({
    argument: 'access=60,session=1h',
    help: 'lifetimes of tokens (access, session, app, refresh; s, m, h, d)',
    default: "the platform's",
    read: lifetimes,
  }),
  pin: rule({
    argument: 'VERSION',
    help: 'refuse to start as another version of the emulator',
    read: pinnedVersion,
  }),
  log: rule({
    argument: 'pretty|json|silent',
    help: 'style of the log',
    default: 'pretty',
    read: among(...logStyles),
  }),
};

/** The only setting that the config file cannot contain: its own path. */
export const configFlag: Omit<FlagRule<never>, 'read'> = {
  argument: 'FILE',
  help: 'YAML file with these settings by their names in camelCase',
  default: 'jtl-emulator.config.yaml, if present',
};

export type FlagName = keyof typeof flagRules;
type FlagValue<K extends FlagName> = ReturnType<(typeof flagRules)[K]['read']>;
type ManyFlag = 'app' | 'map' | 'allowHost' | 'assume';

/** Parsed settings; undefined ones have their default. */
export type Flags = { [K in FlagName]?: K extends ManyFlag ? FlagValue<K>[] : FlagValue<K> };

/** Settings as given: texts, or values of JSON and YAML. */
export type FlagInput = Partial<Record<FlagName, unknown>>;

/**
 * Reads settings from any source.
 * @param nameOf the name of a setting in its source, for the refusal
 * @throws InvalidInput with every wrong or unknown setting
 */
export function readFlags(
  input: Record<string, unknown>,
  nameOf: (flag: string) => string = kebabFlag,
): Flags {
  const problems: Problem[] = [];
  const flags: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(input)) {
    if (value === undefined) continue;
    if (!Object.hasOwn(flagRules, name)) {
      const known = Object.keys(flagRules).map(nameOf).join(', ');
      problems.push({ path: nameOf(name), value, message: `unknown setting; known: ${known}` });
      continue;
    }
    const { read, many } = flagRules[name as FlagName] as FlagRule<unknown>;
    const values = (many === true ? [value].flat() : [value]).flatMap((one) => {
      if (one === null) {
        problems.push({ path: nameOf(name), message: 'has no value; give it one, or leave it out' });
        return [];
      }
      const given = asText(one);
      try {
        return [read(given)];
      } catch (error) {
        problems.push({ path: nameOf(name), value: given, message: (error as Error).message });
        return [];
      }
    });
    flags[name] = many === true ? values : values[0];
  }
  if (problems.length > 0) throw new InvalidInput(problems);
  return flags as Flags;
}

/** @returns the folder of the local certificate authority, which is kept on disk also when the state is in memory */
export function tlsFolderOf({ dataDir = '.jtl-emulator' }: Pick<Flags, 'dataDir'>): string {
  return join(dataDir, 'tls');
}

/** @returns the settings that shape the services' behaviour */
export function configFrom(flags: Flags): EmulatorConfig {
  return {
    ...defaultConfig,
    ...(flags.erpVersion && { erpVersion: flags.erpVersion }),
    ...(flags.profile && { profile: flags.profile }),
    ...(flags.noScopes && { enforceScopes: false }),
    ...(flags.acceptCharset && { acceptCharset: true }),
    ...(flags.allowHost && { allowHosts: flags.allowHost }),
    ...(flags.assume && { assumptions: Object.fromEntries(flags.assume) }),
    ...(flags.ttl && { lifetimes: flags.ttl }),
    ...(flags.issuerV1 && { issuerV1: flags.issuerV1 }),
    ...(flags.issuerV2 && { issuerV2: flags.issuerV2 }),
  };
}

/** `dataDir` -> `--data-dir` */
export function kebabFlag(name: string): string {
  return `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}

/** `dataDir` -> `JTL_EMULATOR_DATA_DIR` */
export function variableName(name: string): string {
  return `JTL_EMULATOR_${name.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase()}`;
}

/** `{access: 60}` of YAML or the Node API reads as `access=60`. */
function asText(value: unknown): string {
  if (typeof value !== 'object' || value === null) return String(value);
  return Object.entries(value)
    .map(([key, inner]) => `${key}=${String(inner)}`)
    .join(',');
}

/** A manifest file, and the app's base URL if it differs from the manifest's. */
export interface AppFile {
  file: string;
  baseUrl?: string;
}

function appFile(value: string): AppFile {
  const { file = '', baseUrl } = /^(?<file>.*?)(?:=(?<baseUrl>https?:\/\/.*))?$/.exec(value)?.groups ?? {};
  if (/\.json=/i.test(file))
    throw new Error('must be MANIFEST or MANIFEST=BASE_URL with a BASE_URL such as http://localhost:3000');
  return baseUrl === undefined ? { file: text(file) } : { file: text(file), baseUrl: url(baseUrl) };
}

function allowedHost(value: string): string {
  const name = /^[^\s:/?#@*[\]\\]+$/.test(value) ? hostName(value) : undefined;
  if (name === undefined) throw new Error('must be a host name such as emulator.example.com, without a port');
  return name;
}

function urlMapping(value: string): readonly [from: string, to: string] {
  const [from, to, ...more] = value.split(/=(?=https?:\/\/)/);
  if (from === undefined || to === undefined || more.length > 0) {
    throw new Error('must be FROM=TO, such as https://app.example=http://localhost:3004');
  }
  return [url(from), url(to)];
}

const secondsPer: Record<string, number> = { s: 1, m: 60, h: 3600, d: 86_400 };
const lifetimeKinds = ['access', 'session', 'app', 'refresh'] as const;

function lifetimes(value: string): Lifetimes {
  const entries = value.split(',').map((part) => {
    const [, kind, amount, unit = 's'] = /^(\w+)=(\d+)([smhd]?)$/.exec(part.trim()) ?? [];
    const known = lifetimeKinds.find((one) => one === kind);
    const seconds = Number(amount) * (secondsPer[unit || 's'] ?? Number.NaN);
    if (known === undefined || !(seconds > 0 && seconds <= longestLifetime)) {
      throw new Error(
        `'${part}' must be ${lifetimeKinds.join('|')}=NUMBER with s, m, h or d, such as session=1h, and at most a hundred years`,
      );
    }
    return [known, seconds] as const;
  });
  return Object.fromEntries(entries);
}
