/** Query parameters whose values are secret or stand for a sign-in, in small letters. */
const secretParameters = new Set([
  ...[
    'code',
    'device_code',
    'user_code',
    'code_verifier',
    'state',
    'key',
    'api_key',
    'apikey',
    'sig',
    'signature',
  ],
  ...['token', 'access_token', 'refresh_token', 'id_token', 'id_token_hint', 'session_token', 'sessiontoken'],
  ...['subject_token', 'actor_token', 'client_secret', 'secret', 'password', 'assertion', 'client_assertion'],
  ...['app_token', 'apptoken', 'jwt', 'authorization'],
]);

/**
 * @param path a path or a whole URL, with its query
 * @returns the same with the values of secret query parameters, and a password before its host, replaced by `***`
 */
export function maskedPath(path: string): string {
  const open = path.includes('@') ? path.replace(/^(\w+:\/\/[^/?#@]*:)[^/?#@]*@/, '$1***@') : path;
  if (!open.includes('?')) return open;
  return open.replace(/([?&])([^?&=#]+)=[^&#]*/g, (whole, mark: string, name: string) =>
    secretParameters.has(plainName(name)) ? `${mark}${name}=***` : whole,
  );
}

/** Names may be written with percent signs too. */
function plainName(name: string): string {
  try {
    return decodeURIComponent(name).toLowerCase();
  } catch {
    return name.toLowerCase();
  }
}
