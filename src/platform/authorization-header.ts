/** Schemes that clients send; any other word may be the beginning of a key. */
const knownSchemes = ['Basic', 'Bearer', 'Digest', 'Wawi', 'Token', 'ApiKey', 'Negotiate', 'OAuth'] as const;

/**
 * Reads the credentials of an Authorization header (RFC 9110 section 11.4).
 * @param scheme in any letter case
 * @returns the token or key; undefined if the header does not have exactly one after the scheme
 */
export function credentialsOf(header: string | undefined, scheme: 'Bearer' | 'Wawi'): string | undefined {
  const [given = '', credentials, ...others] = (header ?? '').trim().split(/ +/);
  const isOne = credentials !== undefined && credentials !== '' && others.length === 0;
  return isOne && given.toLowerCase() === scheme.toLowerCase() ? credentials : undefined;
}

/**
 * Describes an Authorization header without credentials of the scheme, and without repeating what may be a secret.
 * @param remedy the header that would be right, such as `Authorization: Bearer <access token>`
 */
export function authorizationProblem(
  header: string | undefined,
  scheme: 'Bearer' | 'Wawi',
  remedy: string,
): string {
  return `${problemOf(header, scheme)}; send '${remedy}'`;
}

function problemOf(header: string | undefined, scheme: 'Bearer' | 'Wawi'): string {
  if (header === undefined) return 'there is no Authorization header';
  const [given = '', ...credentials] = header.trim().split(/ +/);
  if (given === '') return 'the Authorization header is empty';
  const known = knownSchemes.find((one) => one.toLowerCase() === given.toLowerCase());
  if (known === undefined) {
    return credentials.length === 0
      ? `the Authorization header has a value of ${given.length} characters without the scheme '${scheme}'`
      : `the Authorization header's scheme is not '${scheme}'`;
  }
  if (known !== scheme) return `the Authorization header's scheme is '${known}'`;
  return credentials.length === 0
    ? `the Authorization header has nothing after '${scheme}'`
    : `the Authorization header has ${credentials.length} values after '${scheme}' instead of one`;
}
