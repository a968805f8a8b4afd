import { Router } from 'express';
import { appEnvironment } from '../../platform/app-environment.ts';
import { deleteApp } from '../../platform/app-deletion.ts';
import { assume } from '../../platform/http.ts';
import { parseManifest } from '../../platform/manifests/parse.ts';
import { manifestRules } from '../../platform/manifests/rules.ts';
import type { App } from '../../platform/model.ts';
import type { Platform } from '../../platform/platform.ts';
import type { Problem } from '../../platform/problems.ts';
import { requireSignedInUser } from '../page-access.ts';

/** The Partner Portal's register of apps. Only the answers that create a secret contain it. */
export function partnerAppEndpoints(platform: Platform): Router {
  const { registry } = platform;
  const parse = (source: unknown) => parseManifest(source, manifestRules(platform));
  const router = Router();
  router.use((request, _response, next) => {
    requireSignedInUser(platform, request);
    next();
  });
  return router
    .get('/', (_request, response) => {
      response.json({ items: registry.apps.map((app) => partnerView(app)) });
    })
    .post('/', async (request, response) => {
      const { manifest, warnings } = parse(request.body);
      const app = await registry.registerApp(manifest);
      assume(response, 'manifest-required-fields');
      response.status(201).json({ ...partnerView(app, warnings), ...credentials(platform, app) });
    })
    .put('/:app', async (request, response) => {
      const { manifest, warnings } = parse(request.body);
      const { id } = registry.app(request.params.app);
      assume(response, 'manifest-required-fields');
      response.json(partnerView(await registry.updateApp(id, manifest), warnings));
    })
    .delete('/:app', async (request, response) => {
      await deleteApp(platform, request.params.app);
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

function credentials({ urls }: Platform, app: App) {
  return { clientSecret: app.clientSecret, environment: appEnvironment(app, urls) };
}
