import express, { type ErrorRequestHandler, type Express, type Request, type RequestHandler } from 'express';
import type { ErpVersion } from '../../platform/config.ts';
import { ownHostsOnly } from '../../platform/own-hosts.ts';
import { onceFor } from '../../platform/once.ts';
import type { Platform } from '../../platform/platform.ts';
import { signInCookie } from '../../platform/sign-in.ts';
import { InvalidInput } from '../../platform/problems.ts';
import { loadContract } from '../../wawi/contract/load.ts';
import { apiVersions, newestV1, type AnyVersion } from '../../wawi/contract/versions.ts';
import { loadGraphqlContract } from '../../wawi/contract/graphql-contract.ts';
import { openApiDocument } from '../../wawi/contract/openapi.ts';
import { graphiqlPage } from './graphiql-page.ts';
import { controlOperations } from './control-operations.ts';
import { documentOf } from './document.ts';
import { accountOperations } from './account-operations.ts';
import { identityOperations } from './identity-operations.ts';
import { swaggerUi } from './swagger-ui.ts';

/** A document under `/openapi/`. */
interface ServedDocument {
  name: string;
  /** The API versions that it is served for, oldest first; undefined if the document has no versions. */
  versions?: readonly AnyVersion[];
  /** @param version one of `versions`; default: the emulator's */
  make: (version?: AnyVersion) => Promise<object>;
}

/** In the order in which Swagger UI lists them. */
function documentsFor(platform: Platform): ServedDocument[] {
  const { base } = platform.urls;
  const { erpVersion } = platform.config;
  const emulator = { base, cookie: signInCookie(platform) };
  const own = (title: string, operations: Parameters<typeof documentOf>[3]) =>
    onceFor(() => Promise.resolve(documentOf(title, erpVersion, emulator, operations)));
  const erp = onceFor(async (version: AnyVersion) => {
    const contract = await loadContract(version);
    const types = await loadGraphqlContract(graphqlVersion(version, erpVersion));
    return openApiDocument(contract, types, base, version);
  });
  return [
    { name: 'erp-v1', versions: apiVersions.v1, make: (version = newestV1) => erp(version) },
    { name: 'erp-v2', versions: apiVersions.v2, make: (version = erpVersion) => erp(version) },
    { name: 'account', make: own('JTL Account Service', accountOperations) },
    { name: 'control', make: own('Emulator control API', controlOperations) },
    { name: 'identity', make: own('JTL Identity Provider', identityOperations) },
  ];
}

/** REST v1 answers in no shape of GraphQL; its document needs the types of any version. */
function graphqlVersion(version: AnyVersion, standard: ErpVersion): ErpVersion {
  return apiVersions.v2.find((one) => one === version) ?? standard;
}

/**
 * @param versions that may be asked for
 * @returns the version that `?version=` names, undefined without it
 * @throws InvalidInput for another value
 */
function wantedVersion<V extends AnyVersion>(request: Request, versions: readonly V[]): V | undefined {
  const { version: given } = request.query;
  if (given === undefined) return undefined;
  const version = versions.find((one) => one === given);
  if (version !== undefined) return version;
  const message = `must be one of ${versions.join(', ')}`;
  throw new InvalidInput([{ path: '$.version', value: given, message }]);
}

/** Refusals in the shape of the control API. */
const refuse: ErrorRequestHandler = (error: unknown, _request, response, next) => {
  if (error instanceof InvalidInput) response.status(400).json({ errors: error.problems });
  else next(error);
};

/**
 * Serves the OpenAPI documents and the GraphQL schema; mounted at `/openapi`. Each is made at its first request;
 * `?version=2.2` asks for another version of the API than the default.
 */
export function createDocumentsService(platform: Platform): Express {
  const app = express();
  app.disable('x-powered-by');
  app.use(ownHostsOnly(platform));
  for (const { name, versions, make } of documentsFor(platform)) {
    app.get(`/${name}.json`, async (request, response) => {
      response.json(await make(versions && wantedVersion(request, versions)));
    });
  }
  app.get('/erp-v2.graphql', async (request, response) => {
    const version = wantedVersion(request, apiVersions.v2) ?? platform.config.erpVersion;
    response.type('text/plain').send((await loadGraphqlContract(version)).sdl);
  });
  app.use(refuse);
  return app;
}

/**
 * Shows the documents in Swagger UI, and GraphQL in GraphiQL; mounted at `/docs`. "Authorize" and "Try it out" use this
 * emulator. `?version=2.2` shows the document of another version of the API than the default.
 */
export function createDocsService(platform: Platform): Express {
  const app = express();
  app.disable('x-powered-by');
  app.use(ownHostsOnly(platform));
  const documents = documentsFor(platform);
  const all = [...apiVersions.v1, ...apiVersions.v2];
  app.use(protectPages);
  app.get('/graphql', (_request, response) => {
    response.type('html').send(graphiqlPage);
  });
  app.use(
    swaggerUi('JTL platform emulator: APIs', (request) => {
      const version = wantedVersion(request, all);
      return {
        urls: documents.map(({ name, versions }) => {
          const own = version !== undefined && versions?.includes(version);
          return { url: `/openapi/${name}.json${own ? `?version=${version}` : ''}`, name };
        }),
        persistAuthorization: true,
        docExpansion: 'none',
        tagsSorter: 'alpha',
        displayRequestDuration: true,
      };
    }),
  );
  app.use(refuse);
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
