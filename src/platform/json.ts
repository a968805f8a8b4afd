/** Content that is no JSON. The message tells what it is instead and repeats none of it: a secret may stand in there. */
export class NotJson extends Error {
  override readonly name = 'NotJson';
}

/** Skips a byte order mark, as ASP.NET does. */
const utf8 = new TextDecoder('utf-8', { fatal: true });

/** Where an escape that may be half of a surrogate pair stands; looking closer costs a walk through the value. */
const surrogateEscape = /\\u[dD][89a-fA-F]/;

/** Levels of lists and objects, as deep as System.Text.Json reads unless told otherwise (JsonReaderOptions.MaxDepth). */
const maxDepth = 64;

/**
 * Reads JSON as strictly as System.Text.Json: UTF-8 throughout, no half of a surrogate pair in a text or a name, and no
 * deeper than {@link maxDepth}. What got by here could be kept, but never be written into a URL, a file name or JSON
 * again.
 * @param content bytes as they came, or text that was decoded
 * @throws NotJson
 */
export function parsedJson(content: Uint8Array | string): unknown {
  const text = typeof content === 'string' ? content : decoded(content);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new NotJson(`is not valid JSON: ${problemOf(error)}; send one complete JSON value`);
  }
  // A shorter text cannot open and close so many.
  if (text.length > 2 * maxDepth && nestsTooDeep(value))
    throw new NotJson(`nests deeper than the maximum of ${maxDepth} levels`);
  if (surrogateEscape.test(text) && !isWellFormed(value))
    throw new NotJson(
      'has half of a surrogate pair in a text; send characters beyond \\uFFFF as themselves or as both halves',
    );
  return value;
}

function decoded(bytes: Uint8Array): string {
  try {
    return utf8.decode(bytes);
  } catch {
    throw new NotJson('has bytes that are no UTF-8; encode it as UTF-8');
  }
}

/** @returns the parser's words without the text it quotes */
function problemOf(error: unknown): string {
  const message = error instanceof Error ? error.message : '';
  return message.replace(/(^|, )(\.{3})?"[\s\S]*$/, '') || 'unreadable';
}

/** Works level by level instead of through itself, so that no depth can exhaust the stack. */
function nestsTooDeep(value: unknown): boolean {
  const nesting = (one: unknown): one is object => typeof one === 'object' && one !== null;
  let level = [value].filter(nesting);
  for (let depth = 1; level.length > 0; depth++) {
    if (depth > maxDepth) return true;
    level = level.flatMap((one) => (Object.values(one) as unknown[]).filter(nesting));
  }
  return false;
}

/** Works through a list instead of itself, so that no depth can exhaust the stack. */
function isWellFormed(value: unknown): boolean {
  const left = [value];
  while (left.length > 0) {
    const one = left.pop();
    if (typeof one === 'string' && !one.isWellFormed()) return false;
    if (typeof one !== 'object' || one === null) continue;
    for (const [name, element] of Object.entries(one)) {
      if (!name.isWellFormed()) return false;
      left.push(element);
    }
  }
  return true;
}
