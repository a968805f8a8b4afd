import {
  type IncomingHttpHeaders,
  type IncomingMessage,
  type RequestListener,
  type Server,
  type ServerResponse,
  createServer,
  request as httpRequest,
} from 'node:http';
import { createServer as createSecureServer, request as httpsRequest } from 'node:https';
import type { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { connect as connectSecurely } from 'node:tls';
import { setReason } from '../http.ts';
import type { KeyPair } from '../tls/authority.ts';
import { type Target, corporateProxy, openTunnel, proxyCredentials } from './upstream.ts';

/** What a proxy answers itself, and how. */
export interface Interception {
  /** @param host without a port */
  answersFor: (host: string) => boolean;
  handler: RequestListener;
  /** For the hosts it answers for. */
  credentials: KeyPair;
  /** Names the corporate proxy that everything else goes through. */
  env: Readonly<Record<string, string | undefined>>;
}

/** A proxy, ready to be listened to on any number of addresses. */
export interface Proxy {
  newServer: () => Server;
  /** Cuts every connection through it. */
  close(): Promise<void>;
}

/**
 * An HTTP proxy (RFC 9110 sections 7.6 and 9.3.6) that answers for some hosts and passes everything else on: tunnels by
 * CONNECT, and requests with absolute URLs, of `https:` too, as some clients send them.
 */
export function createProxy({ answersFor, handler, credentials, env }: Interception): Proxy {
  const plain = createServer(handler);
  const secure = createSecureServer(credentials, handler);
  const sockets = new Set<Duplex>();
  const track = (socket: Duplex) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
    socket.on('error', () => socket.destroy());
  };

  const onConnect = (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    track(socket);
    const target = tunnelTarget(request.url);
    if (target === undefined) {
      refuseTunnel(socket, 400, `CONNECT takes HOST:PORT, not '${request.url ?? ''}'`);
    } else if (answersFor(target.host)) {
      socket.write(established);
      if (head.length > 0) socket.unshift(head);
      (target.port === 80 ? plain : secure).emit('connection', socket);
    } else {
      openTunnel(target, corporateProxy(env, 'https', target.host)).then(
        (outside) => {
          track(outside);
          join(socket as Socket, outside, head);
        },
        (error: unknown) => {
          refuseTunnel(socket, 502, (error as Error).message);
        },
      );
    }
  };

  return {
    newServer: () => createServer(requestListener({ answersFor, handler, env })).on('connect', onConnect),
    close: () => {
      for (const socket of sockets) socket.destroy();
      return Promise.resolve();
    },
  };
}

/** Answers requests with absolute URLs, or passes them on. */
function requestListener({ answersFor, handler, env }: Omit<Interception, 'credentials'>): RequestListener {
  return (request, response) => {
    const url = request.url ?? '';
    if (!/^https?:\/\//i.test(url) || !URL.canParse(url)) {
      setReason(response, `this port is a proxy: name it in HTTPS_PROXY; '${url}' is no absolute URL`);
      response.writeHead(400).end();
      return;
    }
    const target = new URL(url);
    if (answersFor(target.hostname)) {
      request.url = target.pathname + target.search;
      request.headers.host = target.host;
      handler(request, response);
    } else {
      passOn(target, request, response, env).catch((error: unknown) => {
        refuse(response, error);
      });
    }
  };
}

const established = 'HTTP/1.1 200 Connection established\r\n\r\n';

function tunnelTarget(authority = ''): Target | undefined {
  const url = `http://${authority}`;
  if (!URL.canParse(url)) return undefined;
  const { hostname, port } = new URL(url);
  return { host: hostname.replace(/^\[|\]$/g, ''), port: Number(port || 80) };
}

/** Joins both ends of a tunnel; when one ends, so does the other, once it has got everything. */
function join(client: Socket, outside: Socket, head: Buffer): void {
  client.write(established);
  if (head.length > 0) outside.write(head);
  outside.once('close', () => {
    client.destroySoon();
  });
  client.once('close', () => {
    outside.destroySoon();
  });
  outside.pipe(client).pipe(outside);
}

/** Sends a request on; one for `https:` travels encrypted from here. */
async function passOn(
  target: URL,
  request: IncomingMessage,
  response: ServerResponse,
  env: Interception['env'],
): Promise<void> {
  const secure = target.protocol === 'https:';
  const host = target.hostname.replace(/^\[|\]$/g, '');
  const through = corporateProxy(env, secure ? 'https' : 'http', host);
  const headers = endToEnd(request.headers);
  const { method } = request;
  const path = target.pathname + target.search;
  const onAnswer = (answer: IncomingMessage) => {
    response.writeHead(answer.statusCode ?? 502, endToEnd(answer.headers));
    answer.pipe(response);
  };
  const sending = await (async () => {
    if (secure) {
      const socket = await openTunnel({ host, port: Number(target.port || 443) }, through);
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

/** Headers that concern one connection only stay there (RFC 9110 section 7.6.1). */
function endToEnd(headers: IncomingHttpHeaders): IncomingHttpHeaders {
  const named = (headers.connection ?? '').split(',').map((one) => one.trim().toLowerCase());
  const ofConnection = new Set([
    ...['connection', 'keep-alive', 'proxy-connection', 'proxy-authorization', 'te', 'upgrade'],
    ...['transfer-encoding'],
    ...named,
  ]);
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !ofConnection.has(name)));
}

function refuse(response: ServerResponse, error: unknown): void {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  setReason(response, `the request could not be passed on: ${(error as Error).message}`);
  response.writeHead(502).end();
}

function refuseTunnel(socket: Duplex, status: 400 | 502, reason: string): void {
  const phrase = status === 400 ? 'Bad Request' : 'Bad Gateway';
  const shown = reason.replace(/[^\x20-\x7e]/g, '?');
  socket.end(`HTTP/1.1 ${status} ${phrase}\r\nX-Emulator-Reason: ${shown}\r\nContent-Length: 0\r\n\r\n`);
}
