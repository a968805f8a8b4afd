import { invalid } from '../../../store/errors.ts';
import { defaultLanguage, defaultTexts, wawiPlatform, type Described } from '../rules/item-texts.ts';
import type { Draft } from '../../../wire/views/draft-reader.ts';
import type { FieldView } from '../../../wire/views/views.ts';
import {
  isDefault,
  isWawi,
  without,
  writtenDefaults,
  writtenFurtherPlatforms,
  writtenPlatforms,
} from './text-drafts.ts';

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
  write: (value) => writtenDefaults((value ?? []) as Draft[]),
};

/** Texts by platform: other languages of Wawi's own, and those of other platforms. */
export const platformDescriptions = {
  read: (source: Described) => [
    ...source.descriptions.translations.map((text) => ({ ...text, platformId: wawiPlatform })),
    ...source.descriptions.platforms,
  ],
  write: (value: unknown) => writtenPlatforms((value ?? []) as Draft[]),
} satisfies FieldView<Described>;

/** Texts by platform beside {@link defaultDescriptions}, which have Wawi's own texts in every language. */
export const furtherPlatformDescriptions: FieldView<Described> = {
  read: platformDescriptions.read,
  write: (value) => writtenFurtherPlatforms((value ?? []) as Draft[]),
};

/** All texts without a channel, the default language's first, as in lists of categories. */
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
