import { deviceCodeLifetime, pollInterval } from '../platform/grants/device-codes.ts';
import { annotate } from '../platform/http.ts';
import type { Platform } from '../platform/platform.ts';
import { answerJson } from '../platform/routes.ts';
import type { Exchange } from '../platform/routes.ts';
import { authenticateClient } from './client-authentication.ts';
import { endpointBase } from './discovery.ts';
import { noStore } from './errors.ts';
import { readForm, scopeList } from './form.ts';
import type { Generation } from './generation.ts';
import { grantScopes } from './scopes.ts';

/** Starts a sign-in for a device without a browser (RFC 8628 section 3.1). */
export function deviceAuthorizationEndpoint(platform: Platform, generation: Generation, devicePath: string) {
  return async ({ request, response }: Exchange): Promise<void> => {
    const form = await readForm(request);
    const { app } = authenticateClient(request, form, platform.registry, true);
    annotate(response, { appId: app.id });
    const scopes = grantScopes(scopeList(form.get('scope')), generation, app);
    const { deviceCode, request: issued } = platform.tokens.grants.deviceCodes.issue(app.clientId, scopes);
    await platform.tokens.save();
    const page = endpointBase(request, generation, platform.urls) + devicePath;
    answerJson(
      response,
      200,
      {
        device_code: deviceCode,
        user_code: issued.userCode,
        verification_uri: page,
        verification_uri_complete: `${page}?user_code=${issued.userCode}`,
        expires_in: deviceCodeLifetime,
        interval: pollInterval,
      },
      noStore,
    );
  };
}
