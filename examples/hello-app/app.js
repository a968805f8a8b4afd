import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import express from 'express';
import { ErpClient } from './erp-client.js';
import { SessionVerifier } from './session-verifier.js';
import { AccessTokens } from './access-tokens.js';

const here = dirname(fileURLToPath(import.meta.url));

/** Every path of the manifest that shows a page; the frontend tells them apart. */
const pages = ['/setup', '/erp', '/erp/items', '/erp/orders', '/pane/:context', '/headless', '/launch'];
const documents = ['/support', '/guide', '/privacy', '/terms', '/gdpr/request', '/gdpr/delete'];

/**
 * The app: serves its pages, checks the session tokens they bring, and reads the merchant's ERP for them.
 * @param {{clientId: string, clientSecret: string, apiBase: string, authBase: string}} config credentials, and where
 *   the platform is
 * @returns {Promise<import('express').Express>}
 */
export async function createHelloApp(config) {
  const accessTokens = new AccessTokens(config);
  const sessions = new SessionVerifier(config, accessTokens);
  const erp = new ErpClient(config, accessTokens);
  const frontend = await bundleFrontend();
  /** Tenants whose setup is done; a real app would keep them in a database. */
  const connectedTenants = new Set();

  const app = express();
  app.use(express.json());
  app.get(pages, (_request, response) => response.sendFile(join(here, 'public', 'index.html')));
  app.get(documents, (request, response) =>
    response.type('text').send(`Hello World: ${request.path.slice(1)}`),
  );
  app.get('/main.js', (_request, response) => response.type('js').send(frontend));
  app.use(express.static(join(here, 'public'), { index: false }));

  app.post('/api/session', async (request, response) => {
    response.json(await sessions.verify(bearer(request)));
  });
  app.post('/api/setup', async (request, response) => {
    const { tenantId } = await sessions.verify(bearer(request));
    connectedTenants.add(tenantId);
    response.json({ tenantId, tenants: connectedTenants.size });
  });
  app.get('/api/:list', async (request, response) => {
    const { tenantId } = await sessions.verify(bearer(request));
    response.json(await erp.list(tenantId, request.params.list));
  });
  app.get('/api/:context/:id', async (request, response) => {
    const { tenantId } = await sessions.verify(bearer(request));
    response.json(await erp.record(tenantId, request.params.context, request.params.id));
  });
  app.post('/lifecycle/connect', (request, response) => {
    connectedTenants.add(request.body.tenantId);
    response.sendStatus(204);
  });
  app.post('/lifecycle/disconnect', (request, response) => {
    connectedTenants.delete(request.body.tenantId);
    response.sendStatus(204);
  });
  app.use(answerErrors);
  return app;
}

/** @param {import('express').Request} request */
function bearer(request) {
  return (request.headers.authorization ?? '').replace(/^Bearer /i, '');
}

/** Express tells an error handler by its four parameters. @type {import('express').ErrorRequestHandler} */
function answerErrors(error, _request, response, next) {
  if (response.headersSent) return next(error);
  return response.status(error.status ?? 500).json({ message: error.message });
}

/** The browser's part is TypeScript; it is small enough to be bundled at the start. */
async function bundleFrontend() {
  const result = await build({
    entryPoints: [join(here, 'src', 'main.ts')],
    bundle: true,
    format: 'esm',
    target: 'es2022',
    write: false,
    logLevel: 'silent',
  });
  return result.outputFiles[0].text;
}
