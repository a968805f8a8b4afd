import { assume } from '../../platform/http.ts';
import { scopeList } from '../form.ts';
import { grantScopes } from '../scopes.ts';
import type { Grant } from './grant.ts';

/**
 * An app's backend asks for itself (RFC 6749 section 4.4). There is no refresh token: the app sends its secret again.
 */
export const clientCredentials: Grant = {
  type: 'client_credentials',
  allowsPublicClients: false,
  async exchange({ platform, generation, client, form, response }) {
    const scopes = grantScopes(scopeList(form.get('scope')), generation, client.app);
    const { token, claims } = await platform.tokens.issuer.access(generation.number, {
      app: client.app,
      scopes,
    });
    // The documentation says "about 24 hours" for generation 1 and nothing else.
    if (generation.number === 1) assume(response, 'access-token-lifetime');
    return {
      access_token: token,
      token_type: generation.tokenType,
      expires_in: claims.exp - (claims.iat ?? claims.exp),
      scope: scopes.join(' '),
    };
  },
};
