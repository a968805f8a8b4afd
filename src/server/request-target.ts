import type { IncomingMessage } from 'node:http';

/** Where a request is to go. */
export interface RequestTarget {
  /** Host and port, as the client names them. */
  host: string | undefined;
  /** Path and query. */
  path: string;
}

const absoluteForm = /^https?:\/\/([^/?#]*)([^#]*)/i;

/**
 * Reads a request's target, which a client that takes the emulator for a proxy sends in absolute form; its authority
 * then stands in for the Host header (RFC 9112 section 3.2.2).
 * @returns the target, its path decoded as far as {@link decodedPath} does
 */
export function requestTargetOf({ url = '/', headers }: IncomingMessage): RequestTarget {
  const absolute = absoluteForm.exec(url);
  if (!absolute) return { host: headers.host, path: decodedPath(url) };
  const [, authority = '', rest = ''] = absolute;
  return {
    host: authority.slice(authority.lastIndexOf('@') + 1),
    path: decodedPath(rest.startsWith('/') ? rest : `/${rest}`),
  };
}

/** What may stand in a path's segment as itself (RFC 3986 section 3.3). */
const segmentCharacter = /[\w\-.~!$&'()*+,;=:@]/;

/**
 * ASP.NET decodes a path before it looks for what the path leads to, all but `%2F`. What cannot stand in a segment as
 * itself stays encoded here, for those who read parameters: it is in no fixed segment of any path.
 */
function decodedPath(url: string): string {
  const mark = url.indexOf('?');
  const path = mark < 0 ? url : url.slice(0, mark);
  if (!path.includes('%')) return url;
  return path.split('/').map(decodedSegment).join('/') + url.slice(path.length);
}

function decodedSegment(segment: string): string {
  const decoded = segment.replace(/%([0-7][0-9a-f])/gi, (escape, hex: string) => {
    const character = String.fromCharCode(parseInt(hex, 16));
    return segmentCharacter.test(character) ? character : escape;
  });
  // A step up or nowhere is for clients to take, before they ask.
  return /^\.\.?$/.test(decoded) ? segment : decoded;
}
