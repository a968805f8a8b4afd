import { invalid } from '../../../store/errors.ts';
import { defaultLanguage, defaultTexts, wawiPlatform, type Described } from '../rules/item-texts.ts';
import type { Draft } from '../../../wire/views/draft-reader.ts';
import type { FieldView } from '../../../wire/views/views.ts';

function isDefault(text: Draft): boolean {
  return String(text['languageIso'] ?? defaultLanguage).toUpperCase() === defaultLanguage;
}

function isWawi(text: Draft): boolean {
  return (text['platformId'] ?? wawiPlatform) === wawiPlatform;
}

function without(text: Draft, ...fields: readonly string[]): Draft {
  return Object.fromEntries(Object.entries(text).filter(([field]) => !fields.includes(field)));
}

/** The text in Wawi's default language: the entity's own fields. */
export const defaultDescription: FieldView<Described> = {
  read: (source) => ({ platformId: wawiPlatform, ...defaultTexts(source) }),
  write: (value) => {
    const text = (value ?? {}) as Draft;
    if (!isDefault(text) || !isWawi(text)) {
      throw invalid(
        'languageIso',
        `The default description is Wawi's own (platform ${wawiPlatform}) in ${defaultLanguage}; send ${String(text['languageIso'])} as a platform description.`,
      );
    }
    return without(text, 'platformId', 'languageIso');
  },
};

/** Wawi's texts in every language: the default language's are the entity's own fields. */
export const defaultDescriptions: FieldView<Described> = {
  read: (source) => [defaultTexts(source), ...source.descriptions.translations],
  write: (value) => {
    const texts = (value ?? []) as Draft[];
    return {
      ...without(texts.find(isDefault) ?? {}, 'languageIso'),
      descriptions: { translations: texts.filter((text) => !isDefault(text)) },
    };
  },
};

/** Texts by platform: other languages of Wawi's own, and those of other platforms. */
export const platformDescriptions: FieldView<Described> = {
  read: (source) => [
    ...source.descriptions.translations.map((text) => ({ ...text, platformId: wawiPlatform })),
    ...source.descriptions.platforms,
  ],
  write: (value) => writtenPlatforms((value ?? []) as Draft[]),
};

/** All texts that are no single channel's, the default language's first, as categories list them. */
export const allPlatformDescriptions: FieldView<Described> = {
  read: (source) => [
    ...[defaultTexts(source), ...source.descriptions.translations].map((text) => ({
      ...text,
      platformId: wawiPlatform,
    })),
    ...source.descriptions.platforms,
  ],
  write: (value) => writtenPlatforms((value ?? []) as Draft[]),
};

function writtenPlatforms(texts: readonly Draft[]): Draft {
  const own = texts.filter(isWawi);
  return {
    ...without(own.find(isDefault) ?? {}, 'platformId', 'languageIso'),
    descriptions: {
      translations: own.filter((text) => !isDefault(text)).map((text) => without(text, 'platformId')),
      platforms: texts.filter((text) => !isWawi(text)),
    },
  };
}
