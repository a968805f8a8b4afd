import type { IncomingMessage, ServerResponse } from 'node:http';
import { type Cors, remarkPreflight } from './cors.ts';
import { setReason } from './http.ts';
import { pathOf } from './request-path.ts';
import { exactSpelling, RouteTree } from './route-tree.ts';

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

/** Serves the table of routes of the Identity Provider or the Account Service. */
export function serveRoutes(routes: readonly Route[], cors: Cors, answers: RouteAnswers): RouteHandler {
  const tree = new RouteTree(
    routes.map((route) => ({ method: anyMethod, path: route.path, target: withAllowed(route) })),
    exactSpelling,
  );
  return (request, response, next) => {
    const url = request.url ?? '/';
    const mark = url.indexOf('?');
    const path = mark < 0 ? url : url.slice(0, mark);
    const match = tree.find(anyMethod, path);
    const exchange: Exchange = { request, response, query: new URLSearchParams(url.slice(path.length)) };
    if (match.kind !== 'found') {
      const nearest = match.kind === 'none' ? match.nearest : undefined;
      if (!answers.unknownPath(path, nearest ?? '/', exchange)) next();
      return;
    }
    const route = match.target;
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

/** A row stands for all methods of its path, because preflight requests depend on the path alone. */
const anyMethod = '*';

function withAllowed(route: Route): Route & { allowed: string } {
  return { ...route, allowed: Object.keys(route.methods).join(', ') };
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
