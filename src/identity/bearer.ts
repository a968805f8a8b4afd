import type { IncomingMessage } from 'node:http';
import { OAuthError } from './errors.ts';
import type { Parameters } from './form.ts';

/**
 * @param form a POST's parameters, which may contain the token too (RFC 6750 section 2.2)
 * @throws OAuthError `invalid_token` if there is no token
 */
export function bearerToken(request: IncomingMessage, form?: Parameters): string {
  const header = request.headers.authorization;
  const token = /^bearer +(\S+)$/i.exec(header ?? '')?.[1] ?? form?.get('access_token');
  if (token !== undefined) return token;
  const got =
    header === undefined
      ? 'there is no Authorization header'
      : 'the Authorization header is not of the form Bearer TOKEN';
  throw new OAuthError(
    'invalid_token',
    `${got}; send 'Authorization: Bearer' with the access token of a sign-in`,
  );
}
