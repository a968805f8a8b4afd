/** A type that a member of a token's header or payload must have: its test, and its name in a message. */
interface MemberType {
  fits: (value: unknown) => boolean;
  name: string;
}

const isText = (value: unknown): value is string => typeof value === 'string';
const text: MemberType = { fits: isText, name: 'a string' };
const texts: MemberType = {
  fits: (value) => Array.isArray(value) && value.every(isText),
  name: 'an array of strings',
};
const textOrTexts: MemberType = {
  fits: (value) => isText(value) || texts.fits(value),
  name: 'a string or an array of strings',
};
const object: MemberType = {
  fits: (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
  name: 'an object',
};
/** Numbers beyond the range of JavaScript (`1e999`) parse to Infinity. */
const numericDate: MemberType = {
  fits: (value) => Number.isFinite(value),
  name: 'a number (seconds since the epoch, RFC 7519 section 2)',
};

/** Header parameters of RFC 7515 section 4.1. */
const headerTypes: Readonly<Record<string, MemberType>> = {
  alg: text,
  kid: text,
  typ: text,
  cty: text,
  jku: text,
  jwk: object,
  x5u: text,
  x5c: texts,
  x5t: text,
  'x5t#S256': text,
};

/** Registered claims (RFC 7519 section 4.1, RFC 8693 section 4) and those of the platform's tokens (platform.md 2 to 4). */
const claimTypes: Readonly<Record<string, MemberType>> = {
  iss: text,
  sub: text,
  aud: textOrTexts,
  exp: numericDate,
  nbf: numericDate,
  iat: numericDate,
  jti: text,
  client_id: text,
  scope: text,
  scp: texts,
  act: object,
  userId: text,
  tenantId: text,
  kid: text,
  'urn:jtl:tenant_id': text,
  'urn:jtl:app_id': text,
};

/**
 * @param header a token's header
 * @returns the problem, for a message that continues "the token's header"; undefined if there is none
 */
export function headerProblem(header: Readonly<Record<string, unknown>>): string | undefined {
  if (header['alg'] === undefined) return `names no algorithm ('alg')`;
  if (Object.hasOwn(header, 'crit')) {
    return `has 'crit': it requires extensions that no service here supports (RFC 7515 section 4.1.11)`;
  }
  return typeProblem(header, headerTypes);
}

/**
 * @param claims a token's payload
 * @returns the problem, for a message that continues "the token's payload"; undefined if there is none
 */
export function claimsProblem(claims: Readonly<Record<string, unknown>>): string | undefined {
  if (claims['exp'] === undefined) return `has no numeric 'exp' (seconds since the epoch)`;
  return typeProblem(claims, claimTypes);
}

function typeProblem(
  members: Readonly<Record<string, unknown>>,
  types: Readonly<Record<string, MemberType>>,
): string | undefined {
  for (const [name, { fits, name: wanted }] of Object.entries(types)) {
    if (Object.hasOwn(members, name) && !fits(members[name])) {
      return `has '${name}' as ${typeName(members[name])}; it must be ${wanted}`;
    }
  }
  return undefined;
}

/** Names the type and never the value: the value may be a secret, or too long for a header. */
function typeName(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'an array';
  if (typeof value === 'object') return 'an object';
  return typeof value === 'number' && !Number.isFinite(value) ? 'an infinite number' : `a ${typeof value}`;
}
