/** The part of a font that {@link printable} needs. */
export interface CharacterSet {
  /** Unicode code points that the font can show. */
  getCharacterSet(): number[];
}

const known = new WeakMap<CharacterSet, ReadonlySet<number>>();

/**
 * Makes a text printable in a standard font of PDF, which knows Western European characters only: letters beyond lose
 * their accents (`Łódź` with `ł` as `?`), all else becomes `?`.
 */
export function printable(text: string, font: CharacterSet): string {
  let set = known.get(font);
  if (!set) known.set(font, (set = new Set(font.getCharacterSet())));
  const characters = set;
  return [...text.normalize('NFC')].map((character) => shown(character, characters)).join('');
}

function shown(character: string, characters: ReadonlySet<number>): string {
  if (characters.has(character.codePointAt(0) ?? 0)) return character;
  if (/\s/.test(character)) return ' ';
  const [base = ''] = character.normalize('NFD');
  return characters.has(base.codePointAt(0) ?? 0) ? base : '?';
}
