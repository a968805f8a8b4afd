import type { FurtherTexts, LocalTexts, Texts } from '../schema/items.ts';

/** The language that an entity's own texts are in. */
export const defaultLanguage = 'DE';

/** The sales channel that stands for Wawi itself. */
export const wawiChannel = '1-1-1';

/** The platform that stands for Wawi itself. */
export const wawiPlatform = 1;

/** An item or category as far as its texts go. */
export interface Described extends Texts {
  descriptions: FurtherTexts;
}

/** A text with the channel it is for, as v1 lists them. */
export type ChannelTexts = LocalTexts & { salesChannelId: string };

const textFields = [
  'name',
  'description',
  'shortDescription',
  'seoPath',
  'seoMetaDescription',
  'seoTitleTag',
  'seoMetaKeywords',
] as const satisfies readonly (keyof Texts)[];

/** The texts alone, without what else the entity has. */
export function textsOf(source: Texts): Texts {
  return Object.fromEntries(
    textFields.filter((field) => source[field] !== undefined).map((field) => [field, source[field]]),
  );
}

/** The texts in Wawi's default language, told which it is. */
export function defaultTexts(source: Described): LocalTexts {
  return { languageIso: defaultLanguage, ...textsOf(source) };
}

/** How a whole platform is written where a sales channel is asked for: no type and no shop. */
export function platformChannel(platformId: number): string {
  return `0-${platformId}-0`;
}

/** @returns the platform that a channel id stands for as a whole, or undefined for a single channel */
export function platformOfChannel(salesChannelId: string): number | undefined {
  const match = /^0-(\d+)-0$/.exec(salesChannelId);
  return match ? Number(match[1]) : undefined;
}

/** All texts of an entity, each with its channel: Wawi's first, then platforms, then single channels. */
export function allTexts(source: Described): ChannelTexts[] {
  const { translations, platforms, salesChannels } = source.descriptions;
  return [
    { ...defaultTexts(source), salesChannelId: wawiChannel },
    ...translations.map((texts) => ({ ...texts, salesChannelId: wawiChannel })),
    ...platforms.map(({ platformId, ...texts }) => ({
      ...texts,
      salesChannelId: platformChannel(platformId),
    })),
    ...salesChannels,
  ];
}

/** The identity of one text of an entity. */
export interface TextKey {
  salesChannelId: string;
  languageIso: string;
}

export function isSameText(a: TextKey, b: TextKey): boolean {
  return a.salesChannelId === b.salesChannelId && a.languageIso.toUpperCase() === b.languageIso.toUpperCase();
}

/** @returns whether the key names the entity's own texts, which always exist */
export function isDefaultText(key: TextKey): boolean {
  return isSameText(key, { salesChannelId: wawiChannel, languageIso: defaultLanguage });
}

/**
 * @param texts the new text under the key, or undefined to take it out; the entity's own texts are not kept here
 * @returns the further texts with that one put in, replaced or taken out
 */
export function withText(
  further: FurtherTexts,
  { salesChannelId, languageIso }: TextKey,
  texts: Texts | undefined,
): FurtherTexts {
  const language = languageIso.toUpperCase();
  const others = <T extends LocalTexts>(list: readonly T[], same: (one: T) => boolean): T[] =>
    list.filter((one) => !(same(one) && one.languageIso.toUpperCase() === language));
  const local = texts && { ...textsOf(texts), languageIso: language };
  if (salesChannelId === wawiChannel) {
    const translations = others(further.translations, () => true);
    return { ...further, translations: local ? [...translations, local] : translations };
  }
  const platformId = platformOfChannel(salesChannelId);
  if (platformId !== undefined) {
    const platforms = others(further.platforms, (one) => one.platformId === platformId);
    return { ...further, platforms: local ? [...platforms, { ...local, platformId }] : platforms };
  }
  const salesChannels = others(further.salesChannels, (one) => one.salesChannelId === salesChannelId);
  return {
    ...further,
    salesChannels: local ? [...salesChannels, { ...local, salesChannelId }] : salesChannels,
  };
}
