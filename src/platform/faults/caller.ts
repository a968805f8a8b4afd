import type { IncomingMessage } from 'node:http';
import { readToken } from '../../tokens/claims.ts';
import type { Registry } from '../registry.ts';

/** The apparent caller and tenant, read from the request without verification, to choose the requests of a fault. */
export interface FaultCaller {
  appId?: string;
  tenantId?: string;
}

/** Reads the tenant header, and the app and tenant that a bearer token or client credentials name. */
export function callerOf(request: IncomingMessage, registry: Registry): FaultCaller {
  const [scheme = '', credentials = ''] = (request.headers.authorization ?? '').split(' ');
  const claims = scheme.toLowerCase() === 'bearer' ? claimsOf(credentials) : {};
  const clientId = scheme.toLowerCase() === 'basic' ? basicUser(credentials) : text(claims['client_id']);
  const app = registry.findApp(text(claims['urn:jtl:app_id']) ?? clientId ?? '');
  const header = request.headers['x-tenant-id'] ?? request.headers['tenant-id'];
  const tenant = registry.findTenant(
    text(header) ?? text(claims['urn:jtl:tenant_id']) ?? text(claims['tenantId']) ?? '',
  );
  return { ...(app && { appId: app.id }), ...(tenant && { tenantId: tenant.id }) };
}

function claimsOf(token: string): Record<string, unknown> {
  try {
    return readToken(token).claims;
  } catch {
    return {};
  }
}

function basicUser(credentials: string): string | undefined {
  return Buffer.from(credentials, 'base64').toString('utf8').split(':', 1)[0];
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}
