import { createServer, type RequestListener, type Server } from 'node:http';

/** Why an address cannot be listened on. */
export class ListenFailure extends Error {
  override readonly name = 'ListenFailure';
  constructor(
    /** Node's code, such as `EADDRINUSE` or `EACCES`. */
    readonly code: string,
    readonly host: string,
    readonly port: number,
  ) {
    super(`cannot listen on ${host}:${port} (${code})`);
  }
}

/** An open listener. */
export interface Listener {
  port: number;
  /** Ends within a second: idle connections at once, busy ones after a short grace. */
  close(): Promise<void>;
}

/** How long a request in flight may go on after closing began, in milliseconds. */
const closingGrace = 300;
/** Tries to find one free port on both loopback addresses. */
const attempts = 10;
const loopback = '127.0.0.1';

/**
 * Listens for HTTP on a host, or on both loopback addresses (127.0.0.1 and ::1) when none is given; a machine
 * without IPv6 is served by IPv4 alone.
 * @param port 0 for any free one
 * @throws ListenFailure
 */
export async function listen(handler: RequestListener, port: number, host?: string): Promise<Listener> {
  const servers: Server[] = [await listenOn(handler, port, host ?? loopback)];
  let actual = portOf(servers[0]!);
  for (let attempt = 1; host === undefined; attempt++) {
    try {
      servers.push(await listenOn(handler, actual, '::1'));
      break;
    } catch (error) {
      if (!(error instanceof ListenFailure)) throw error;
      if (error.code !== 'EADDRINUSE') break;
      await closeServers(servers);
      if (port !== 0 || attempt === attempts) throw error;
      servers[0] = await listenOn(handler, 0, loopback);
      actual = portOf(servers[0]);
    }
  }
  return { port: actual, close: () => closeServers(servers) };
}

function listenOn(handler: RequestListener, port: number, host: string): Promise<Server> {
  const server = createServer({ keepAliveTimeout: 30_000 }, handler);
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(new ListenFailure(error.code ?? 'unknown', host, port));
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
