import { NotJson, parsedJson } from '../../../platform/json.ts';
import { RequestRefused } from '../../wire/graphql/errors.ts';

/**
 * @param what the name of the content in the refusal
 * @throws RequestRefused for content that is not JSON
 */
export function jsonIn(content: Uint8Array | string, what: string): unknown {
  try {
    return parsedJson(content);
  } catch (error) {
    if (!(error instanceof NotJson)) throw error;
    throw invalidRequest('Invalid GraphQL Request.', 'HC0009', `${what} ${error.message}`);
  }
}

/** @returns HotChocolate's refusal of a request that is not a GraphQL request */
export function invalidRequest(message: string, code: string, reason: string): RequestRefused {
  return new RequestRefused([{ message, extensions: { code } }], reason);
}
