import type { IncomingMessage, ServerResponse } from 'node:http';

/** A request on its way to an operation. */
export interface Inbound {
  request: IncomingMessage;
  response: ServerResponse;
  /** Relative to the version's base, without query. */
  path: string;
  /** Without the question mark. */
  query: string;
}
