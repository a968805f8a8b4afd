import type { Platform } from '../platform/platform.ts';
import { answerJson } from '../platform/routes.ts';
import type { Exchange } from '../platform/routes.ts';
import { callingApp } from './callers.ts';

/** Public keys of session tokens, for apps that have an access token; the active key first (platform.md section 4). */
export function keysEndpoint(platform: Platform) {
  return async ({ request, response }: Exchange): Promise<void> => {
    await callingApp(platform, request);
    answerJson(response, 200, await platform.tokens.jwks('session'), {
      'Cache-Control': 'private, max-age=0, must-revalidate',
    });
  };
}
