import type { IncomingMessage, ServerResponse } from 'node:http';
import { closest } from 'fastest-levenshtein';
import { type Cors, remarkPreflight } from './cors.ts';
import { setReason } from './http.ts';
import { pathOf } from './request-path.ts';

/** A request and its response. */
export interface Exchange {
  request: IncomingMessage;
  response: ServerResponse;
  query: URLSearchParams;
}

/** One endpoint: a path without variable parts, and the handler of each method. */
export interface Route {
  /** Relative to the service's mount. */
  path: string;
  methods: Partial<Record<'GET' | 'POST' | 'PUT', (exchange: Exchange) => Promise<void> | void>>;
  /** True: pages of registered apps may read the answer. */
  cors?: boolean;
}

/** Answers requests or passes them on, like express handlers and the composition root's services. */
export type RouteHandler = (
  request: IncomingMessage,
  response: ServerResponse,
  next: (error?: unknown) => void,
) => void;

/** A service's answers in its own shape. Both return false for cases of other services. */
export interface RouteAnswers {
  /** Answers an error that a route threw. */
  error: (error: unknown, exchange: Exchange) => boolean;
  /** Answers a path without a route. @param nearest the path of the service that is spelled most alike */
  unknownPath: (path: string, nearest: string, exchange: Exchange) => boolean;
}

/**
 * Serves fixed paths by a look-up. The Identity Provider and the Account Service have only fixed paths, and the token
 * endpoint is called too often to search a list of patterns.
 */
export function serveRoutes(routes: readonly Route[], cors: Cors, answers: RouteAnswers): RouteHandler {
  const byPath = new Map(
    routes.map((route) => [route.path, { ...route, allowed: Object.keys(route.methods).join(', ') }]),
  );
  return (request, response, next) => {
    const url = request.url ?? '/';
    const mark = url.indexOf('?');
    const path = mark < 0 ? url : url.slice(0, mark);
    const route = byPath.get(path);
    const exchange: Exchange = { request, response, query: new URLSearchParams(url.slice(path.length)) };
    if (!route) {
      const nearest = closest(path, [...byPath.keys()]);
      if (!answers.unknownPath(path, nearest, exchange)) next();
      return;
    }
    if (route.cors === true) {
      if (cors.answer(request, response, route.allowed)) return;
    } else remarkPreflight(request, response);
    const method = request.method === 'HEAD' ? 'GET' : request.method;
    const handle = route.methods[method as keyof Route['methods']];
    if (!handle) {
      setReason(
        response,
        `${request.method} is not possible at ${pathOf(request)}; allowed: ${route.allowed}`,
      );
      response.writeHead(405, { Allow: route.allowed }).end();
      return;
    }
    run(handle, exchange).catch((error: unknown) => {
      if (response.headersSent || !answers.error(error, exchange)) next(error);
    });
  };
}

/** @param headers in addition to the content type */
export function answerJson(
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
): void {
  const bytes = Buffer.from(JSON.stringify(body));
  response.writeHead(status, {
    'Content-Type': 'application/json',
    'Content-Length': bytes.length,
    ...headers,
  });
  response.end(bytes);
}

async function run(handle: (exchange: Exchange) => Promise<void> | void, exchange: Exchange): Promise<void> {
  await handle(exchange);
}
