import { readFile } from 'node:fs/promises';
import { Agent, buildConnector } from 'undici';
import type { EmulatorTls } from '../../src/index.ts';

/**
 * A client's machine whose hosts file sends the platform's names here: only the address and the port are ours, the name
 * in the URL, in TLS and in the Host header is the real one.
 */
export async function hostsFileAgent({ caFile, tlsPort }: EmulatorTls): Promise<Agent> {
  const connect = buildConnector({ ca: await readFile(caFile, 'utf8') });
  return new Agent({
    connect: (options, callback) => {
      const servername = options.hostname;
      connect({ ...options, hostname: '127.0.0.1', port: String(tlsPort), servername }, callback);
    },
  });
}
