import { defaultLanguage, wawiPlatform } from '../rules/item-texts.ts';
import type { Draft } from '../../../wire/views/draft-reader.ts';

/** @returns whether a text is in Wawi's default language, which an entity keeps in its own fields */
export function isDefault(text: Draft): boolean {
  return String(text['languageIso'] ?? defaultLanguage).toUpperCase() === defaultLanguage;
}

/** @returns whether a text is Wawi's own, not that of another platform */
export function isWawi(text: Draft): boolean {
  return (text['platformId'] ?? wawiPlatform) === wawiPlatform;
}

/** @returns the text without what says where it belongs */
export function without(text: Draft, ...fields: readonly string[]): Draft {
  return Object.fromEntries(Object.entries(text).filter(([field]) => !fields.includes(field)));
}

/** @returns the draft of an entity with Wawi's own texts in every language */
export function writtenDefaults(texts: readonly Draft[]): Draft {
  return {
    ...without(texts.find(isDefault) ?? {}, 'languageIso'),
    descriptions: { translations: texts.filter((text) => !isDefault(text)) },
  };
}

/** @returns the draft of an entity with texts by platform: Wawi's own, and those of other platforms */
export function writtenPlatforms(texts: readonly Draft[]): Draft {
  const own = texts.filter(isWawi);
  return {
    ...without(own.find(isDefault) ?? {}, 'platformId', 'languageIso'),
    descriptions: {
      translations: own.filter((text) => !isDefault(text)).map((text) => without(text, 'platformId')),
      platforms: texts.filter((text) => !isWawi(text)),
    },
  };
}

/**
 * @returns the draft of an entity with texts by platform, beside a list that has Wawi's own: Wawi's own texts change only
 * where there is one among these
 */
export function writtenFurtherPlatforms(texts: readonly Draft[]): Draft {
  const draft = writtenPlatforms(texts);
  if (texts.some((text) => isWawi(text) && !isDefault(text))) return draft;
  return { ...draft, descriptions: without(draft['descriptions'] as Draft, 'translations') };
}
