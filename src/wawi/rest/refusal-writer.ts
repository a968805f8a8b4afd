import type { ServerResponse } from 'node:http';
import { assume, setReason } from '../../platform/http.ts';
import type { ApiVersion } from '../contract/contract.ts';
import { errorBody, FilterRefusal, type ApiError } from '../wire/access/api-errors.ts';

/** Answers a refusal in the version's own spelling; a response that has begun is broken off. */
export function writeRefusal(response: ServerResponse, version: ApiVersion, refusal: ApiError): void {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  for (const [name, value] of Object.entries(refusal.headers)) response.setHeader(name, value);
  for (const id of refusal.assumptions) assume(response, id);
  setReason(response, refusal.reason);
  const isHtml = refusal instanceof FilterRefusal;
  const body = Buffer.from(isHtml ? refusal.html : JSON.stringify(errorBody(version, refusal)));
  response.statusCode = refusal.status;
  response.setHeader('Content-Type', isHtml ? 'text/html' : 'application/json; charset=utf-8');
  response.setHeader('Content-Length', body.byteLength);
  response.end(body);
}
