/** Whether a whole path matches. */
export type PathTest = (path: string) => boolean;

/**
 * Positions in a text, from before its first character to after its last: 1 where a match of the pattern so far can
 * end.
 */
type Ends = Uint8Array;

/**
 * @param pattern a path in which `*` stands for one segment or a part of it, `**` for any number of segments
 * @returns a test for whole paths, with or without a trailing slash, ignoring case as the Wawi API does. Its time is
 *   proportional to the length of the pattern times that of the path.
 */
export function pathPattern(pattern: string): PathTest {
  const tokens = pattern.toLowerCase().match(/\*{2,}|[^]/g) ?? [];
  return (path) => {
    const text = path.toLowerCase();
    let ends: Ends = new Uint8Array(text.length + 1);
    ends[0] = 1;
    for (const token of tokens) {
      ends = endsAfter(token, text, ends);
      if (!ends.includes(1)) return false;
    }
    return ends.at(-1) === 1 || (text.endsWith('/') && ends.at(-2) === 1);
  };
}

/** @returns the positions where a token of a pattern can end in a text, if it can begin at the given ones */
function endsAfter(token: string, text: string, starts: Ends): Ends {
  const ends = new Uint8Array(starts.length);
  if (!token.startsWith('*')) {
    for (let place = 0; place < text.length; place++) {
      if (starts[place] === 1 && text[place] === token) ends[place + 1] = 1;
    }
    return ends;
  }
  let open = false;
  for (let place = 0; place < ends.length; place++) {
    if (token === '*' && text[place - 1] === '/') open = false;
    open ||= starts[place] === 1;
    if (open) ends[place] = 1;
  }
  return ends;
}
