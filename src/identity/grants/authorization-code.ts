import { createHash, timingSafeEqual } from 'node:crypto';
import type { CodeGrant } from '../../platform/grants/authorization-codes.ts';
import { OAuthError } from '../errors.ts';
import { required } from '../form.ts';
import { issueUserTokens } from '../user-tokens.ts';
import type { Grant, GrantContext } from './grant.ts';

/** Exchanges a code from the authorization endpoint for tokens (RFC 6749 section 4.1.3, RFC 7636 section 4.5). */
export const authorizationCode: Grant = {
  type: 'authorization_code',
  allowsPublicClients: true,
  async exchange(context) {
    const { platform, generation, client, form } = context;
    const codes = platform.tokens.grants.codes[generation.ring];
    const code = required(form, 'code');
    const found = codes.find(code);
    if (!found)
      throw new OAuthError(
        'invalid_grant',
        'the authorization code is unknown; codes work once and for 60 seconds',
      );
    checkBinding(context, found.grant);
    if (found.isUsed) {
      codes.replay(code);
      await platform.tokens.save();
      throw new OAuthError(
        'invalid_grant',
        'the authorization code was used before; the tokens it was exchanged for are revoked now',
      );
    }
    if (found.isExpired)
      throw new OAuthError('invalid_grant', 'the authorization code has expired; it works for 60 seconds');
    checkVerifier(context, found.grant);
    codes.use(code);
    return issueUserTokens(platform, generation, client.app, found.grant, undefined, (yielded) =>
      codes.noteYield(code, yielded),
    );
  },
};

function checkBinding({ client, form }: GrantContext, grant: CodeGrant): void {
  if (grant.clientId !== client.app.clientId) {
    throw new OAuthError(
      'invalid_grant',
      `the authorization code was issued to another client than '${client.app.clientId}'`,
    );
  }
  const redirectUri = form.get('redirect_uri');
  if (redirectUri !== grant.redirectUri) {
    throw new OAuthError(
      'invalid_grant',
      `redirect_uri is '${redirectUri ?? 'missing'}'; the code was issued for '${grant.redirectUri}'`,
    );
  }
}

/** The verifier proves that the client which sends the code is the one that asked for it. */
function checkVerifier({ client, form }: GrantContext, { codeChallenge }: CodeGrant): void {
  const verifier = form.get('code_verifier');
  if (codeChallenge === undefined) {
    if (client.isPublic)
      throw new OAuthError(
        'invalid_grant',
        'a client without a secret must use PKCE: start with code_challenge and code_challenge_method=S256',
      );
    if (verifier !== undefined)
      throw new OAuthError(
        'invalid_grant',
        'there is a code_verifier, but the authorization request had no code_challenge',
      );
    return;
  }
  if (verifier === undefined)
    throw new OAuthError(
      'invalid_grant',
      'the parameter code_verifier is missing, and the authorization request had a code_challenge',
    );
  if (!/^[A-Za-z0-9\-._~]{43,128}$/.test(verifier)) {
    throw new OAuthError(
      'invalid_grant',
      `code_verifier has ${verifier.length} characters; it must be 43 to 128 of A-Z a-z 0-9 - . _ ~`,
    );
  }
  const challenge = createHash('sha256').update(verifier, 'ascii').digest();
  const wanted = Buffer.from(codeChallenge, 'base64url');
  if (challenge.length !== wanted.length || !timingSafeEqual(challenge, wanted)) {
    throw new OAuthError(
      'invalid_grant',
      'code_verifier does not fit the code_challenge: the challenge is base64url(SHA-256(verifier)) without padding',
    );
  }
}
