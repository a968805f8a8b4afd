import type { IncomingMessage } from 'node:http';
import { authorizationProblem, credentialsOf } from '../platform/authorization-header.ts';
import { OAuthError } from './errors.ts';
import type { Parameters } from './form.ts';

/**
 * @param form a POST's parameters, which may contain the token too (RFC 6750 section 2.2)
 * @throws OAuthError `invalid_token` if there is no token
 */
export function bearerToken(request: IncomingMessage, form?: Parameters): string {
  const header = request.headers.authorization;
  const token = credentialsOf(header, 'Bearer') ?? form?.get('access_token');
  if (token !== undefined) return token;
  const remedy = 'Authorization: Bearer <access token of a sign-in>';
  throw new OAuthError('invalid_token', authorizationProblem(header, 'Bearer', remedy));
}
