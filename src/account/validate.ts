import { annotate, assume, setReason } from '../platform/http.ts';
import { verifySession } from '../platform/authentication.ts';
import type { Platform } from '../platform/platform.ts';
import { answerJson } from '../platform/routes.ts';
import type { Exchange } from '../platform/routes.ts';
import { TokenError } from '../tokens/errors.ts';
import { callingApp } from './callers.ts';
import { readJsonObject, textField } from './fields.ts';

/** The endpoint's answer. The reason is the name of the defect, `malformed`, `revoked` or `appNotInstalled`. */
type Validation =
  { valid: true; userId: string; tenantId: string; exp: number } | { valid: false; reason: string };

/**
 * Checks a session token for an app that does not do so itself. The picture of the flow has this step, but no
 * documentation names an address for it, so path and answer are our choice (platform.md section 4).
 */
export function validateEndpoint(platform: Platform) {
  return async ({ request, response }: Exchange): Promise<void> => {
    const { app } = await callingApp(platform, request);
    const token = textField(await readJsonObject(request), 'sessionToken');
    assume(response, 'session-token-validate');
    annotate(response, { appId: app.id });
    answerJson(response, 200, await validation(platform, app.id, token, response), {
      'Cache-Control': 'no-store',
    });
  };
}

async function validation(
  platform: Platform,
  appId: string,
  token: string,
  response: Exchange['response'],
): Promise<Validation> {
  try {
    const { userId, tenantId, exp } = await verifySession(platform, token);
    annotate(response, { tenantId });
    if (platform.registry.findInstallation(appId, tenantId)) return { valid: true, userId, tenantId, exp };
    setReason(
      response,
      `the token is genuine, but the calling app is not installed in its tenant ${tenantId}`,
    );
    return { valid: false, reason: 'appNotInstalled' };
  } catch (error) {
    if (!(error instanceof TokenError)) throw error;
    setReason(response, error.message);
    return { valid: false, reason: error.reason };
  }
}
