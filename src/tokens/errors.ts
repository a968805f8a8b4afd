/** Why a token is not accepted, as a machine reads it. The first six bear the names of the defects a token can be minted with. */
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

/** A token that is refused. The message is for the developer: what was wrong and what would be right, never the token. */
export class TokenError extends Error {
  override readonly name = 'TokenError';
  constructor(
    readonly reason: TokenProblem,
    message: string,
  ) {
    super(message);
  }
}
