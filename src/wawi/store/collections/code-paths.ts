/** The kinds of ISO codes. */
export type CodeOf = 'country' | 'currency' | 'language';

/** Path -> kind of the code there. */
export type CodePaths = Readonly<Record<string, CodeOf>>;

/** The codes of a postal address at a path. */
export function addressCodes<P extends string>(path: P): Readonly<Record<`${P}.countryIso`, 'country'>> {
  return { [`${path}.countryIso`]: 'country' } as Readonly<Record<`${P}.countryIso`, 'country'>>;
}

/** The languages of translations. */
export const translationCodes = { 'translations[].languageIso': 'language' } as const;
