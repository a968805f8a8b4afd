import express, { type Express, type RequestHandler } from 'express';
import { ownHostsOnly } from '../../platform/own-hosts.ts';
import { once } from '../../platform/once.ts';
import type { Platform } from '../../platform/platform.ts';
import { signInCookie } from '../../platform/sign-in.ts';
import type { RestContract } from '../../wawi/contract/contract.ts';
import { loadContractV1, loadContractV2 } from '../../wawi/contract/load.ts';
import { loadGraphqlContract } from '../../wawi/contract/graphql-contract.ts';
import { openApiDocument } from '../../wawi/contract/openapi.ts';
import { graphiqlPage } from './graphiql-page.ts';
import { controlOperations } from './control-operations.ts';
import { documentOf } from './document.ts';
import { accountOperations } from './account-operations.ts';
import { identityOperations } from './identity-operations.ts';
import { swaggerUi } from './swagger-ui.ts';

/** The documents under `/openapi/`, by file name without `.json`. */
function documentsFor(platform: Platform): Record<string, () => Promise<object>> {
  const { base } = platform.urls;
  const version = platform.config.erpVersion;
  const emulator = { base, cookie: signInCookie(platform) };
  const erpDocument = async (contract: RestContract) =>
    openApiDocument(contract, await loadGraphqlContract(version), base, contract.apiVersion);
  return {
    identity: () =>
      Promise.resolve(documentOf('JTL Identity Provider', version, emulator, identityOperations)),
    account: () => Promise.resolve(documentOf('JTL Account Service', version, emulator, accountOperations)),
    'erp-v1': async () => erpDocument(await loadContractV1()),
    'erp-v2': async () => erpDocument(await loadContractV2(version)),
    control: () => Promise.resolve(documentOf('Emulator control API', version, emulator, controlOperations)),
  };
}

/** Serves the OpenAPI documents and the GraphQL schema; mounted at `/openapi`. Each is made at its first request. */
export function createDocumentsService(platform: Platform): Express {
  const app = express();
  app.disable('x-powered-by');
  app.use(ownHostsOnly(platform));
  for (const [name, make] of Object.entries(documentsFor(platform))) {
    const document = once(make);
    app.get(`/${name}.json`, async (_request, response) => {
      response.json(await document());
    });
  }
  app.get('/erp-v2.graphql', async (_request, response) => {
    response.type('text/plain').send((await loadGraphqlContract(platform.config.erpVersion)).sdl);
  });
  return app;
}

/**
 * Shows the documents in Swagger UI, and GraphQL in GraphiQL; mounted at `/docs`. "Authorize" and "Try it out" use this
 * emulator.
 */
export function createDocsService(platform: Platform): Express {
  const app = express();
  app.disable('x-powered-by');
  app.use(ownHostsOnly(platform));
  const urls = Object.keys(documentsFor(platform))
    .sort((a, b) => Number(b.startsWith('erp')) - Number(a.startsWith('erp')) || (a < b ? -1 : 1))
    .map((name) => ({ url: `/openapi/${name}.json`, name }));
  app.use(protectPages);
  app.get('/graphql', (_request, response) => {
    response.type('html').send(graphiqlPage);
  });
  app.use(
    swaggerUi('JTL platform emulator: APIs', {
      urls,
      persistAuthorization: true,
      docExpansion: 'none',
      tagsSorter: 'alpha',
      displayRequestDuration: true,
    }),
  );
  return app;
}

/** As strict as Swagger UI and GraphiQL allow: both set styles of their own, and load images as data URLs. */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "connect-src 'self'",
  "img-src 'self' data:",
  "font-src 'self' data:",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const protectPages: RequestHandler = (_request, response, next) => {
  response.set({
    'Content-Security-Policy': policy,
    'X-Frame-Options': 'DENY',
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
  });
  next();
};
