import { Router } from 'express';
import { parseManifest } from '../../platform/manifests/parse.ts';
import type { App } from '../../platform/model.ts';
import type { Platform } from '../../platform/platform.ts';
import type { Problem } from '../../platform/problems.ts';
import { knownScopes } from '../../platform/scopes.ts';
import { requireVisitor } from '../visitor.ts';

/** The Partner Portal's register of apps. The secret is in the answers that make one, and in no other. */
export function partnerAppEndpoints(platform: Platform): Router {
  const { registry } = platform;
  const parse = (source: unknown) =>
    parseManifest(source, { knownScopes, ownOrigins: [new URL(platform.urls.base).origin] });
  const router = Router();
  router.use((request, _response, next) => {
    requireVisitor(platform, request);
    next();
  });
  return router
    .get('/', (_request, response) => {
      response.json({ items: registry.apps.map((app) => partnerView(app)) });
    })
    .post('/', async (request, response) => {
      const { manifest, warnings } = parse(request.body);
      const app = await registry.registerApp(manifest);
      response.status(201).json({ ...partnerView(app, warnings), ...credentials(platform, app) });
    })
    .put('/:app', async (request, response) => {
      const { manifest, warnings } = parse(request.body);
      const { id } = registry.app(request.params.app);
      response.json(partnerView(await registry.updateApp(id, manifest), warnings));
    })
    .delete('/:app', async (request, response) => {
      await registry.deleteApp(request.params.app);
      response.status(204).end();
    })
    .post('/:app/secret', async (request, response) => {
      const app = await registry.renewSecret(request.params.app);
      response.status(201).json({ ...partnerView(app), ...credentials(platform, app) });
    });
}

function partnerView({ id, slug, clientId, name, manifest, registeredAt }: App, warnings: Problem[] = []) {
  return {
    id,
    slug,
    clientId,
    name,
    registeredAt,
    generation: manifest.generation,
    version: manifest.version,
    manifest: manifest.source,
    warnings,
  };
}

/** Names as generated apps read them (platform.md section 9). */
function credentials({ urls }: Platform, app: App) {
  return {
    clientSecret: app.clientSecret,
    environment: {
      CLIENT_ID: app.clientId,
      CLIENT_SECRET: app.clientSecret,
      JTL_APP_ID: app.id,
      JTL_ISSUER: urls.issuerV2,
      JTL_API_BASE: urls.base,
      JTL_AUTH_BASE: urls.base,
      VITE_JTL_ISSUER: urls.issuerV2,
      VITE_JTL_CLIENT_ID: app.clientId,
      VITE_JTL_SCOPE: 'openid profile offline_access',
      VITE_JTL_API_BASE: urls.base,
    },
  };
}
