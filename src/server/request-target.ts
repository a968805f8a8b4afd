import type { IncomingMessage } from 'node:http';

/** The target of a request. */
export interface RequestTarget {
  /** Host and port, as in the request. */
  host: string | undefined;
  /** Path and query. */
  path: string;
}

const absoluteForm = /^https?:\/\/([^/?#]*)([^#]*)/i;

/**
 * Reads a request's target. A client that uses the emulator as a proxy sends it in absolute form; its authority then
 * replaces the Host header (RFC 9112 section 3.2.2).
 * @returns the target, its path decoded as {@link decodedPath} does
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

/** Characters that a segment of a path may contain unencoded (RFC 3986 section 3.3). */
const segmentCharacter = /[\w\-.~!$&'()*+,;=:@]/;

/**
 * ASP.NET decodes a path before it looks for the path's endpoint, except `%2F`. Characters that a segment cannot
 * contain unencoded stay encoded here, for the readers of parameters: no fixed segment of any path has them.
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
  // Clients resolve `.` and `..` before they send a request, so here they stay encoded.
  return /^\.\.?$/.test(decoded) ? segment : decoded;
}
