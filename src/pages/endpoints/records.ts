import { Router } from 'express';
import type { Request } from 'express';
import { paneContexts } from '../../platform/manifests/model.ts';
import type { PaneContext } from '../../platform/manifests/model.ts';
import type { Platform } from '../../platform/platform.ts';
import { NotFound } from '../../platform/problems.ts';
import type { ShellData } from '../shell-data.ts';
import { PageRefusal, requireTenant } from '../page-access.ts';

const pageSize = 50;

/** The ERP shell's lists and details of customers, sales orders and items. */
export function recordEndpoints(platform: Platform, data: ShellData): Router {
  return Router({ mergeParams: true })
    .get('/:context', async (request, response) => {
      const tenant = connectedTenant(platform, request);
      const { page, search } = request.query;
      const query = {
        page: Math.max(1, Number(page) || 1),
        pageSize,
        search: typeof search === 'string' ? search : '',
      };
      response.json({ ...(await data.list(tenant.id, contextOf(request), query)), pageSize });
    })
    .get('/:context/:id', async (request, response) => {
      const tenant = connectedTenant(platform, request);
      const record = await data.detail(tenant.id, contextOf(request), request.params.id);
      if (record === undefined) {
        const message = `no record '${request.params.id}'; the list has those there are`;
        throw new PageRefusal(404, 'id', message, request.params.id, 'unknownRecord');
      }
      response.json(record);
    });
}

function connectedTenant(platform: Platform, request: Request) {
  const tenant = requireTenant(platform, request);
  if (tenant.wawi.connected) return tenant;
  const message = `the Wawi of ${tenant.slug} is not connected`;
  throw new PageRefusal(504, 'tenant', message, tenant.slug, 'wawiOffline');
}

function contextOf(request: Request): PaneContext {
  const wanted = String(request.params['context']);
  const context = paneContexts.find((known) => known === wanted);
  if (context === undefined) throw new NotFound('list', wanted, paneContexts);
  return context;
}
