import { readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { ifExists } from '../platform/if-exists.ts';
import { InvalidInput } from '../platform/problems.ts';

/**
 * Fills a `.env` file: variables that it has get the new values in their places, the others are added at the end, and
 * all other lines stay.
 * @param text the content of the file; empty for a new one
 */
export function filledDotEnv(text: string, variables: Readonly<Record<string, string>>): string {
  const missing = new Map(Object.entries(variables));
  const lines = text.replace(/\n$/, '').split('\n');
  const filled = lines.map((line) => {
    const name = /^\s*(?:export\s+)?(\w+)\s*=/.exec(line)?.[1] ?? '';
    const value = missing.get(name);
    if (value === undefined) return line;
    missing.delete(name);
    return assignment(name, value);
  });
  const added = [...missing].map(([name, value]) => assignment(name, value));
  return `${[...(text === '' ? [] : filled), ...added].join('\n')}\n`;
}

/** Values that a shell would split are quoted; readers of `.env` files remove the quotes. */
function assignment(name: string, value: string): string {
  return /^[\w.,:/@%+=~-]*$/.test(value) ? `${name}=${value}` : `${name}="${value}"`;
}

/**
 * Fills the settings file of a .NET app (`appsettings.Local.json`): its `JtlPlatform` section gets the app's values
 * (platform.md section 9), the rest stays.
 * @param file the name of the file in problems
 * @throws InvalidInput for a file that does not contain a JSON object
 */
export function filledSettings(
  text: string,
  variables: Readonly<Record<string, string>>,
  file: string,
): string {
  const settings = text.trim() === '' ? {} : parsed(text, file);
  const { JtlPlatform: before } = settings as { JtlPlatform?: object };
  const section = {
    ...before,
    Issuer: variables['JTL_ISSUER'],
    ClientId: variables['CLIENT_ID'],
    ClientSecret: variables['CLIENT_SECRET'],
    AppId: variables['JTL_APP_ID'],
  };
  return `${JSON.stringify({ ...settings, JtlPlatform: section }, null, 2)}\n`;
}

function parsed(text: string, file: string): object {
  try {
    const value = JSON.parse(text.replace(/^\uFEFF/, '')) as unknown;
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value;
  } catch {
    // The refusal below is for invalid JSON too.
  }
  throw new InvalidInput([
    { path: file, message: 'does not contain a JSON object; repair it or name another file' },
  ]);
}

/** @returns the variables that Vite puts into the browser's code; the others, the secret among them, are for servers */
export function frontEndVariables(variables: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(variables).filter(([name]) => name.startsWith('VITE_')));
}

/** Whether a `.env` file is a front end's: Vite has its configuration in the same folder, or is a dependency there. */
export async function isOfFrontEnd(file: string): Promise<boolean> {
  const folder = dirname(file);
  const names = (await ifExists(readdir(folder))) ?? [];
  if (file.endsWith('.json')) return false;
  if (names.some((name) => /^vite\.config\.[cm]?[jt]s$/.test(name))) return true;
  const text = names.includes('package.json') ? await readFile(join(folder, 'package.json'), 'utf8') : '';
  return /"vite"\s*:/.test(text);
}
