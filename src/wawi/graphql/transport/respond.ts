import type { IncomingMessage, ServerResponse } from 'node:http';
import { assume, factsOf, setReason } from '../../../platform/http.ts';
import type { ApiError } from '../../wire/access/api-errors.ts';
import { errorBody } from '../../wire/access/api-errors.ts';
import type { RequestRefused } from '../../wire/graphql/errors.ts';
import { type WireError } from '../../wire/graphql/errors.ts';
import type { Outcome } from '../execute.ts';
import { answerFormat, dependsOnOption } from './answer-format.ts';

/**
 * Writes what an operation came to: 200 with data, and errors where fields failed (platform.md section 6).
 * @param option the option of the assumption `graphql-status` that is in force
 */
export function writeOutcome(
  request: IncomingMessage,
  response: ServerResponse,
  outcome: Outcome,
  option: string,
): void {
  const { data, errors, failures, replayed, assumptions } = outcome;
  for (const id of assumptions) assume(response, id);
  if (failures.length > 0) setReason(response, failures.map((failure) => failure.reason).join(' '));
  const errorText =
    errors.length === 0 ? '' : `"errors":${JSON.stringify(errors.map((error) => traced(error, response)))},`;
  const { accept } = request.headers;
  if (dependsOnOption(accept, false)) assume(response, 'graphql-status');
  end(
    response,
    200,
    answerFormat(accept, option).mediaType,
    `{${errorText}"data":${data}${extensions(replayed)}}`,
  );
}

/** @returns the answer's `extensions`, which tell which mutations were not done again (pages of 2.1) */
function extensions(replayed: readonly string[]): string {
  if (replayed.length === 0) return '';
  const idempotency = Object.fromEntries(replayed.map((name) => [name, { wasReplayed: true }]));
  return `,"extensions":${JSON.stringify({ idempotency })}`;
}

/**
 * Writes the refusal of a whole request, without data.
 * @param option the option of the assumption `graphql-status` that is in force
 */
export function writeRefusal(
  request: IncomingMessage,
  response: ServerResponse,
  refused: RequestRefused,
  option: string,
): void {
  setReason(response, refused.reason);
  for (const id of refused.assumptions) assume(response, id);
  const errors = refused.errors.map((error) =>
    traced({ ...error, extensions: error.extensions ?? {} }, response),
  );
  const { accept } = request.headers;
  if (dependsOnOption(accept, true)) assume(response, 'graphql-status');
  const format = answerFormat(accept, option);
  end(response, format.refused, format.mediaType, JSON.stringify({ errors }));
}

/** Writes what the gateway refuses before GraphQL is reached, in the shape of REST v2. */
export function writeGatewayError(response: ServerResponse, error: ApiError): void {
  setReason(response, error.reason);
  for (const id of error.assumptions) assume(response, id);
  for (const [name, value] of Object.entries(error.headers)) response.setHeader(name, value);
  end(response, error.status, 'application/json', JSON.stringify(errorBody('v2', error)));
}

function end(response: ServerResponse, status: number, mediaType: string, text: string): void {
  const body = Buffer.from(text);
  response.statusCode = status;
  response.setHeader('Content-Type', `${mediaType}; charset=utf-8`);
  response.setHeader('Content-Length', body.byteLength);
  response.end(body);
}

function traced(error: WireError, response: ServerResponse): WireError {
  const { traceId } = factsOf(response);
  return { ...error, extensions: { ...error.extensions, ...(traceId === undefined ? {} : { traceId }) } };
}
