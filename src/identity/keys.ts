import type { Platform } from '../platform/platform.ts';
import { answerJson } from '../platform/routes.ts';
import type { Exchange } from '../platform/routes.ts';
import type { Generation } from './generation.ts';

/** The public keys of the tokens, the active one first (RFC 7517 section 5). */
export function keysEndpoint({ tokens }: Platform, generation: Generation) {
  return async ({ response }: Exchange): Promise<void> => {
    answerJson(response, 200, await tokens.jwks(generation.ring), {
      'Cache-Control': 'public, max-age=0, must-revalidate',
    });
  };
}
