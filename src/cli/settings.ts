import { readFile } from 'node:fs/promises';
import { type Flags, flagNames, flagRule, kebabFlag, readFlags, variableName } from '../server/settings.ts';
import { InvalidInput } from '../platform/problems.ts';

const usualFile = 'jtl-emulator.config.yaml';

/**
 * Collects settings: flags take precedence over environment variables, and these over the config file.
 * @param given flags by their camelCase names
 * @param file of `--config`; default: `jtl-emulator.config.yaml` if it exists
 * @throws InvalidInput naming the flag, variable or file
 */
export async function gatherSettings(
  given: Record<string, unknown>,
  env: Readonly<Record<string, string | undefined>>,
  file: string | undefined,
): Promise<Flags> {
  return {
    ...(await fromFile(file ?? env['JTL_EMULATOR_CONFIG'])),
    ...fromEnvironment(env),
    ...readFlags(given),
  };
}

function fromEnvironment(env: Readonly<Record<string, string | undefined>>): Flags {
  const given = flagNames.flatMap((name) => {
    const value = env[variableName(name)];
    if (value === undefined) return [];
    return [[name, flagRule(name).many === true ? value.split(',') : value] as const];
  });
  return readFlags(Object.fromEntries(given), variableName);
}

async function fromFile(file: string | undefined): Promise<Flags> {
  const text = await readFile(file ?? usualFile, 'utf8').catch((error: unknown) => {
    if (file === undefined && (error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw new InvalidInput([
      { path: file ?? usualFile, message: `cannot be read: ${(error as Error).message}` },
    ]);
  });
  if (text === undefined) return {};
  const shown = file ?? usualFile;
  const { parse } = await import('../platform/yaml.ts');
  const settings = parsed(shown, () => parse(text) as unknown);
  return readFlags(settings, (name) => `${shown}: ${name}`);
}

function parsed(file: string, parse: () => unknown): Record<string, unknown> {
  try {
    const value = parse() ?? {};
    if (typeof value === 'object' && !Array.isArray(value)) return value as Record<string, unknown>;
  } catch (error) {
    throw new InvalidInput([
      { path: file, message: `is not valid YAML: ${(error as Error).message.split('\n')[0] ?? ''}` },
    ]);
  }
  throw new InvalidInput([
    {
      path: file,
      message: `must hold settings such as port: 5850 (names as in ${kebabFlag('dataDir')}, in camelCase: dataDir)`,
    },
  ]);
}
