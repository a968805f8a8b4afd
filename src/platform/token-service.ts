/** Placeholder type until the tokens room exists; see src/tokens. */
export interface TokenService {
  readonly ready: Promise<void>;
}
