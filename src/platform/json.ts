/** The content is not JSON. The message describes the problem without quoting the content, which may contain a secret. */
export class NotJson extends Error {
  override readonly name = 'NotJson';
}

/** Skips a byte order mark, as ASP.NET does. */
const utf8 = new TextDecoder('utf-8', { fatal: true });

/** An escape that may be half of a surrogate pair; only texts with one need the check of every value. */
const surrogateEscape = /\\u[dD][89a-fA-F]/;

/** Maximum nesting of lists and objects, the default of System.Text.Json (JsonReaderOptions.MaxDepth). */
const maxDepth = 64;

/**
 * Reads JSON as strictly as System.Text.Json: UTF-8 only, no half of a surrogate pair in a text or a name, and no
 * deeper than {@link maxDepth}. Otherwise, the emulator could store a value that it cannot write into a URL, a file
 * name or JSON.
 * @param content the received bytes, or decoded text
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
  // A shorter text cannot open and close so many levels.
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
    throw new NotJson('has bytes that are not UTF-8; encode it as UTF-8');
  }
}

/** @returns the parser's message without the text that it quotes */
function problemOf(error: unknown): string {
  const message = error instanceof Error ? error.message : '';
  return message.replace(/(^|, )(\.{3})?"[\s\S]*$/, '') || 'unreadable';
}

/** Works level by level without recursion, so that no depth can exhaust the stack. */
function nestsTooDeep(value: unknown): boolean {
  const nesting = (one: unknown): one is object => typeof one === 'object' && one !== null;
  let level = [value].filter(nesting);
  for (let depth = 1; level.length > 0; depth++) {
    if (depth > maxDepth) return true;
    level = level.flatMap((one) => (Object.values(one) as unknown[]).filter(nesting));
  }
  return false;
}

/** Works through a list without recursion, so that no depth can exhaust the stack. */
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

/** Whether a value is a JSON object, and so neither null nor a list. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
