import type { IncomingMessage } from 'node:http';

/** @returns path and query as the client sent them, with the path of the service's mount */
export function targetOf(request: IncomingMessage & { originalUrl?: string }): string {
  return request.originalUrl ?? request.url ?? '/';
}

/** @returns the path as the client sent it, with the path of the service's mount and without the query */
export function pathOf(request: IncomingMessage): string {
  return targetOf(request).split('?', 1)[0] ?? '/';
}
