import { readChoice } from '../platform/assumptions.ts';
import type { Lifetimes } from '../platform/model.ts';
import { hostName } from '../platform/own-hosts.ts';
import { pinnedVersion } from './pin.ts';

// Parsers of settings that are not plain texts. Each returns null for a text that does not have the form of its setting,
// which settings.schema.ts describes.

/** `true`, `1` and `yes`, or `false`, `0`, `no` and an empty text. */
export function yesOrNo(text: string): boolean | null {
  if (['true', '1', 'yes'].includes(text)) return true;
  return ['false', '0', 'no', ''].includes(text) ? false : null;
}

export function portNumber(text: string): number | null {
  return /^\d{1,5}$/.test(text) ? Number(text) : null;
}

/** @returns the URL without a final slash */
export function url(text: string): string | null {
  return URL.canParse(text) ? text.replace(/\/$/, '') : null;
}

/** @param text `done` is an earlier name of `complete` */
export function setupState(text: string): 'complete' | 'pending' | null {
  if (text === 'done') return 'complete';
  return text === 'complete' || text === 'pending' ? text : null;
}

function appFile(text: string): object | null {
  const { file, baseUrl } = /^(?<file>.*?)(?:=(?<baseUrl>https?:\/\/.*))?$/.exec(text)?.groups ?? {};
  if (file === undefined || /\.json=/i.test(file)) return null;
  return baseUrl === undefined ? { file } : { file, baseUrl: url(baseUrl) };
}

function urlMapping(text: string): readonly (string | null)[] {
  return text.split(/=(?=https?:\/\/)/).map(url);
}

function allowedHost(text: string): string | null {
  return (/^[^\s:/?#@*[\]\\]+$/.test(text) && hostName(text)) || null;
}

const secondsPer: Record<string, number> = { s: 1, m: 60, h: 3600, d: 86_400 };

function lifetimes(text: string): Lifetimes | null {
  const parts = text.split(',').map((part) => /^(\w+)=(\d+)([smhd]?)$/.exec(part.trim()));
  const entries = parts.flatMap((part) => {
    const [, kind = '', amount, unit] = part ?? [];
    return part === null ? [] : [[kind, Number(amount) * (secondsPer[unit || 's'] ?? 1)]];
  });
  return entries.length === parts.length ? (Object.fromEntries(entries) as Lifetimes) : null;
}

/**
 * The parsers by the name of their setting.
 * @throws Error for a choice and a version that are of the right form, but do not exist
 */
export const readersByName: Readonly<Record<string, (text: string) => unknown>> = {
  app: appFile,
  setup: setupState,
  map: urlMapping,
  allowHost: allowedHost,
  assume: readChoice,
  ttl: lifetimes,
  pin: pinnedVersion,
};
