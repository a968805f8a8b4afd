import { isRecord } from '../json.ts';

const nameKeys = ['name', 'displayName', 'title'] as const;

/**
 * The name that a listing.json shows to merchants. Its format is not public: a text, a `{short, full}` pair or texts by
 * locale are accepted, at the top or under a locale, German first [choice].
 * @returns the name, or undefined when the listing has none
 */
export function displayName(listing: unknown): string | undefined {
  if (!isRecord(listing)) return undefined;
  for (const key of nameKeys) {
    const name = textOf(listing[key]);
    if (name !== undefined) return name;
  }
  return textOf(listing['locales'], displayName) ?? textOf(listing['localizations'], displayName);
}

function textOf(
  value: unknown,
  readInner: (inner: unknown) => string | undefined = textOf,
): string | undefined {
  if (typeof value === 'string') return value.trim() === '' ? undefined : value;
  if (!isRecord(value)) return undefined;
  const preferred = ['short', 'de-DE', 'de', 'en-US', 'en', ...Object.keys(value)];
  for (const key of preferred) {
    const inner = Object.hasOwn(value, key) ? readInner(value[key]) : undefined;
    if (inner !== undefined) return inner;
  }
  return undefined;
}
