import { answerJson } from '../platform/routes.ts';
import type { Exchange } from '../platform/routes.ts';
import { assumptionBehind } from '../platform/authentication.ts';
import { assume, setReason } from '../platform/http.ts';
import { BodyTooLarge, UnreadableBody } from '../platform/request-body.ts';
import { RefreshError } from '../platform/grants/refresh-tokens.ts';
import { TokenError } from '../tokens/errors.ts';

/** Every error the Identity Provider answers: its code on the wire, its status, and the usual wording. */
const errorTable = {
  // RFC 6749 sections 4.1.2.1 and 5.2
  invalid_request: [
    400,
    'The request is missing a required parameter, includes an invalid parameter value, includes a parameter more than once, or is otherwise malformed.',
  ],
  invalid_client: [
    401,
    'Client authentication failed (e.g., unknown client, no client authentication included, or unsupported authentication method).',
  ],
  invalid_grant: [
    400,
    'The provided authorization grant or refresh token is invalid, expired, revoked, does not match the redirection URI used in the authorization request, or was issued to another client.',
  ],
  unauthorized_client: [400, 'The client is not authorized to use this authorization grant type or token.'],
  unsupported_grant_type: [400, 'The authorization grant type is not supported by the authorization server.'],
  unsupported_response_type: [
    400,
    'The authorization server does not support obtaining an authorization code using this response type.',
  ],
  invalid_scope: [400, 'The requested scope is invalid, unknown, or malformed.'],
  access_denied: [400, 'The resource owner or authorization server denied the request.'],
  // RFC 6750 section 3.1
  invalid_token: [
    401,
    'The access token provided is expired, revoked, malformed, or invalid for other reasons.',
  ],
  insufficient_scope: [403, 'The request requires higher privileges than provided by the access token.'],
  // RFC 8628 section 3.5
  authorization_pending: [400, 'The user has not yet completed the authorization.'],
  slow_down: [400, 'The client polls faster than the interval allows.'],
  expired_token: [400, 'The device code has expired.'],
  // OpenID Connect Core section 3.1.2.6
  login_required: [400, 'The Authorization Server requires End-User authentication.'],
  interaction_required: [
    400,
    'The Authorization Server requires End-User interaction of some form to proceed.',
  ],
  request_not_supported: [400, 'The OP does not support use of the request parameter.'],
  request_uri_not_supported: [400, 'The OP does not support use of the request_uri parameter.'],
} as const satisfies Record<string, readonly [status: number, description: string]>;

export type OAuthErrorCode = keyof typeof errorTable;

/** A refusal of the Identity Provider. The description has the platform's wording, the message is for the developer. */
export class OAuthError extends Error {
  override readonly name = 'OAuthError';
  readonly status: number;
  readonly description: string;

  /** @param reason the problem, the value, and what would be right; no secret or token */
  constructor(
    readonly code: OAuthErrorCode,
    reason: string,
    description?: string,
  ) {
    super(reason);
    this.status = errorTable[code][0];
    this.description = description ?? errorTable[code][1];
  }
}

/** Authentication that a client would have to add, per error (RFC 6749 section 5.2, RFC 6750 section 3). */
const challenges: Partial<Record<OAuthErrorCode, (error: OAuthError) => string>> = {
  invalid_client: () => 'Basic realm="JTL Identity Provider"',
  invalid_token: (error) =>
    `Bearer realm="JTL Identity Provider", error="invalid_token", error_description="${error.description}"`,
  insufficient_scope: (error) =>
    `Bearer realm="JTL Identity Provider", error="insufficient_scope", error_description="${error.description}"`,
};

/** Headers of answers that no cache may keep: tokens, and refusals of them (RFC 6749 section 5.1). */
export const noStore = { 'Cache-Control': 'no-store', Pragma: 'no-cache' } as const;

/**
 * Writes a refusal as JSON (RFC 6749 section 5.2).
 * @returns false for other errors than refusals
 */
export function answerError(error: unknown, { response }: Exchange): boolean {
  if (error instanceof BodyTooLarge) {
    setReason(response, `${error.message}; no request of this service needs that much`);
    answerJson(
      response,
      413,
      { error: 'invalid_request', error_description: 'The request body is too large.' },
      { ...noStore, Connection: 'close' },
    );
    return true;
  }
  if (error instanceof UnreadableBody) {
    setReason(response, error.message);
    const body = { error: 'invalid_request', error_description: 'The request body could not be read.' };
    answerJson(response, error.status, body, noStore);
    return true;
  }
  const refusal = toOAuthError(error);
  if (!refusal) return false;
  setReason(response, refusal.message);
  const assumption = error instanceof TokenError ? assumptionBehind(error) : undefined;
  if (assumption !== undefined) assume(response, assumption);
  const challenge = challenges[refusal.code]?.(refusal);
  answerJson(
    response,
    refusal.status,
    { error: refusal.code, error_description: refusal.description },
    { ...noStore, ...(challenge === undefined ? {} : { 'WWW-Authenticate': challenge }) },
  );
  return true;
}

/** First segments of the paths that belong to this service alone; other services share the root with it. */
const ownSegments = new Set(['oauth2', 'userinfo', '.well-known', 'id', 'oauth', 'oidc', 'device']);

/**
 * Answers an unknown path below the Identity Provider's.
 * @returns false for a path that may belong to another service
 */
export function answerUnknownPath(path: string, nearest: string, { response }: Exchange): boolean {
  if (!ownSegments.has(path.split('/')[1] ?? '')) return false;
  setReason(response, `the Identity Provider has nothing at ${path}; the nearest known path is ${nearest}`);
  answerJson(response, 404, {
    error: 'not_found',
    error_description: 'The requested resource could not be found.',
  });
  return true;
}

function toOAuthError(error: unknown): OAuthError | undefined {
  if (error instanceof OAuthError) return error;
  if (error instanceof TokenError) return new OAuthError('invalid_token', error.message);
  if (error instanceof RefreshError) return new OAuthError('invalid_grant', error.message);
  return undefined;
}
