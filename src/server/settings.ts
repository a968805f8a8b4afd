import { join } from 'node:path';
import type { Static, TSchema } from 'typebox';
import { type EmulatorConfig, defaultConfig } from '../platform/config.ts';
import { InvalidInput, type Problem } from '../platform/problems.ts';
import { problemsIn } from '../platform/validation/validator.ts';
import { portNumber, readersByName, url, yesOrNo } from './setting-readers.ts';
import { settings } from './settings.schema.ts';

/** The description of a setting, for the help and the documentation. */
export interface FlagRule {
  /** Placeholder in the help; undefined for a switch. */
  argument?: string;
  help: string;
  /** The default in words; undefined if there is none, or for a switch that is off. */
  default?: string;
  /** True: may be given several times. */
  many?: true;
}

/** Parsed settings; undefined ones have their default. */
export type Flags = Static<typeof settings>;

export type FlagName = keyof Flags;

/** A manifest file, and the app's base URL if it differs from the manifest's. */
export type AppFile = NonNullable<Flags['app']>[number];

/** The members of a setting's schema. */
interface SettingSchema {
  type?: string;
  format?: string;
  description?: string;
  argument?: string;
  usual?: string;
}

const schemas: Readonly<Record<FlagName, TSchema>> = settings.properties;
export const flagNames = Object.keys(schemas) as FlagName[];

/** @returns the description of a setting */
export function flagRule(name: FlagName): FlagRule {
  const { type, description = '', argument, usual }: SettingSchema = schemas[name];
  return {
    help: description,
    ...(argument !== undefined && { argument }),
    ...(usual !== undefined && { default: usual }),
    ...(type === 'array' && { many: true }),
  };
}

/** The only setting that the config file cannot contain: its own path. */
export const configFlag: FlagRule = {
  argument: 'FILE',
  help: 'YAML file with these settings by their names in camelCase',
  default: 'jtl-emulator.config.yaml, if present',
};

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
    if (!isFlagName(name)) {
      const known = flagNames.map(nameOf).join(', ');
      problems.push({ path: nameOf(name), value, message: `unknown setting; known: ${known}` });
      continue;
    }
    const many = flagRule(name).many === true;
    const values = (many ? [value].flat() : [value]).flatMap((given) => {
      const { value: read, problem } = readOne(name, given, many);
      if (problem !== undefined) problems.push({ path: nameOf(name), ...problem });
      return problem === undefined ? [read] : [];
    });
    if (values.length > 0) flags[name] = many ? values : values[0];
  }
  if (problems.length > 0) throw new InvalidInput(problems);
  return flags;
}

function isFlagName(name: string): name is FlagName {
  return Object.hasOwn(schemas, name);
}

function readOne(
  name: FlagName,
  given: unknown,
  many: boolean,
): { value?: unknown; problem?: Omit<Problem, 'path'> } {
  if (given === null) return { problem: { message: 'has no value; give it one, or leave it out' } };
  const text = asText(given);
  let value: unknown;
  try {
    value = readerOf(name)(text);
  } catch (error) {
    return { problem: { value: text, message: (error as Error).message } };
  }
  const [problem] = problemsIn(settings, { [name]: many ? [value] : value });
  return problem === undefined ? { value } : { problem: { value: text, message: problem.message } };
}

function readerOf(name: FlagName): (text: string) => unknown {
  const { type, format }: SettingSchema = schemas[name];
  if (type === 'boolean') return yesOrNo;
  if (type === 'integer') return portNumber;
  if (format === 'uri') return url;
  return readersByName[name] ?? ((text) => text);
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
