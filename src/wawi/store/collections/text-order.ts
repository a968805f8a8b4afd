/** Letters that Unicode does not decompose, as German dictionaries sort them. */
const letters: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
};

const singleLetters = new RegExp(`[${Object.keys(letters).join('')}]`, 'g');
const marks = /\p{M}+/gu;
const ascii = /^[\0-\x7f]*$/;

/** Less than every character, so that a text precedes its continuations. */
const separator = '\0';

/**
 * A text in a form that compares by code units as German dictionaries sort: without case, ä with a, ß with ss (JTL's
 * databases sort by Latin1_General_CI_AS). Texts that are equal in that sort by their accents, unaccented first. Made
 * without ICU, whose order differs between builds of Node. Two texts have the same form only if they differ in case
 * alone.
 * @param text in any case
 */
export function orderedForm(text: string): string {
  const lower = text.toLowerCase();
  if (ascii.test(lower)) return lower;
  const accented = lower.normalize('NFC').replace(singleLetters, (letter) => letters[letter] ?? letter);
  const plain = accented.normalize('NFD').replace(marks, '');
  return [plain, accented, ...(accented === lower ? [] : [lower])].join(separator);
}
