/** The languages of the pages that people see. */
export type Language = 'de' | 'en';

/**
 * Chooses the language that a browser prefers (RFC 9110 section 12.5.4).
 * @param acceptLanguage the request's header
 * @param before tags with precedence, separated by spaces, such as `ui_locales` (OpenID Connect Core section 3.1.2.1)
 * @returns English if neither language is requested
 */
export function languageOf(acceptLanguage: string | undefined, before = ''): Language {
  const accepted = (acceptLanguage ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', quality] = part.trim().split(/\s*;\s*q=/);
      return { tag, quality: quality === undefined ? 1 : Number(quality) };
    })
    .filter(({ quality }) => quality > 0)
    .sort((a, b) => b.quality - a.quality)
    .map(({ tag }) => tag);
  for (const tag of [...before.split(' '), ...accepted]) {
    const language = tag.split('-')[0]?.toLowerCase();
    if (language === 'de' || language === 'en') return language;
  }
  return 'en';
}
