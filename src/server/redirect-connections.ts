import http from 'node:http';
import https from 'node:https';
import { syncBuiltinESMExports } from 'node:module';
import net from 'node:net';
import tls from 'node:tls';

/** The new destination of connections. */
export interface Redirection {
  answersFor: (host: string) => boolean;
  /** The emulator; by `https:` its certificate must come from {@link ca}. */
  emulator: URL;
  /** PEM of the authority trusted for these connections, and no others. */
  ca?: string | undefined;
}

interface ConnectOptions {
  host?: string | undefined;
  port?: number | string | undefined;
  servername?: string | undefined;
  /** An existing connection to run TLS over, such as a proxy's tunnel. */
  socket?: net.Socket | undefined;
}
type Connect = (...args: unknown[]) => net.Socket;

/** The internal part of Node's HTTP agent that is replaced. */
interface AgentInside {
  addRequest: (request: { agent?: unknown }, options: ConnectOptions) => void;
  createConnection: Connect;
  createSocket: unknown;
}

/**
 * Redirects this process's connections to some hosts to the emulator. It works below HTTP, at the level that `fetch`,
 * undici, `http` and `https` and all clients built on them share. A TLS connection to such a host becomes a connection
 * to the emulator, with the same requests and the same Host header.
 */
export function redirectConnections(redirection: Redirection): void {
  const { answersFor } = redirection;
  const open = opener(redirection);
  const redirected = (secure: boolean, original: Connect): Connect =>
    function (this: unknown, ...args) {
      const options = optionsOf(args);
      const host = [options.servername, options.host].find((name) => name && answersFor(name));
      if (host === undefined) return original.apply(this, args);
      options.socket?.destroy();
      const socket = open(host, secure);
      const listener = args.at(-1);
      if (typeof listener === 'function') {
        socket.once(secure ? 'secureConnect' : 'connect', listener as () => void);
      }
      return socket;
    };

  const plainConnect = redirected(false, net.connect as Connect);
  Object.assign(net, { connect: plainConnect, createConnection: plainConnect });
  Object.assign(tls, { connect: redirected(true, tls.connect as Connect) });
  const agent = http.Agent.prototype as unknown as AgentInside;
  agent.createConnection = redirected(false, agent.createConnection);
  passForeignAgentsBy(agent, answersFor);
  syncBuiltinESMExports();
}

/** An agent for a proxy, for example, would connect to the proxy before it asks for the host. */
function passForeignAgentsBy(prototype: AgentInside, answersFor: Redirection['answersFor']): void {
  const { addRequest } = prototype;
  const { createConnection: createSecureConnection } = https.Agent.prototype as unknown as AgentInside;
  prototype.addRequest = function (this: AgentInside & { protocol?: string }, request, options) {
    const secure = options.port === 443 || this.protocol === 'https:';
    const ours =
      this.createSocket === prototype.createSocket &&
      [prototype.createConnection, createSecureConnection].includes(this.createConnection);
    const foreign = !ours && options.host !== undefined && answersFor(options.host);
    const agent = foreign ? (secure ? https : http).globalAgent : this;
    request.agent = agent;
    addRequest.call(agent as unknown as AgentInside, request, options);
  };
}

/** @returns a function that opens a connection to the emulator in place of one to a host */
function opener({ emulator, ca }: Redirection): (host: string, secure: boolean) => net.Socket {
  const connectPlainly = net.connect;
  const connectSecurely = tls.connect;
  const host = emulator.hostname.replace(/^\[|\]$/g, '');
  const encrypted = emulator.protocol === 'https:';
  const port = Number(emulator.port || (encrypted ? 443 : 80));
  return (wanted, secure) => {
    const socket = encrypted
      ? connectSecurely({ host, port, ...(net.isIP(host) ? {} : { servername: host }), ...(ca && { ca }) })
      : connectPlainly({ host, port });
    socket.prependListener('error', (error: NodeJS.ErrnoException) => {
      error.message =
        `${wanted} is redirected to the JTL platform emulator at ${emulator.origin}, which cannot be reached ` +
        `(${error.code ?? error.message}); start it with 'npx jtl-emulator start', or name another in JTL_EMULATOR_URL`;
    });
    if (secure && !encrypted) lookSecure(socket);
    return socket;
  };
}

/** Gives a plain connection the properties of a TLS one, which its user asked for; the emulator needs no TLS. */
function lookSecure(socket: net.Socket): void {
  Object.assign(socket, {
    encrypted: true,
    authorized: true,
    authorizationError: null,
    alpnProtocol: false,
    getPeerCertificate: () => ({}),
    getProtocol: () => null,
    getSession: () => undefined,
    isSessionReused: () => false,
  });
  socket.once('connect', () => socket.emit('secureConnect'));
}

/** Both `connect` functions take options, or a port with a host and options after it. */
function optionsOf([first, second, third]: readonly unknown[]): ConnectOptions {
  const isOptions = (value: unknown): value is ConnectOptions => typeof value === 'object' && value !== null;
  if (isOptions(first)) return first;
  const options = [second, third].find(isOptions) ?? {};
  return typeof second === 'string' ? { ...options, host: second } : options;
}
