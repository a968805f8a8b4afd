/** German letters and their spelling; they are not accented Latin letters. */
const spelledOut: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss' };

/** @returns the short name of an app, from its identifier: small letters, digits and hyphens */
export function slugOf(identifier: string): string {
  const slug = identifier
    .normalize('NFC')
    .toLowerCase()
    .replace(/[äöüß]/g, (letter) => spelledOut[letter] ?? letter)
    .normalize('NFKD')
    .replace(/[^\w\s-]/g, '')
    .replace(/[\s_-]+/g, '-')
    .replace(/^-|-$/g, '');
  return slug || 'app';
}
