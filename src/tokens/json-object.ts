/** The parts of a JSON text that carry its structure: strings, brackets and colons. */
const structure = /"(?:[^"\\]|\\.)*"|[{}[\]:]/g;

/** Tokens do not need deeper content, and serializing it would exhaust the stack. */
const deepest = 32;

/**
 * Reads a JSON object and refuses ambiguous ones, so that other readers of the same text, in other languages, cannot
 * see another value (RFC 8725 section 2.4, RFC 7515 section 4).
 * @returns the object, or the problem, for a message that continues "the token's header"
 */
export function readJsonObject(text: string): Record<string, unknown> | string {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return 'is not base64url-encoded JSON';
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return 'is not a JSON object';
  return structureProblem(text) ?? (value as Record<string, unknown>);
}

/**
 * @param text valid JSON
 * @returns the problem: a duplicate member or too many levels
 */
function structureProblem(text: string): string | undefined {
  const open: Set<string>[] = [];
  let latest = '';
  for (const [token] of text.matchAll(structure)) {
    if (token === '{' || token === '[') {
      if (open.push(new Set()) > deepest) return `is nested more than ${deepest} levels deep`;
    } else if (token === '}' || token === ']') open.pop();
    else if (token !== ':') latest = token;
    else {
      // Names are compared after unescaping: `"k"` and its escape `"\u006b"` are one name.
      const name = JSON.parse(latest) as string;
      const names = open.at(-1);
      if (names?.has(name)) return `has the member '${name.slice(0, 60)}' twice`;
      names?.add(name);
    }
  }
  return undefined;
}
