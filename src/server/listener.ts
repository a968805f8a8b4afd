import { createServer, type RequestListener, type Server } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import { ListenFailure } from './listen-failure.ts';
import type { KeyPair } from './tls/authority.ts';

/** An open listener. */
export interface Listener {
  port: number;
  /** Closes within a second: idle connections at once, busy ones after a short grace period. */
  close(): Promise<void>;
}

/** How long requests in progress may continue after closing begins, in milliseconds. */
const closingGrace = 300;
/** Tries to find one free port on both loopback addresses. */
const attempts = 10;
const loopback = '127.0.0.1';

/** Where to listen, and how. */
export interface ListenOptions {
  /** 0 for any free one. */
  port: number;
  /** Default: both loopback addresses, 127.0.0.1 and ::1. */
  host?: string | undefined;
  /** The setting that chose the port, for refusals. */
  flag: string;
  /** Makes it a listener for HTTPS. */
  credentials?: KeyPair;
}

/**
 * Listens for HTTP/1.1 on a host, or on both loopback addresses when none is given; on IPv4 alone if the machine has no
 * IPv6.
 * @throws ListenFailure
 */
export async function listen(handler: RequestListener, options: ListenOptions): Promise<Listener> {
  return listenWith(() => serverFor(handler, options.credentials), options);
}

/** {@link listen} with servers of the caller. @param create makes one for each address */
export async function listenWith(create: () => Server, options: ListenOptions): Promise<Listener> {
  const { port, host } = options;
  const listenOn = (on: number, at: string) => opened(create(), { ...options, port: on, host: at });
  const servers: Server[] = [await listenOn(port, host ?? loopback)];
  let actual = portOf(servers[0]!);
  for (let attempt = 1; host === undefined; attempt++) {
    try {
      servers.push(await listenOn(actual, '::1'));
      break;
    } catch (error) {
      if (!(error instanceof ListenFailure)) throw error;
      if (error.code !== 'EADDRINUSE') break;
      await closeServers(servers);
      if (port !== 0 || attempt === attempts) throw error;
      servers[0] = await listenOn(0, loopback);
      actual = portOf(servers[0]);
    }
  }
  return { port: actual, close: () => closeServers(servers) };
}

function serverFor(handler: RequestListener, credentials: KeyPair | undefined): Server {
  const options = { keepAliveTimeout: 30_000 };
  return credentials === undefined
    ? createServer(options, handler)
    : createSecureServer({ ...options, ...credentials }, handler);
}

function opened(server: Server, { host, port, flag }: ListenOptions & { host: string }): Promise<Server> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(new ListenFailure(error.code ?? 'unknown', host, port, flag));
    });
    server.listen({ port, host, exclusive: true }, () => {
      resolve(server);
    });
  });
}

function portOf(server: Server): number {
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}

async function closeServers(servers: readonly Server[]): Promise<void> {
  await Promise.all(
    servers.map(
      (server) =>
        new Promise<void>((resolve) => {
          const grace = setTimeout(() => {
            server.closeAllConnections();
          }, closingGrace);
          server.close(() => {
            clearTimeout(grace);
            resolve();
          });
          server.closeIdleConnections();
        }),
    ),
  );
}
