import type { Operation, SentBody } from './contract.ts';
import type { OpenApiSchema } from './openapi-schema.ts';
import type { OpenApiSchemas } from './openapi-schemas.ts';
import type { TypeNode } from './types.ts';

/** The meaning of an error status, for readers of the document. */
const statusTexts: Readonly<Record<number, string>> = {
  400: 'Malformed, incomplete or of the wrong type; `validationErrors` names the fields.',
  401: 'The token is missing, expired or not of this platform.',
  402: 'No licence, or the app is not authorised.',
  403: 'The scope is missing, or the app is not installed in the tenant.',
  404: 'The id or the tenant does not exist.',
  406: 'The state of the document does not allow it.',
  409: 'Conflicts with what exists.',
  410: 'Was there once and is gone.',
  413: 'The body is larger than 10 MB.',
  415: 'The body is not plain `application/json`.',
  422: 'A rule of the ERP does not allow it, or the `Idempotency-Key` came with another request before.',
  429: 'Too many requests.',
  500: 'An unexpected error.',
  504: "The tenant's ERP is not connected.",
};

/** Every refusal has this shape, also where the contract leaves its body open. */
const errorType = { kind: 'schema', name: 'ErrorResponse' } as const;

/**
 * Describes what an operation answers: the statuses that the contract lists, and marked as not listed there those that
 * the emulator sends beside them.
 * @returns the responses object
 */
export function responsesObject(operation: Operation, schemas: OpenApiSchemas): Record<string, unknown> {
  const statuses = new Set([...operation.answers.keys(), ...operation.sent.keys(), ...unlisted(operation)]);
  return Object.fromEntries(
    [...statuses].sort().map((status) => [String(status), answerObject(operation, status, schemas)]),
  );
}

/** Authorization may refuse any operation; the other errors depend on the operation's parameters and body. */
function unlisted({ method, body }: Operation): number[] {
  const writes = method !== 'GET' && method !== 'HEAD';
  return [400, 401, 403, 404, 429, 504, ...(writes ? [409, 413, 422] : []), ...(body ? [415] : [])];
}

function answerObject(
  operation: Operation,
  status: number,
  schemas: OpenApiSchemas,
): Record<string, unknown> {
  const description = status < 300 ? 'Done.' : (statusTexts[status] ?? 'Refused.');
  const content = contentOf(operation, status, schemas);
  return {
    description,
    ...(content && { content }),
    ...(operation.answers.has(status) ? {} : { 'x-not-listed': true }),
  };
}

function contentOf(
  { answers, sent }: Operation,
  status: number,
  schemas: OpenApiSchemas,
): Record<string, { schema: OpenApiSchema }> | undefined {
  const body = sent.get(status);
  if (body) return { [body.media ?? 'application/json']: { schema: schemaOfSent(body, schemas) } };
  const type = answers.get(status) ?? (status >= 400 ? errorType : undefined);
  return type && { 'application/json': { schema: schemas.of(type, 'answer') } };
}

function schemaOfSent({ media, type, graphql, rows }: SentBody, schemas: OpenApiSchemas): OpenApiSchema {
  if (graphql !== undefined) return schemas.shaped(graphql, rows);
  return type && !isText(media, type) ? schemas.of(type, 'answer') : { type: 'string' };
}

/** XML is text to those who read it by a schema of JSON. */
function isText(media: string | undefined, type: TypeNode): boolean {
  return media !== undefined && type.kind === 'scalar' && type.name === 'object';
}
