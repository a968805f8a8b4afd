import {
  type IncomingHttpHeaders,
  type IncomingMessage,
  type ServerResponse,
  request as httpRequest,
} from 'node:http';
import { request as httpsRequest } from 'node:https';
import { pipeline } from 'node:stream';
import { connect as connectSecurely } from 'node:tls';
import { setReason } from '../../platform/http.ts';
import { openTunnel, proxyCredentials } from './upstream.ts';

/** The destination of a forwarded request. */
export interface ForwardTarget {
  target: URL;
  /** The corporate proxy; undefined: directly. */
  through: URL | undefined;
  /** The Via header of the forwarded request. */
  via: string;
}

/**
 * Forwards a request and returns its answer. A request for `https:` is encrypted from here. A truncated answer closes
 * the client's connection, so that the client notices.
 */
export async function forward(
  request: IncomingMessage,
  response: ServerResponse,
  { target, through, via }: ForwardTarget,
): Promise<void> {
  const host = target.hostname.replace(/^\[|\]$/g, '');
  const headers = { ...endToEnd(request.headers), via };
  const { method } = request;
  const path = target.pathname + target.search;
  const onAnswer = (answer: IncomingMessage) => {
    response.writeHead(answer.statusCode ?? 502, endToEnd(answer.headers));
    pipeline(answer, response, () => undefined);
  };
  const sending = await (async () => {
    if (target.protocol === 'https:') {
      const socket = await openTunnel({ host, port: Number(target.port || 443) }, through, via);
      const createConnection = () => connectSecurely({ socket, servername: host });
      return httpsRequest({ method, path, headers, createConnection }, onAnswer);
    }
    if (through === undefined) return httpRequest(target, { method, headers }, onAnswer);
    const toProxy = { method, path: target.href, headers: { ...headers, ...proxyCredentials(through) } };
    return httpRequest(through, toProxy, onAnswer);
  })();
  sending.once('error', (error) => {
    refuse(response, error);
  });
  response.once('close', () => sending.destroy());
  request.pipe(sending);
}

/** Answers a request that could not be forwarded, or ends an answer that had begun. */
export function refuse(response: ServerResponse, error: unknown): void {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  setReason(response, `the request could not be forwarded: ${(error as Error).message}`);
  response.writeHead(502).end();
}

/** Headers of a single connection are not forwarded (RFC 9110 section 7.6.1). */
function endToEnd(headers: IncomingHttpHeaders): IncomingHttpHeaders {
  const named = (headers.connection ?? '').split(',').map((one) => one.trim().toLowerCase());
  const ofConnection = new Set([
    ...['connection', 'keep-alive', 'proxy-connection', 'proxy-authorization', 'te', 'upgrade'],
    ...['transfer-encoding'],
    ...named,
  ]);
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !ofConnection.has(name)));
}
