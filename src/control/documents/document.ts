import type { DocumentedOperation, Shape } from './documented-operation.ts';
import { openApiSchema } from './openapi-schema.ts';

type Schema = Record<string, unknown>;

/** @param cookie name of the sign-in's cookie, which differs between emulators */
const securitySchemes = (cookie: string) => ({
  client: { type: 'http', scheme: 'basic', description: "An app's client id and secret." },
  bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT', description: 'An access token.' },
  session: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT', description: 'A session token.' },
  cookie: {
    type: 'apiKey',
    in: 'cookie',
    name: cookie,
    description: "The host page's sign-in.",
  },
});

/**
 * Describes a table of operations as an OpenAPI 3.0 document.
 * @param emulator its base URL without a trailing slash, and the name of its sign-in's cookie
 */
export function documentOf(
  title: string,
  version: string,
  emulator: { base: string; cookie: string },
  operations: readonly DocumentedOperation[],
): Schema {
  const paths: Record<string, Schema> = {};
  for (const operation of operations)
    (paths[operation.path] ??= {})[operation.method] = operationObject(operation);
  return {
    openapi: '3.0.3',
    info: {
      title,
      version,
      description: `${title} as the emulator serves it.`,
      license: { name: 'MIT', url: 'https://opensource.org/license/mit' },
    },
    servers: [{ url: emulator.base, description: 'This emulator' }],
    security: [],
    tags: [...new Set(operations.map((operation) => operation.tag))].map((name) => ({
      name,
      description: `Operations of ${name}.`,
    })),
    paths,
    components: { securitySchemes: securitySchemes(emulator.cookie) },
  };
}

function operationObject(operation: DocumentedOperation): Schema {
  const content = (type: string, schema: Schema) => ({
    required: type !== 'application/json',
    content: { [type]: { schema } },
  });
  return {
    operationId: operation.id,
    summary: operation.summary,
    tags: [operation.tag],
    ...(operation.security ? { security: [{ [operation.security]: [] }] } : {}),
    parameters: [
      ...[...operation.path.matchAll(/\{(\w+)\}/g)].map((match) => ({
        name: match[1],
        in: 'path',
        required: true,
        schema: { type: 'string' },
      })),
      ...(operation.query ?? []).map((name) => ({
        name: name.replace('!', ''),
        in: 'query',
        required: name.endsWith('!'),
        schema: { type: 'string' },
      })),
    ],
    ...(operation.form
      ? { requestBody: content('application/x-www-form-urlencoded', schemaOf(operation.form)) }
      : {}),
    ...(operation.body ? { requestBody: content('application/json', schemaOf(operation.body)) } : {}),
    ...(operation.schema
      ? { requestBody: content('application/json', openApiSchema(operation.schema)) }
      : {}),
    responses: Object.fromEntries(
      Object.entries(operation.answers).map(([status, shape]) => [
        status,
        {
          description: Number(status) < 400 ? 'Done.' : 'Refused.',
          ...(shape === null ? {} : { content: { 'application/json': { schema: schemaOf(shape) } } }),
        },
      ]),
    ),
  };
}

function schemaOf(shape: Shape): Schema {
  if (shape === 'any') return {};
  if (typeof shape === 'string') return { type: shape };
  if (Array.isArray(shape)) return { type: 'array', items: schemaOf(shape[0] as Shape) };
  return {
    type: 'object',
    properties: Object.fromEntries(Object.entries(shape).map(([field, one]) => [field, schemaOf(one)])),
  };
}
