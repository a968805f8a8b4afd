import { once } from 'node:events';
import { type AddressInfo, type Server, connect, createServer } from 'node:net';

/** Has a server listen on a port of its own choice, on this machine only. @returns the port */
export async function listen(server: Server): Promise<number> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}

/**
 * A port for programs that need its number before they listen. It is below the range that systems choose from for
 * `listen(0)`, and separate for each of Vitest's workers, so that no other program takes it before it is used.
 */
export async function freePort(): Promise<number> {
  const worker = Number(process.env['VITEST_POOL_ID'] ?? 0) % 10;
  for (;;) {
    const port = 20_000 + worker * 1000 + Math.floor(Math.random() * 1000);
    const server = createServer();
    const free = await new Promise<boolean>((resolve) => {
      server.once('error', () => resolve(false)).listen(port, '127.0.0.1', () => resolve(true));
    });
    if (!free) continue;
    server.close();
    await once(server, 'close');
    return port;
  }
}

/** A port that refuses connections. */
export interface RefusingPort {
  port: number;
  release(): void;
}

/**
 * A port that refuses connections until it is released: the local end of a connection, so no other program can listen
 * there.
 */
export async function refusingPort(): Promise<RefusingPort> {
  const server = createServer();
  const socket = connect(await listen(server), '127.0.0.1');
  await once(socket, 'connect');
  return {
    port: socket.localPort!,
    release() {
      socket.destroy();
      server.close();
    },
  };
}
