import express from 'express';
import type { Express, Request, RequestHandler, Response } from 'express';
import type { BridgeFeed } from '../platform/bridge-feed.ts';
import type { AssumptionId } from '../platform/assumptions.ts';
import type { Installer } from '../platform/hooks/installer.ts';
import { assume } from '../platform/http.ts';
import { languageOf } from '../platform/language.ts';
import { jsonBody } from '../platform/json-body.ts';
import { ownHostsOnly } from '../platform/own-hosts.ts';
import type { Outbound } from '../platform/outbound.ts';
import type { Platform } from '../platform/platform.ts';
import { remarkFrame } from '../platform/own-pages.ts';
import { startSignIn } from '../platform/sign-in.ts';
import { AppPages } from './app-pages.ts';
import { serveAsset } from './assets.ts';
import { contentSecurityPolicy, pageDocument, pageNames } from './document.ts';
import type { PageName } from './document.ts';
import { appPageEndpoints } from './endpoints/app-pages.ts';
import { partnerAppEndpoints } from './endpoints/partner-apps.ts';
import { recordEndpoints } from './endpoints/records.ts';
import { sessionEndpoints } from './endpoints/session.ts';
import { signalEndpoints } from './endpoints/signals.ts';
import { tenantAppEndpoints } from './endpoints/tenant-apps.ts';
import { answerErrors } from './refusals.ts';
import type { ShellData } from './shell-data.ts';
import { foreignLinkPage } from './foreign-link.ts';
import { ownPagesOnly, signedInUser } from './page-access.ts';

/** The parts that the pages need. */
export interface PagesParts {
  platform: Platform;
  data: ShellData;
  installer: Installer;
  feed: BridgeFeed;
  outbound: Outbound;
}

/** Hub, ERP shell and Partner Portal with their paths (`/hub`, `/shell`, `/partner`). */
export function createPagesService(parts: PagesParts): Express {
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  const api = pagesApi(parts);
  app.use(ownHostsOnly(parts.platform));
  for (const page of pageNames) {
    app.get(`/${page}`, (request, response) => {
      if (request.path === `/${page}`) response.redirect(308, `/${page}/${queryOf(request)}`);
      else servePage(parts.platform, page, request, response);
    });
    app.get(`/${page}/assets/:file`, serveAsset);
    app.use(`/${page}/api`, api);
  }
  app.use(answerErrors(parts.platform.log));
  return app;
}

function pagesApi({ platform, data, installer, feed, outbound }: PagesParts): Express {
  const api = express();
  const pages = new AppPages(platform.registry, outbound);
  api.use(ownPagesOnly(platform));
  api.use(noStore);
  api.use(jsonBody('10mb'));
  api.use('/session', sessionEndpoints(platform));
  api.get('/time', (_request, response) => {
    response.json({ now: new Date(platform.clock.now()).toISOString() });
  });
  api.use('/tenants/:tenant/apps', tenantAppEndpoints(platform, installer));
  api.use('/tenants/:tenant/records', recordEndpoints(platform, data));
  api.use('/tenants/:tenant/app-pages', appPageEndpoints(platform, pages));
  api.use('/tenants/:tenant', signalEndpoints(platform, feed, pages));
  api.use('/apps', partnerAppEndpoints(platform));
  return api;
}

const noStore: RequestHandler = (_request, response, next) => {
  response.setHeader('Cache-Control', 'no-store');
  next();
};

/** Assumptions that a page's script rests on. */
const pageAssumptions: Record<PageName, readonly AssumptionId[]> = {
  hub: ['setup-link-installs', 'closed-preview', 'bridge-setup-methods', 'bridge-reload'],
  shell: [
    'bridge-setup-methods',
    'bridge-reload',
    'current-id-null',
    'pane-child-context',
    'pane-required-scopes',
    'setup-opens-surfaces',
  ],
  partner: [],
};

/** Deep links sign in (docs/playwright.md), but only when a person or a test navigates to them, never in a frame. */
function servePage(platform: Platform, page: PageName, request: Request, response: Response): void {
  response.setHeader('Content-Security-Policy', contentSecurityPolicy(platform.registry));
  response.setHeader('Cache-Control', 'no-store');
  response.setHeader('X-Content-Type-Options', 'nosniff');
  response.setHeader('X-Frame-Options', 'DENY');
  response.setHeader('Referrer-Policy', 'no-referrer');
  remarkFrame(response);
  const { host, 'sec-fetch-dest': destination = 'document' } = request.headers;
  const language = languageOf(request.headers['accept-language']);
  if (isForeignLink(request)) {
    response.type('html').send(foreignLinkPage(request.originalUrl, language));
    return;
  }
  const wanted = destination === 'document' ? wantedUser(platform, request) : undefined;
  if (wanted !== undefined) response.setHeader('Set-Cookie', startSignIn(platform, { userId: wanted }, host));
  for (const id of pageAssumptions[page]) assume(response, id);
  response.type('html').send(pageDocument(page, language));
}

/**
 * A page of another site opened the link (Fetch standard, `Sec-Fetch-Site`). Without parameters the link changes no
 * state.
 */
function isForeignLink(request: Request): boolean {
  return request.headers['sec-fetch-site'] === 'cross-site' && Object.keys(request.query).length > 0;
}

/**
 * @returns id of the user that the link names; of the tenant's owner if it names only the tenant and no user is signed
 *   in
 * @throws NotFound for an unknown user
 */
function wantedUser(platform: Platform, request: Request): string | undefined {
  const { user, tenant } = request.query;
  if (typeof user === 'string' && user !== '') return platform.registry.user(user).id;
  if (typeof tenant !== 'string' || signedInUser(platform, request) !== undefined) return undefined;
  return platform.registry.findTenant(tenant)?.ownerId;
}

function queryOf({ originalUrl }: Request): string {
  const start = originalUrl.indexOf('?');
  return start < 0 ? '' : originalUrl.slice(start);
}
