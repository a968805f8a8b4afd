import type { IncomingMessage } from 'node:http';
import { ApiError } from '../../wire/access/api-errors.ts';
import { checkMediaType, readBytes } from '../../wire/rest/request-body.ts';
import { invalidRequest, jsonIn } from './invalid-request.ts';
import { readMultipart } from './multipart.ts';

/** One GraphQL request, however it came. */
export interface GraphqlRequest {
  readonly query: string;
  readonly operationName: string | undefined;
  readonly variables: Readonly<Record<string, unknown>>;
  /** GET may not change anything. */
  readonly readOnly: boolean;
}

/**
 * Reads a request: POST with JSON, POST with files (GraphQL multipart request specification), GET with query
 * parameters.
 * @param acceptCharset whether `application/json; charset=utf-8` is accepted
 * @throws RequestRefused for other requests than GraphQL requests; ApiError 405, 413, 415
 */
export async function readGraphqlRequest(
  request: IncomingMessage,
  acceptCharset: boolean,
): Promise<GraphqlRequest> {
  if (request.method === 'GET' || request.method === 'HEAD') return fromQuery(request.url ?? '');
  if (request.method !== 'POST') {
    throw new ApiError({
      status: 405,
      code: 'MethodNotAllowed',
      message: 'Method not allowed.',
      reason: `${request.method ?? ''} is not offered at /erp/v2/graphql; allowed: GET, POST`,
      headers: { Allow: 'GET, POST' },
    });
  }
  const contentType = request.headers['content-type'] ?? '';
  if (/^multipart\/form-data\b/i.test(contentType)) {
    return fromBody(await readMultipart(await readBytes(request), contentType));
  }
  checkMediaType(contentType, acceptCharset);
  const bytes = await readBytes(request);
  return fromBody(jsonIn(bytes, 'the body'));
}

function fromQuery(url: string): GraphqlRequest {
  const parameters = new URL(url, 'http://localhost').searchParams;
  const variables = parameters.get('variables');
  return {
    ...fromBody({
      query: parameters.get('query') ?? undefined,
      operationName: parameters.get('operationName') ?? undefined,
      variables:
        variables === null || variables === '' ? undefined : jsonIn(variables, "the parameter 'variables'"),
    }),
    readOnly: true,
  };
}

function fromBody(body: unknown): GraphqlRequest {
  if (Array.isArray(body)) {
    throw invalidRequest(
      'Invalid GraphQL Request.',
      'HC0009',
      'the body is a list of requests; batching is off: send one request, with aliases for several queries',
    );
  }
  if (typeof body !== 'object' || body === null) {
    throw invalidRequest(
      'Invalid GraphQL Request.',
      'HC0009',
      'the body is not an object {query, variables, operationName}',
    );
  }
  const { query, operationName, variables } = body as Readonly<Record<string, unknown>>;
  if (typeof query !== 'string' || query.trim() === '') {
    throw invalidRequest(
      'Either the parameter query or the parameter id has to be set.',
      'HC0013',
      'there is no \'query\'; send {"query": "{ QueryItems { totalCount } }"}',
    );
  }
  if (operationName !== undefined && operationName !== null && typeof operationName !== 'string')
    throw invalidRequest('Invalid GraphQL Request.', 'HC0009', "'operationName' is not a text");
  if (
    variables !== undefined &&
    variables !== null &&
    (typeof variables !== 'object' || Array.isArray(variables))
  )
    throw invalidRequest('Invalid GraphQL Request.', 'HC0009', "'variables' is not an object");
  return {
    query,
    operationName: operationName ?? undefined,
    variables: (variables ?? {}) as Readonly<Record<string, unknown>>,
    readOnly: false,
  };
}
