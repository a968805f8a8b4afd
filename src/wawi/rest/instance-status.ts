import type { IncomingMessage, ServerResponse } from 'node:http';
import { annotate, assume } from '../../platform/http.ts';
import { verifySession } from '../../platform/authentication.ts';
import type { Tenant } from '../../platform/model.ts';
import type { Platform } from '../../platform/platform.ts';
import { apiVersionOf } from '../../platform/tenant-version.ts';
import { stableUuid } from '../../platform/stable-uuid.ts';
import { TokenError } from '../../tokens/errors.ts';
import type { Authorizer } from '../wire/access/authorization.ts';
import { erpBuilds } from '../../platform/erp-versions.ts';
import { ApiError } from '../wire/access/api-errors.ts';
import { writeRefusal } from './refusal-writer.ts';

/**
 * Answers `GET /instance/status`: whether the tenant's Wawi is connected. The gateway itself answers, so a tenant whose
 * Wawi is not connected gets an answer too (platform.md section 5).
 */
export async function answerInstanceStatus(
  platform: Platform,
  authorizer: Authorizer,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  annotate(response, { operationId: 'InstanceStatus' });
  const tenant =
    (await tenantOfSession(platform, request, response)) ?? (await admitted(authorizer, request, response));
  if (tenant === undefined) return;
  annotate(response, { tenantId: tenant.id });
  const body = Buffer.from(JSON.stringify(statusOf(platform, tenant)));
  response.setHeader('Content-Type', 'application/json; charset=utf-8');
  response.setHeader('Content-Length', body.byteLength);
  response.end(body);
}

/** An app's page asks with the session token the bridge gave it; its tenant is the token's. */
async function tenantOfSession(
  platform: Platform,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<Tenant | undefined> {
  const token = /^bearer +(\S+)$/i.exec(request.headers.authorization ?? '')?.[1] ?? '';
  const session = await verifySession(platform, token).catch((error: unknown) => {
    if (error instanceof TokenError) return undefined;
    throw error;
  });
  if (session === undefined) return undefined;
  assume(response, 'instance-status-session');
  return platform.registry.findTenant(session.tenantId);
}

/** @returns the tenant an app may ask about; undefined: the request is refused and answered */
async function admitted(
  authorizer: Authorizer,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<Tenant | undefined> {
  try {
    const { app, tenant } = await authorizer.admit(request);
    annotate(response, { appId: app.id });
    return tenant;
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    writeRefusal(response, 'v2', error);
    return undefined;
  }
}

function statusOf({ clock, config }: Platform, tenant: Tenant): Record<string, unknown> {
  const now = new Date(clock.now()).toISOString();
  const { connected } = tenant.wawi;
  const apiVersion = apiVersionOf(tenant, config);
  return {
    tenantId: tenant.id,
    product: 'erp-api',
    // A UUID of its own for each tenant's Wawi.
    instanceId: stableUuid(`wawi instance ${tenant.id}`, 4),
    metadata: {
      connected,
      lastSeen: connected ? now : tenant.updatedAt,
      lastConnection: tenant.updatedAt,
      lastConnectionVersion: erpBuilds[apiVersion],
      lastConnectedApiVersion: apiVersion,
    },
  };
}
