/** Letters that Unicode does not take apart, as German dictionaries sort them. */
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

/** Lies below whatever text holds, so that a text comes before those that go on after it. */
const separator = '\0';

/**
 * A text in a form that compares by code units as German dictionaries sort: without case, ä with a, ß with ss (JTL's
 * databases sort by Latin1_General_CI_AS). Texts that agree in that come in the order of their accents, unaccented first.
 * Made without ICU, whose order differs between builds of Node; two texts have one form only if they differ in nothing
 * but case.
 * @param text whatever case
 */
export function orderedForm(text: string): string {
  const lower = text.toLowerCase();
  if (ascii.test(lower)) return lower;
  const accented = lower.normalize('NFC').replace(singleLetters, (letter) => letters[letter] ?? letter);
  const plain = accented.normalize('NFD').replace(marks, '');
  return [plain, accented, ...(accented === lower ? [] : [lower])].join(separator);
}
