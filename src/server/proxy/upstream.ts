import { request } from 'node:http';
import { type Socket, connect } from 'node:net';
import { connect as connectSecurely } from 'node:tls';
import { once } from 'node:events';

/** Timeout for connecting to another server. */
const connectTimeoutMs = 20_000;

type Environment = Readonly<Record<string, string | undefined>>;

/** Host and port of another server. */
export interface Target {
  host: string;
  port: number;
}

/**
 * The proxy that the environment names for a target, as curl reads it: `HTTPS_PROXY`, `HTTP_PROXY`, `NO_PROXY`, lower
 * case first.
 * @returns undefined: connect directly
 */
export function corporateProxy(env: Environment, scheme: 'http' | 'https', host: string): URL | undefined {
  const read = (name: string) => env[name] ?? env[name.toUpperCase()] ?? '';
  const excepted = read('no_proxy')
    .split(',')
    .map((entry) =>
      entry
        .trim()
        .replace(/^\*?\./, '')
        .toLowerCase(),
    )
    .some((entry) => entry === '*' || (entry !== '' && (host === entry || host.endsWith(`.${entry}`))));
  const named = read(`${scheme}_proxy`);
  if (excepted || named === '') return undefined;
  const url = named.includes('://') ? named : `http://${named}`;
  return URL.canParse(url) ? new URL(url) : undefined;
}

/** @returns the headers that authenticate to a corporate proxy */
export function proxyCredentials({ username, password }: URL): Record<string, string> {
  if (username === '') return {};
  const pair = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
  return { 'Proxy-Authorization': `Basic ${Buffer.from(pair).toString('base64')}` };
}

/**
 * Connects to a target, by CONNECT through a proxy (RFC 9110 section 9.3.6) if there is one.
 * @param via the Via header of the CONNECT request
 * @throws Error naming the host that could not be reached, or the proxy's answer
 */
export async function openTunnel(target: Target, through: URL | undefined, via: string): Promise<Socket> {
  if (through === undefined) return connected(target);
  const socket = await connected(targetOf(through), through.protocol === 'https:');
  const authority = `${target.host.includes(':') ? `[${target.host}]` : target.host}:${target.port}`;
  const asking = request({
    method: 'CONNECT',
    path: authority,
    headers: { Host: authority, Via: via, ...proxyCredentials(through) },
    createConnection: () => socket,
  }).end();
  const status = await new Promise<number>((resolve, reject) => {
    asking.once('connect', (response, _socket, head) => {
      if (head.length > 0) socket.unshift(head);
      resolve(response.statusCode ?? 0);
    });
    asking.once('response', (response) => {
      resolve(response.statusCode ?? 0);
    });
    asking.once('error', reject);
  });
  if (status === 200) return socket;
  socket.destroy();
  throw new Error(`the proxy ${through.host} answered ${status} to CONNECT ${authority}`);
}

/** @returns host and port of a URL */
export function targetOf({ protocol, hostname, port }: URL): Target {
  return {
    host: hostname.replace(/^\[|\]$/g, ''),
    port: Number(port || (protocol === 'https:' ? 443 : 80)),
  };
}

async function connected({ host, port }: Target, secure = false): Promise<Socket> {
  const socket = secure ? connectSecurely({ host, port, servername: host }) : connect({ host, port });
  try {
    await once(socket, secure ? 'secureConnect' : 'connect', {
      signal: AbortSignal.timeout(connectTimeoutMs),
    });
    return socket;
  } catch (error) {
    socket.destroy();
    const { name, code = 'unknown' } = error as NodeJS.ErrnoException;
    const why = name === 'AbortError' ? `no connection within ${connectTimeoutMs / 1000} s` : code;
    throw new Error(`cannot reach ${host}:${port} (${why})`, {
      cause: error,
    });
  }
}
