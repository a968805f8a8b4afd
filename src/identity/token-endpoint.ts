import { annotate } from '../platform/http.ts';
import type { Platform } from '../platform/platform.ts';
import { answerJson } from '../platform/routes.ts';
import type { Exchange } from '../platform/routes.ts';
import { authenticateClient } from './client-authentication.ts';
import { noStore, OAuthError } from './errors.ts';
import { readForm, required } from './form.ts';
import type { Generation } from './generation.ts';
import type { Grant } from './grants/grant.ts';

/**
 * Exchanges a grant for tokens (RFC 6749 section 3.2).
 * @param grants by `grant_type`
 */
export function tokenEndpoint(
  platform: Platform,
  generation: Generation,
  grants: ReadonlyMap<string, Grant>,
) {
  return async ({ request, response }: Exchange): Promise<void> => {
    const form = await readForm(request);
    const grantType = required(form, 'grant_type');
    const grant = grants.get(grantType);
    if (!grant) {
      throw new OAuthError(
        'unsupported_grant_type',
        `'${grantType}' is not a grant type here; known: ${[...grants.keys()].join(', ')}`,
      );
    }
    const client = authenticateClient(request, form, platform.registry, grant.allowsPublicClients);
    annotate(response, { appId: client.app.id });
    const answer = await grant.exchange({ platform, generation, client, form, response });
    answerJson(response, 200, answer, noStore);
  };
}
