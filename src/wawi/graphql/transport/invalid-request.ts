import { NotJson, parsedJson } from '../../../platform/json.ts';
import { RequestRefused } from '../../wire/graphql/errors.ts';

/**
 * @param what names the content in the refusal
 * @throws RequestRefused for what is no JSON
 */
export function jsonIn(content: Uint8Array | string, what: string): unknown {
  try {
    return parsedJson(content);
  } catch (error) {
    if (!(error instanceof NotJson)) throw error;
    throw invalidRequest('Invalid GraphQL Request.', 'HC0009', `${what} ${error.message}`);
  }
}

/** @returns HotChocolate's refusal of a request that is no GraphQL request */
export function invalidRequest(message: string, code: string, reason: string): RequestRefused {
  return new RequestRefused([{ message, extensions: { code } }], reason);
}
