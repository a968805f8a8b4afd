import { annotate, assume } from '../platform/http.ts';
import type { Platform } from '../platform/platform.ts';
import { answerJson } from '../platform/routes.ts';
import type { Exchange } from '../platform/routes.ts';
import { callingSession } from './callers.ts';

/** How the user a session token names wants the platform's pages to look. Field names are known, values are ours. */
export function userSettingsEndpoint(platform: Platform) {
  return async ({ request, response }: Exchange): Promise<void> => {
    const { userId, tenantId } = await callingSession(platform, request);
    const user = platform.registry.user(userId);
    annotate(response, { tenantId });
    assume(response, 'user-settings-values');
    answerJson(
      response,
      200,
      {
        id: user.id,
        theme: 'light',
        applicationLanguage: user.locale.slice(0, 2),
        userTimezone: 'Europe/Berlin',
        notationCurrency: 'EUR',
        printer: null,
      },
      { 'Cache-Control': 'no-store' },
    );
  };
}
