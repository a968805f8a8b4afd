import type { IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import { isLoopback } from '../../platform/loopback.ts';

/** Why a proxy does not forward a request, and the status of the refusal. */
export interface ProxyRefusal {
  status: 400 | 403 | 502 | 508;
  reason: string;
}

/**
 * Decides whether a request may leave through the proxy. Otherwise, a listener that other machines reach would lead
 * them into this machine's network (a cloud's metadata service, say), so only programs on this machine may use it. A
 * request with our name in its Via header (RFC 9110 section 7.6.3) has passed this proxy before.
 * @param target the request's destination, for the refusal
 * @param pseudonym our own name in Via headers
 * @returns undefined if it may
 */
export function refusalFor(
  { socket, headers }: IncomingMessage,
  target: string,
  pseudonym: string,
): ProxyRefusal | undefined {
  if (!isOfThisMachine(socket)) {
    return {
      status: 403,
      reason:
        `'${target}' is none of the platform's hosts; this proxy forwards other requests for programs of its own ` +
        `machine only, not for ${socket.remoteAddress ?? 'an unknown one'}; except such hosts with NO_PROXY`,
    };
  }
  const before = [headers.via ?? ''].join().split(',');
  if (before.some((hop) => hop.trim().split(/\s+/)[1] === pseudonym)) {
    return {
      status: 508,
      reason: `the request for '${target}' came back to this proxy; HTTPS_PROXY or HTTP_PROXY of the emulator must name another one`,
    };
  }
  return undefined;
}

/** @returns the Via header of the forwarded request, earlier hops first */
export function viaOf({ headers, httpVersion }: IncomingMessage, pseudonym: string): string {
  return [...(headers.via === undefined ? [] : [headers.via]), `${httpVersion} ${pseudonym}`].join(', ');
}

/** A connection between two equal addresses comes from the same machine. */
function isOfThisMachine({ remoteAddress, localAddress }: Socket): boolean {
  return remoteAddress !== undefined && (isLoopback(remoteAddress) || remoteAddress === localAddress);
}
