import { isRecord } from './field.ts';

/** A text that stands elsewhere in the manifest: `__TK_name__` for `locales.<defaultLocale>.name`. */
const templateKey = /__TK_(\w+?)__/g;

/**
 * Puts the texts of a manifest's default locale where the manifest names them by template keys; a key without a text
 * stays as it is.
 * @param manifest of version 1, unchecked
 * @returns a copy, or the manifest itself where nothing is to be done
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
