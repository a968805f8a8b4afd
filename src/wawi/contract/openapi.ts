import type { Operation, Parameter, RestContract } from './contract.ts';
import type { GraphqlContractData } from './graphql-contract.ts';
import { responsesObject } from './openapi-answers.ts';
import { OpenApiSchemas } from './openapi-schemas.ts';
import { maxPageSize, standardPageSize } from './paging.ts';

const titles = { v1: 'JTL-Wawi API v1', v2: 'JTL-Wawi API v2' } as const;

/**
 * Describes a contract as an OpenAPI 3.0 document.
 * @param graphql the types whose shape some operations answer in
 * @param baseUrl the emulator's base URL without a trailing slash
 * @param version the platform version served, such as `2.1`
 * @returns the document as plain data
 */
export function openApiDocument(
  contract: RestContract,
  graphql: GraphqlContractData,
  baseUrl: string,
  version: string,
): Record<string, unknown> {
  const schemas = new OpenApiSchemas(contract, graphql);
  const paths = pathItems(contract.operations, schemas);
  const tags = [...new Set(contract.operations.map((operation) => operation.tag))].sort();
  return {
    openapi: '3.0.3',
    info: {
      title: titles[contract.version],
      version,
      description: `The part of the Wawi REST API ${contract.version} that the emulator serves. Authorize with an app's client credentials and name the tenant in X-Tenant-ID.`,
      license: { name: 'MIT', url: 'https://opensource.org/license/mit' },
    },
    servers: [{ url: `${baseUrl}/erp/${contract.version}`, description: 'This emulator' }],
    security: [{ clientCredentials: [] }, { bearer: [] }],
    tags: tags.map((name) => ({ name, description: `Operations on ${name}.` })),
    paths,
    components: {
      securitySchemes: securitySchemes(baseUrl),
      parameters: { TenantId: tenantHeader },
      schemas: sorted(schemas.components),
    },
  };
}

function pathItems(
  operations: readonly Operation[],
  schemas: OpenApiSchemas,
): Record<string, Record<string, unknown>> {
  const paths: Record<string, Record<string, unknown>> = {};
  const templates = new Map<string, string>();
  for (const operation of operations) {
    // Paths that differ only in a parameter's name are one path to OpenAPI; the first spelling names it.
    const key = operation.path.replace(/\{\w+\}/g, '{}');
    const template = templates.get(key) ?? operation.path;
    templates.set(key, template);
    (paths[template] ??= {})[operation.method.toLowerCase()] = operationObject(operation, template, schemas);
  }
  return paths;
}

function securitySchemes(baseUrl: string): object {
  return {
    clientCredentials: {
      type: 'oauth2',
      flows: { clientCredentials: { tokenUrl: `${baseUrl}/oauth2/token`, scopes: {} } },
    },
    bearer: {
      type: 'http',
      scheme: 'bearer',
      bearerFormat: 'JWT',
      description: 'An access token, a delegated token or an app token.',
    },
  };
}

const tenantHeader = {
  name: 'X-Tenant-ID',
  in: 'header',
  required: false,
  description: "The tenant's UUID; may be left out with an app token, which names its tenant.",
  schema: { type: 'string', format: 'uuid' },
};

function operationObject(
  operation: Operation,
  template: string,
  schemas: OpenApiSchemas,
): Record<string, unknown> {
  const names = [...template.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '');
  const own = [...operation.path.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '');
  const params = names.map((name, n) => {
    const parameter = operation.params.find((one) => one.name === own[n]);
    return {
      name,
      in: 'path',
      required: true,
      schema: parameter ? schemas.of(parameter.type, 'request') : { type: 'string' },
    };
  });
  return {
    operationId: operation.id,
    summary: operation.summary,
    tags: [operation.tag],
    ...(operation.scopes.length > 0
      ? { description: `Needs one of the scopes: ${operation.scopes.join(', ')}.` }
      : {}),
    parameters: [
      { $ref: '#/components/parameters/TenantId' },
      ...params,
      ...operation.query.map((one) => queryParameter(operation, one, schemas)),
      ...operation.headers.map((one) => parameterObject(one, 'header', schemas)),
    ],
    ...(operation.body
      ? {
          requestBody: {
            required: true,
            content: { 'application/json': { schema: schemas.of(operation.body, 'request') } },
          },
        }
      : {}),
    responses: responsesObject(operation, schemas),
    'x-stability': operation.stability,
  };
}

function queryParameter(
  { version }: Operation,
  parameter: Parameter,
  schemas: OpenApiSchemas,
): Record<string, unknown> {
  const object = parameterObject(parameter, 'query', schemas);
  const page = {
    pageNumber: { minimum: 1, default: 1 },
    pageSize: { minimum: 1, maximum: maxPageSize, default: standardPageSize[version] },
  }[parameter.name];
  return page ? { ...object, schema: { ...(object['schema'] as object), ...page } } : object;
}

function parameterObject(
  parameter: Parameter,
  place: 'query' | 'header',
  schemas: OpenApiSchemas,
): Record<string, unknown> {
  return {
    name: parameter.name,
    in: place,
    ...(parameter.required ? { required: true } : {}),
    schema: schemas.of(parameter.type, 'request'),
  };
}

function sorted<T>(record: Record<string, T>): Record<string, T> {
  return Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));
}
