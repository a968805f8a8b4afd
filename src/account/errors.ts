import type { AssumptionId } from '../platform/assumptions.ts';
import { assumptionBehind } from '../platform/authentication.ts';
import { assume, setReason } from '../platform/http.ts';
import { NotFound } from '../platform/problems.ts';
import { RefreshError } from '../platform/grants/refresh-tokens.ts';
import { BodyTooLarge, UnreadableBody } from '../platform/request-body.ts';
import { answerJson } from '../platform/routes.ts';
import type { Exchange } from '../platform/routes.ts';
import { TokenError } from '../tokens/errors.ts';

/** A refusal of the Account Service. */
export class AccountError extends Error {
  override readonly name = 'AccountError';

  /**
   * @param fields the problems, by field of the request
   * @param reason for the developer: the value, and what would be right
   * @param assumption id of the assumption that the refusal rests on, if there is one
   */
  constructor(
    readonly status: 400 | 401 | 403 | 404 | 413 | 415,
    readonly fields: Readonly<Record<string, string[]>>,
    reason: string,
    readonly assumption?: AssumptionId,
  ) {
    super(reason);
  }
}

/** The wording of FastEndpoints. */
const messages = {
  400: 'One or more errors occurred!',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  413: 'Payload Too Large',
  415: 'Unsupported Media Type',
} as const;

/**
 * Writes a refusal in the shape of FastEndpoints, `{statusCode, message, errors}` (platform.md section 4).
 * @returns false for other errors than refusals
 */
export function answerError(error: unknown, { response }: Exchange): boolean {
  const refusal = toAccountError(error);
  if (!refusal) return false;
  setReason(response, refusal.message);
  if (refusal.assumption !== undefined) assume(response, refusal.assumption);
  const headers: Record<string, string> = { 'Cache-Control': 'no-store' };
  if (refusal.status === 401) headers['WWW-Authenticate'] = 'Bearer';
  if (refusal.status === 413) headers['Connection'] = 'close';
  answerJson(
    response,
    refusal.status,
    { statusCode: refusal.status, message: messages[refusal.status], errors: refusal.fields },
    headers,
  );
  return true;
}

/** Answers an unknown path. */
export function answerUnknownPath(path: string, nearest: string, exchange: Exchange): boolean {
  const reason = `the Account Service has nothing at /account${path}; the nearest known path is /account${nearest}`;
  return answerError(new AccountError(404, {}, reason), exchange);
}

function toAccountError(error: unknown): AccountError | undefined {
  if (error instanceof AccountError) return error;
  if (error instanceof TokenError) return new AccountError(401, {}, error.message, assumptionBehind(error));
  if (error instanceof RefreshError)
    return new AccountError(400, { refreshToken: ['The refresh token is invalid.'] }, error.message);
  if (error instanceof NotFound) return new AccountError(404, {}, error.message);
  if (error instanceof BodyTooLarge) return new AccountError(413, {}, error.message);
  if (error instanceof UnreadableBody) return new AccountError(error.status, {}, error.message);
  return undefined;
}
