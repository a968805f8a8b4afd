/**
 * Why a token is not accepted, for programs. The first six are the names of the defects that a token can be issued
 * with.
 */
export type TokenProblem =
  | 'expired'
  | 'notYetValid'
  | 'wrongKey'
  | 'wrongIssuer'
  | 'wrongAudience'
  | 'algNone'
  | 'tampered'
  | 'malformed'
  | 'revoked'
  | 'wrongKind'
  | 'unknownApp';

/**
 * Refusal of a token. The message is for the developer: it says what was wrong and what would be right, and never
 * contains the token.
 */
export class TokenError extends Error {
  override readonly name = 'TokenError';
  constructor(
    readonly reason: TokenProblem,
    message: string,
  ) {
    super(message);
  }
}
