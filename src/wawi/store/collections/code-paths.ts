/** What an ISO code may stand for. */
export type CodeOf = 'country' | 'currency' | 'language';

/** Path -> what the code there stands for. */
export type CodePaths = Readonly<Record<string, CodeOf>>;

/** The codes of a postal address that lies at a path. */
export function addressCodes<P extends string>(path: P): Readonly<Record<`${P}.countryIso`, 'country'>> {
  return { [`${path}.countryIso`]: 'country' } as Readonly<Record<`${P}.countryIso`, 'country'>>;
}

/** The languages that something is named in. */
export const translationCodes = { 'translations[].languageIso': 'language' } as const;
