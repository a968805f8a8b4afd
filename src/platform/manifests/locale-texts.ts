import { isRecord } from '../json.ts';

/** A reference to a text of the manifest: `__TK_name__` for `locales.<defaultLocale>.name`. */
const templateKey = /__TK_(\w+?)__/g;

/**
 * Replaces the template keys of a manifest by the texts of its default locale; a key without a text stays as it is.
 * @param manifest of version 1, unchecked
 * @returns a copy, or the manifest itself if it has no template keys
 */
export function withLocaleTexts(manifest: Record<string, unknown>): Record<string, unknown> {
  const { locales, defaultLocale } = manifest;
  const texts = isRecord(locales) && typeof defaultLocale === 'string' ? locales[defaultLocale] : undefined;
  if (!isRecord(texts)) return manifest;
  const filled = (value: unknown): unknown => {
    if (typeof value === 'string') return fill(value, texts);
    if (Array.isArray(value)) return value.map(filled);
    return isRecord(value) ? filledRecord(value) : value;
  };
  const filledRecord = (record: Record<string, unknown>): Record<string, unknown> =>
    Object.fromEntries(Object.entries(record).map(([key, value]) => [key, filled(value)]));
  return { ...filledRecord(manifest), locales };
}

function fill(text: string, texts: Record<string, unknown>): string {
  return text.replace(templateKey, (whole, key: string) => {
    const found = Object.hasOwn(texts, key) ? texts[key] : undefined;
    return typeof found === 'string' ? found : whole;
  });
}
