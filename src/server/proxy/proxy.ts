import { randomBytes } from 'node:crypto';
import { type IncomingMessage, type RequestListener, type Server, createServer } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { setReason } from '../../platform/http.ts';
import type { KeyPair } from '../tls/authority.ts';
import { isLoopback } from '../../platform/loopback.ts';
import { type ProxyRefusal, refusalFor, viaOf } from './admission.ts';
import { forward, refuse } from './forward.ts';
import { type Target, corporateProxy, openTunnel, targetOf } from './upstream.ts';

/** The hosts that a proxy answers for, and the handler of their requests. */
export interface Interception {
  /** @param host without a port */
  answersFor: (host: string) => boolean;
  handler: RequestListener;
  /** Certificate and key for those hosts. */
  credentials: KeyPair;
  /** Environment variables that may name a corporate proxy for all other hosts. */
  env: Readonly<Record<string, string | undefined>>;
}

/** A proxy that can listen on any number of addresses. */
export interface Proxy {
  newServer: () => Server;
  /** Closes every connection through it. */
  close(): Promise<void>;
}

/** Forwarding of requests to other hosts. */
interface Forwarding {
  /** The proxy's name in Via headers. */
  pseudonym: string;
  /** @returns the corporate proxy for a target; undefined: go there directly */
  upstream: (scheme: 'http' | 'https', host: string) => URL | undefined;
}

/**
 * An HTTP proxy (RFC 9110 sections 7.6 and 9.3.6) for programs of this machine. It answers for some hosts and forwards
 * all other requests: tunnels by CONNECT, and requests with absolute URLs, also of `https:`, which some clients send.
 */
export function createProxy(interception: Interception): Proxy {
  const servers: Server[] = [];
  const connections = new Set<Duplex>();
  const track = (socket: Duplex) => {
    connections.add(socket);
    socket.once('close', () => connections.delete(socket));
    socket.on('error', () => socket.destroy());
  };
  const forwarding: Forwarding = {
    pseudonym: `jtl-emulator-${randomBytes(6).toString('hex')}`,
    // A user may export HTTPS_PROXY, as the README says, and start the emulator from the same shell.
    upstream: (scheme, host) => {
      const named = corporateProxy(interception.env, scheme, host);
      return named !== undefined && isOneOf(servers, targetOf(named)) ? undefined : named;
    },
  };
  const onConnect = tunnelOpener(interception, forwarding, track);
  return {
    newServer: () => {
      const server = createServer(requestListener(interception, forwarding)).on('connect', onConnect);
      servers.push(server);
      return server;
    },
    close: () => {
      for (const socket of connections) socket.destroy();
      return Promise.resolve();
    },
  };
}

/** Answers CONNECT: opens a tunnel to the emulator, or to the requested host. */
function tunnelOpener(
  { answersFor, handler, credentials }: Interception,
  { pseudonym, upstream }: Forwarding,
  track: (socket: Duplex) => void,
): (request: IncomingMessage, socket: Duplex, head: Buffer) => void {
  const plain = createServer(handler);
  const secure = createSecureServer(credentials, handler);
  return (request, socket, head) => {
    track(socket);
    const { url = '' } = request;
    const target = tunnelTarget(url);
    if (target === undefined) {
      refuseTunnel(socket, { status: 400, reason: `CONNECT takes HOST:PORT, not '${url}'` });
      return;
    }
    if (answersFor(target.host)) {
      socket.write(established);
      if (head.length > 0) socket.unshift(head);
      (target.port === 80 ? plain : secure).emit('connection', socket);
      return;
    }
    const refusal = refusalFor(request, url, pseudonym);
    if (refusal !== undefined) {
      refuseTunnel(socket, refusal);
      return;
    }
    openTunnel(target, upstream('https', target.host), viaOf(request, pseudonym)).then(
      (outside) => {
        track(outside);
        join(socket as Socket, outside, head);
      },
      (error: unknown) => {
        refuseTunnel(socket, { status: 502, reason: (error as Error).message });
      },
    );
  };
}

/** Answers requests with absolute URLs, or forwards them. */
function requestListener(
  { answersFor, handler }: Interception,
  { pseudonym, upstream }: Forwarding,
): RequestListener {
  return (request, response) => {
    const url = request.url ?? '';
    if (!/^https?:\/\//i.test(url) || !URL.canParse(url)) {
      setReason(response, `this port is a proxy: name it in HTTPS_PROXY; '${url}' is not an absolute URL`);
      response.writeHead(400).end();
      return;
    }
    const target = new URL(url);
    if (answersFor(target.hostname)) {
      request.url = target.pathname + target.search;
      request.headers.host = target.host;
      handler(request, response);
      return;
    }
    const refusal = refusalFor(request, url, pseudonym);
    if (refusal !== undefined) {
      setReason(response, refusal.reason);
      response.writeHead(refusal.status).end();
      return;
    }
    const through = upstream(target.protocol === 'https:' ? 'https' : 'http', targetOf(target).host);
    forward(request, response, { target, through, via: viaOf(request, pseudonym) }).catch(
      (error: unknown) => {
        refuse(response, error);
      },
    );
  };
}

function isOneOf(servers: readonly Server[], { host, port }: Target): boolean {
  return servers.some((server) => {
    const own = server.address() as AddressInfo | null;
    return own?.port === port && (isLoopback(host) || host === own.address);
  });
}

const established = 'HTTP/1.1 200 Connection established\r\n\r\n';

function tunnelTarget(authority: string): Target | undefined {
  const url = `http://${authority}`;
  return URL.canParse(url) ? targetOf(new URL(url)) : undefined;
}

/** Joins both ends of a tunnel. When one ends, the other ends once it has received everything. */
function join(client: Socket, outside: Socket, head: Buffer): void {
  if (client.destroyed) {
    outside.destroy();
    return;
  }
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

const phrases: Record<ProxyRefusal['status'], string> = {
  400: 'Bad Request',
  403: 'Forbidden',
  502: 'Bad Gateway',
  508: 'Loop Detected',
};

function refuseTunnel(socket: Duplex, { status, reason }: ProxyRefusal): void {
  const shown = reason.replace(/[^\x20-\x7e]/g, '?');
  socket.end(
    `HTTP/1.1 ${status} ${phrases[status]}\r\nX-Emulator-Reason: ${shown}\r\nContent-Length: 0\r\n\r\n`,
  );
}
