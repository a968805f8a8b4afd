import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { distance } from 'fastest-levenshtein';
import { pathOnSingleOrigin, platformHost } from '../platform/platform-hosts.ts';
import { setReason } from '../platform/http.ts';
import type { Log } from '../platform/log.ts';
import { requestTargetOf } from './request-target.ts';

/** Serves requests whose path is already relative to its mount, as an express app does. */
export interface Service {
  (request: IncomingMessage, response: ServerResponse, next: (error?: unknown) => void): void;
  /** The parts that the service loads at a first request of their kind, so that they can be loaded before. */
  warmUp?: readonly (() => Promise<unknown>)[];
}

/** The mount of a service on the single origin (platform.md section 1). */
export interface Mount {
  /** Name in journal, log and fault rules. */
  service: string;
  /** The path of the service; `/` serves all paths that no other mount has. */
  path: string;
  /** True: the service sees the path without the mount's own. */
  stripped: boolean;
  /** Loads the service on its first request, so that a start does not wait for it. */
  load: () => Promise<Service>;
}

/**
 * Runs between the origin and the services, for journal and faults. Calls `next` to pass the request to the service, or
 * with an error that makes the request fail.
 */
export type Middleware = (
  service: string,
  request: IncomingMessage,
  response: ServerResponse,
  next: (error?: unknown) => void,
) => void;

/**
 * One origin for all services: a request for a host of the real platform is first moved to its path here, then the
 * longest matching mount serves it.
 * @param mounts one of them has the path `/`
 * @param middleware runs for every request that a mount serves
 */
export function routeByPath(mounts: readonly Mount[], middleware: Middleware, log: Log): RequestListener {
  const byLength = [...mounts].sort((a, b) => b.path.length - a.path.length);
  const loaded = new Map<Mount, Service>();
  return (request, response) => {
    const { host, path } = requestTargetOf(request);
    if (host !== undefined) request.headers.host = host;
    const ofPlatform = platformHost(host);
    const moved = ofPlatform === undefined ? path : pathOnSingleOrigin(ofPlatform, path);
    const mount = byLength.find((one) => owns(one.path, moved))!;
    Object.assign(request, { originalUrl: path, pathOnOrigin: moved });
    request.url = mount.stripped ? withoutPrefix(mount.path, moved) : moved;
    const fail = (error: unknown) => {
      failed(error, response, log);
    };
    const done = (error?: unknown) => {
      if (error === undefined || error === null) unknownPath(mounts, request.url ?? '/', response);
      else fail(error);
    };
    const enter = (error?: unknown) => {
      if (error !== undefined) {
        fail(error);
        return;
      }
      const service = loaded.get(mount);
      if (service !== undefined) {
        serve(service, request, response, done);
        return;
      }
      mount.load().then((late) => {
        loaded.set(mount, late);
        serve(late, request, response, done);
      }, fail);
    };
    try {
      middleware(mount.service, request, response, enter);
    } catch (error) {
      fail(error);
    }
  };
}

/** A service that throws fails like one that calls back with an error: no caller would catch it. */
function serve(
  service: Service,
  request: IncomingMessage,
  response: ServerResponse,
  done: (error?: unknown) => void,
): void {
  try {
    service(request, response, done);
  } catch (error) {
    done(error);
  }
}

function owns(prefix: string, url: string): boolean {
  if (prefix === '/' || !url.startsWith(prefix)) return prefix === '/';
  const next = url.charAt(prefix.length);
  return next === '' || next === '/' || next === '?';
}

function withoutPrefix(prefix: string, url: string): string {
  const rest = url.slice(prefix.length);
  return rest.startsWith('/') ? rest : `/${rest}`;
}

function failed(error: unknown, response: ServerResponse, log: Log): void {
  log.error({ err: error }, 'a request failed inside the emulator');
  if (response.headersSent) {
    response.destroy();
    return;
  }
  try {
    setReason(response, 'the emulator itself failed; its log has the error');
    answer(response, 500, 'internal error');
  } catch {
    // The answer cannot be written at all; the log has the error.
    response.destroy();
  }
}

function unknownPath(mounts: readonly Mount[], url: string, response: ServerResponse): void {
  const path = url.split('?')[0] ?? '/';
  const known = mounts.map((mount) => mount.path).filter((one) => one !== '/');
  // Deeper segments belong to the services; the first one tells which service was meant.
  const nearest = nearestOf(`/${path.split('/')[1] ?? ''}`, known);
  setReason(response, `the emulator serves nothing at ${path}; the nearest known path is ${nearest}`);
  answer(response, 404, `the emulator serves nothing at ${path}`);
}

function answer(response: ServerResponse, status: number, message: string): void {
  response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify({ error: message }));
}

/**
 * @param known at least one
 * @returns the known text with the smallest edit distance
 */
export function nearestOf(text: string, known: readonly string[]): string {
  const ranked = known.map((one) => [distance(text, one), one] as const).sort(([a], [b]) => a - b);
  return ranked[0]?.[1] ?? '';
}
