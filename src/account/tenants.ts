import { customerNumberOf } from '../platform/customer-number.ts';
import { annotate, assume } from '../platform/http.ts';
import type { Platform } from '../platform/platform.ts';
import { answerJson } from '../platform/routes.ts';
import type { Exchange } from '../platform/routes.ts';
import { callingSession } from './callers.ts';

/** The tenants of the user that a session token names. */
export function tenantsEndpoint(platform: Platform) {
  return async ({ request, response }: Exchange): Promise<void> => {
    const { userId, tenantId } = await callingSession(platform, request);
    const language = platform.registry.findUser(userId)?.locale.slice(0, 2) ?? 'de';
    annotate(response, { tenantId });
    assume(response, 'tenant-kid-and-language');
    answerJson(
      response,
      200,
      platform.registry.tenants
        .filter((tenant) => tenant.memberIds.includes(userId))
        .map(({ id, name, slug, ownerId, createdAt, updatedAt }) => ({
          id,
          name,
          slug,
          kid: customerNumberOf(id),
          ownerId,
          defaultUISetting: { contentLanguage: language },
          createdAt: withMicroseconds(createdAt),
          updatedAt: withMicroseconds(updatedAt),
        })),
      { 'Cache-Control': 'no-store' },
    );
  };
}

/** The Account Service writes microseconds; the emulator's clock counts milliseconds. */
function withMicroseconds(iso: string): string {
  return iso.replace(/Z$/, '000Z');
}
