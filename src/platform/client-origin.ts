import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import type { Urls } from './config.ts';

/** The headers by which a proxy that rewrites `Host` names the address that the client used. */
const forwardedHeaders = ['x-forwarded-proto', 'x-forwarded-host', 'x-forwarded-port'] as const;

/**
 * The platform's hosts on their default port. Clients reach them by HTTPS only: on a plain connection, `./register` or
 * a proxy has terminated TLS.
 */
const realHost = /^[a-z.]+\.jtl-cloud\.com$/i;

/**
 * A proxy's three headers count together or not at all, because the scheme of one address with the port of another is
 * not a served address. `--public-url` takes precedence.
 * @returns the base of the URLs for the client, without a trailing slash
 */
export function clientOrigin(request: IncomingMessage, urls: Pick<Urls, 'base' | 'publicUrl'>): string {
  const { headers } = request;
  if (urls.publicUrl !== undefined && cameByProxy(headers)) return urls.publicUrl;
  return forwardedOrigin(headers) ?? seenOrigin(request);
}

/** @returns why a proxy's headers do not count; undefined if they do or there are none */
export function ignoredForwarding(
  headers: IncomingHttpHeaders,
  { publicUrl }: Pick<Urls, 'publicUrl'>,
): string | undefined {
  const sent = forwardedHeaders.filter((name) => headers[name] !== undefined);
  if (publicUrl !== undefined || sent.length === 0 || forwardedOrigin(headers) !== undefined)
    return undefined;
  const given = sent.map((name) => `${headerName(name)}: ${firstOf(headers[name])}`).join(', ');
  return `ignored: ${given}; a proxy sends valid X-Forwarded-Proto, X-Forwarded-Host and X-Forwarded-Port together, or start the emulator with --public-url`;
}

function cameByProxy(headers: IncomingHttpHeaders): boolean {
  return (
    headers.forwarded !== undefined || Object.keys(headers).some((name) => name.startsWith('x-forwarded-'))
  );
}

/** @returns the origin of the three headers; undefined if one is missing or malformed */
function forwardedOrigin(headers: IncomingHttpHeaders): string | undefined {
  const [scheme, host, port] = forwardedHeaders.map((name) => firstOf(headers[name]));
  if (scheme !== 'http' && scheme !== 'https') return undefined;
  if (!/^[^\s/?#@\\]+$/.test(host!) || !/^\d{1,5}$/.test(port!)) return undefined;
  const spelled = `${scheme}://${host!.replace(/:\d+$/, '')}:${port!}`;
  // `origin` leaves out the scheme's own port.
  return URL.canParse(spelled) ? new URL(spelled).origin : undefined;
}

function seenOrigin({ headers, socket }: IncomingMessage): string {
  const encrypted = 'encrypted' in socket && socket.encrypted === true;
  const host = headers.host ?? 'localhost';
  return `${encrypted || realHost.test(host) ? 'https' : 'http'}://${host}`;
}

/** Each proxy of a chain appends a value; the first one is the client's address. */
function firstOf(value: string | string[] | undefined): string {
  return String(value ?? '')
    .split(',')[0]!
    .trim();
}

function headerName(name: string): string {
  return name.replace(/(?<=^|-)[a-z]/g, (letter) => letter.toUpperCase());
}
