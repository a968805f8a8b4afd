import { audiences, type TokenClaims } from '../tokens/claims.ts';
import { TokenError } from '../tokens/errors.ts';
import type { Urls } from './config.ts';
import type { App } from './model.ts';

/** The real API's base URL; an app that got its token with `--real-hosts` may send it to either. */
const realApiBase = 'https://api.jtl-cloud.com';

/**
 * An access token with audiences must name this API or its own app among them. No public source states the real
 * gateway's rule, so this is our choice.
 * @throws TokenError `wrongAudience`
 */
export function checkAudience(claims: TokenClaims, app: App, urls: Urls): void {
  const named = audiences(claims);
  if (named.length === 0 || named.some((one) => one === app.id || one === urls.base || one === realApiBase))
    return;
  throw new TokenError(
    'wrongAudience',
    `the token's audience is '${named.join("', '")}'; expected the API '${urls.base}' or the app id '${app.id}'`,
  );
}
