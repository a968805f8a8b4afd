import type { RequestListener } from 'node:http';
import { platformHost } from '../platform/platform-hosts.ts';
import { type Listener, listen, listenWith } from './listener.ts';
import { realIssuers } from '../platform/config.ts';
import { Authority } from './tls/authority.ts';

/** Options of the further listeners. A listener without a port is not opened; 0 means any free port. */
export interface ListenerOptions {
  /** HTTPS for the platform's real hosts. */
  tlsPort?: number;
  /** HTTPS for the emulator's own origin. */
  httpsPort?: number;
  /** An HTTP proxy that answers for the platform's hosts. */
  proxyPort?: number;
  /** Folder that keeps the local certificate authority. */
  tlsFolder: string;
  /** Default: both loopback addresses. */
  host?: string | undefined;
  /** Base URL of the emulator, if it was set. Its host is in the certificate; the issuers stay the same. */
  publicUrl?: string;
  /** Environment variables, which name the proxy for other hosts. */
  env: Readonly<Record<string, string | undefined>>;
}

/** The open listeners apart from the plain one. */
export interface Listeners {
  readonly tlsPort?: number;
  readonly httpsPort?: number;
  readonly proxyPort?: number;
  readonly authority: Authority;
  /**
   * Issuers for clients of these listeners: the real issuers with real hosts, `https:` ones with an HTTPS port, because
   * its clients refuse others.
   */
  readonly issuers: { issuerV1?: string; issuerV2?: string };
  close(): Promise<void>;
}

/**
 * Opens the listeners that have a port. All of them terminate TLS with one certificate of the local authority.
 * @throws UnusableFolder, ListenFailure
 */
export async function openListeners(handler: RequestListener, options: ListenerOptions): Promise<Listeners> {
  const authority = await Authority.open(options.tlsFolder);
  const credentials = await authority.issueServerCertificate(ownNames(options.publicUrl));
  const { host } = options;
  const open: Listener[] = [];
  const secure = async (port: number | undefined, flag: string) => {
    if (port === undefined) return undefined;
    return added(open, await listen(handler, { port, host, flag, credentials }));
  };
  try {
    const tlsPort = await secure(options.tlsPort, '--tls-port');
    const httpsPort = await secure(options.httpsPort, '--https-port');
    let proxyPort: number | undefined;
    if (options.proxyPort !== undefined) {
      const { createProxy } = await import('./proxy/proxy.ts');
      const answersFor = (name: string) => platformHost(name) !== undefined;
      const proxy = createProxy({ answersFor, handler, credentials, env: options.env });
      const listener = await listenWith(proxy.newServer, {
        port: options.proxyPort,
        host,
        flag: '--proxy-port',
      });
      proxyPort = added(open, { port: listener.port, close: () => closeAll([proxy, listener]) });
    }
    return {
      ...(tlsPort !== undefined && { tlsPort }),
      ...(httpsPort !== undefined && { httpsPort }),
      ...(proxyPort !== undefined && { proxyPort }),
      authority,
      issuers: issuersFor(tlsPort, options.publicUrl === undefined ? httpsPort : undefined),
      close: () => closeAll(open),
    };
  } catch (error) {
    await closeAll(open);
    throw error;
  }
}

function issuersFor(tlsPort: number | undefined, httpsPort: number | undefined): Listeners['issuers'] {
  if (tlsPort !== undefined) return realIssuers;
  if (httpsPort === undefined) return {};
  const base = `https://127.0.0.1:${httpsPort}`;
  return { issuerV1: base, issuerV2: `${base}/id` };
}

function ownNames(publicUrl: string | undefined): string[] {
  const name = publicUrl === undefined ? '' : new URL(publicUrl).hostname;
  return name === 'localhost' || /^[\d.]*$|^\[/.test(name) ? [] : [name];
}

function added(open: Listener[], listener: Listener): number {
  open.push(listener);
  return listener.port;
}

async function closeAll(open: readonly { close(): Promise<void> }[]): Promise<void> {
  await Promise.all(open.map((one) => one.close()));
}
