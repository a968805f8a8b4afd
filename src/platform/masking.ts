/** Query parameters whose values are secrets; outside of queries these names have other meanings too. */
const secretParameters = new Set(['code', 'devicecode', 'usercode', 'codeverifier', 'state', 'key', 'sig']);

/** The endings of secrets' names, with any prefix: `x-api-key`, `refreshToken`, `user.password`. */
const secretEnding =
  /(?:tokens?|secrets?|passwords?|passwd|pwd|passphrase|jwt|assertion|authorization|credentials?|signature|cookie|idtokenhint|(?:api|wawi|access|private|secret|auth)keys?)$/;

/**
 * @param name of a parameter, header or member, in any spelling: `refreshToken`, `refresh_token`, `Refresh-Token`
 * @returns whether its value is a secret
 */
function namesSecret(name: string): boolean {
  return secretEnding.test(plain(name));
}

function plain(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]/g, '');
}

/** A JWT or a piece of one: base64url of `{"`, with which every header begins, and the rest. */
const jwt = /(?<![A-Za-z0-9])e[yw][A-Za-z0-9][\w-]{8,}={0,2}(?:(?:\.|%2[Ee])[\w-]*={0,2})*/g;
const jsonStart = /^\s*\{\s*(?:"|$)/;

/** The emulator's own secrets: client secrets in hex, codes and refresh tokens as 256 bits in base64url. */
const opaque =
  /(?<![\w-])(?:[0-9a-f]{64}|(?:[0-9a-f]{32}\.)?(?=[\w-]*[a-z])(?=[\w-]*[A-Z])(?=[\w-]*\d)[\w-]{43})(?![\w-])/g;

const mask = '***';

/** Shorter texts contain neither a token nor a secret. */
const shortest = 11;
const opaqueLength = 43;

/** @returns the text with everything that looks like a token replaced by `***` */
export function masked(text: string): string {
  if (text.length < shortest) return text;
  let shown = text;
  if (text.includes('ey') || text.includes('ew'))
    shown = shown.replace(jwt, (found) => (beginsAsJson(found) ? mask : found));
  return hasLongWord(shown) ? shown.replace(opaque, mask) : shown;
}

/** Runs for every request, so it does without a regular expression, which would try every position. */
function hasLongWord(text: string): boolean {
  if (text.length < opaqueLength) return false;
  let length = 0;
  for (let at = 0; at < text.length; at++) {
    length = isWordCharacter(text.charCodeAt(at)) ? length + 1 : 0;
    if (length === opaqueLength) return true;
  }
  return false;
}

/** Letters, digits, `-` and `_`: the alphabet of base64url. */
function isWordCharacter(code: number): boolean {
  return (
    (code >= 0x61 && code <= 0x7a) ||
    (code >= 0x30 && code <= 0x39) ||
    (code >= 0x41 && code <= 0x5a) ||
    code === 0x2d ||
    code === 0x5f
  );
}

/** Words such as `eyelets-and-hooks` are not tokens. */
function beginsAsJson(found: string): boolean {
  return jsonStart.test(Buffer.from(found.slice(0, 8), 'base64url').toString('latin1'));
}

/**
 * @param path a path or a whole URL, with its query
 * @returns the same with secret query parameters, a password before the host, and everything that looks like a token
 *   replaced by `***`
 */
export function maskedPath(path: string): string {
  const open = path.includes('@') ? path.replace(/^(\w+:\/\/[^/?#@]*:)[^/?#@]*@/, `$1${mask}@`) : path;
  if (!open.includes('?')) return masked(open);
  const named = open.replace(/([?&])([^?&=#]+)=[^&#]*/g, (whole, mark: string, encoded: string) => {
    return isSecretParameter(encoded) ? `${mark}${encoded}=${mask}` : whole;
  });
  return masked(named);
}

/** Apps use the same few names again and again. */
const knownParameters = new Map<string, boolean>();
const remembered = 500;
const longestRemembered = 40;

function isSecretParameter(encoded: string): boolean {
  let isSecret = knownParameters.get(encoded);
  if (isSecret === undefined) {
    const name = decoded(encoded);
    isSecret = secretParameters.has(plain(name)) || namesSecret(name);
    if (knownParameters.size >= remembered) knownParameters.clear();
    if (encoded.length <= longestRemembered) knownParameters.set(encoded, isSecret);
  }
  return isSecret;
}

/** Names may be percent-encoded. */
function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

/**
 * @param value JSON
 * @returns the same with texts under a secret's name, and everything that looks like a token, replaced by `***`
 */
export function maskedJson<T>(value: T): T {
  return maskedMember('', value) as T;
}

function maskedMember(name: string, value: unknown): unknown {
  if (typeof value === 'string') return namesSecret(name) && value !== '' ? mask : masked(value);
  if (Array.isArray(value)) return value.map((one) => maskedMember(name, one));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, maskedMember(key, inner)]));
}
