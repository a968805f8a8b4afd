import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { annotate } from '../platform/http.ts';
import type { Tenant } from '../platform/model.ts';
import type { Platform } from '../platform/platform.ts';
import type { Caller, Gate } from './gate.ts';
import { builds } from './rest/bindings/status.ts';
import { ApiError } from './rest/errors.ts';
import { writeRefusal } from './rest/refusal-writer.ts';

/**
 * Answers `GET /instance/status`: whether the tenant's Wawi is connected. The gateway itself answers, so a tenant whose
 * Wawi is not connected gets an answer too (platform.md section 5).
 */
export async function answerInstanceStatus(
  platform: Platform,
  gate: Gate,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  annotate(response, { operationId: 'InstanceStatus' });
  let caller: Caller;
  try {
    caller = await gate.admit(request);
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    writeRefusal(response, 'v2', error);
    return;
  }
  annotate(response, { appId: caller.app.id, tenantId: caller.tenant.id });
  const body = Buffer.from(JSON.stringify(statusOf(platform, caller.tenant)));
  response.setHeader('Content-Type', 'application/json; charset=utf-8');
  response.setHeader('Content-Length', body.byteLength);
  response.end(body);
}

function statusOf({ clock, config }: Platform, tenant: Tenant): Record<string, unknown> {
  const now = new Date(clock.now()).toISOString();
  const { connected } = tenant.wawi;
  return {
    tenantId: tenant.id,
    product: 'erp-api',
    instanceId: instanceIdOf(tenant),
    metadata: {
      connected,
      lastSeen: connected ? now : tenant.updatedAt,
      lastConnection: tenant.updatedAt,
      lastConnectionVersion: builds[config.erpVersion],
      lastConnectedApiVersion: config.erpVersion,
    },
  };
}

/** A UUID of its own for each tenant's Wawi, the same on every run. */
function instanceIdOf(tenant: Tenant): string {
  const hex = createHash('sha256').update(`wawi instance ${tenant.id}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
