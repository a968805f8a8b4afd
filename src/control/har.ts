import { packageVersion } from '../platform/package-root.ts';
import type { JournalEntry } from '../platform/journal-entry.ts';

/** A name and its value, as in HAR lists. */
interface Pair {
  name: string;
  value: string;
}

/**
 * The journal's requests as an HTTP Archive 1.2, which browsers' tools open. The journal has no bodies and no
 * credentials, so the archive has none. Further facts are in custom fields, which begin with `_`.
 * @param base the emulator's base URL
 */
export function harOf(entries: readonly JournalEntry[], base: string): object {
  return {
    log: {
      version: '1.2',
      creator: { name: 'jtl-platform-emulator', version: packageVersion },
      entries: entries.filter((entry) => entry.kind === 'http').map((entry) => harEntry(entry, base)),
    },
  };
}

function harEntry(entry: JournalEntry, base: string): object {
  const time = entry.durationMs ?? 0;
  const url = urlOf(entry.path, base);
  return {
    startedDateTime: entry.time,
    time,
    request: {
      method: entry.method ?? 'GET',
      url: url.href,
      httpVersion: 'HTTP/1.1',
      cookies: [],
      headers: entry.tenantId === undefined ? [] : [pair('X-Tenant-ID', entry.tenantId)],
      queryString: [...url.searchParams].map(([name, value]) => pair(name, value)),
      headersSize: -1,
      bodySize: -1,
    },
    response: {
      status: entry.status ?? 0,
      statusText: '',
      httpVersion: 'HTTP/1.1',
      cookies: [],
      headers: [
        ...(entry.reason === undefined ? [] : [pair('X-Emulator-Reason', entry.reason)]),
        ...(entry.assumptions === undefined
          ? []
          : [pair('X-Emulator-Assumption', entry.assumptions.join(', '))]),
      ],
      content: { size: -1, mimeType: 'x-unknown' },
      redirectURL: '',
      headersSize: -1,
      bodySize: -1,
    },
    cache: {},
    timings: { send: 0, wait: time, receive: 0 },
    _service: entry.service,
    _appId: entry.appId,
    _operationId: entry.operationId,
    _traceId: entry.traceId,
    _findings: entry.findings,
  };
}

/** A request target may be invalid as a path of a URL, or not be a path at all (RFC 9112 section 3.2). */
function urlOf(target: string, base: string): URL {
  const url = target.startsWith('/') ? base + target : target;
  return URL.canParse(url) ? new URL(url) : new URL(base);
}

function pair(name: string, value: string): Pair {
  return { name, value };
}
