import type { ErrorRequestHandler, Request } from 'express';
import { SetupPageUnreachable } from '../platform/hooks/installer.ts';
import { setReason } from '../platform/http.ts';
import { NotJson } from '../platform/json.ts';
import { languageOf } from '../platform/language.ts';
import type { Log } from '../platform/log.ts';
import { Conflict, InvalidInput, NotFound } from '../platform/problems.ts';
import type { RefusalCode, RefusedProblem } from './refusal-code.ts';
import { PageRefusal } from './page-access.ts';
import { refusalPage } from './plain-page.ts';

/** Answers an endpoint's error as `{errors: [{path, value, message}]}`, the shape of the control API. */
export function answerErrors(log: Log): ErrorRequestHandler {
  return (error: unknown, request, response, next) => {
    if (response.headersSent) {
      next(error);
      return;
    }
    const refusal = refusalOf(error);
    if (refusal === undefined) log.error({ err: error }, 'a page endpoint failed');
    const { status, problems } =
      refusal ?? one(500, '$', 'the emulator itself failed; its log has the error', undefined, 'internal');
    setReason(response, problems.map(({ path, message }) => `${path}: ${message}`).join('; '));
    response.status(status);
    if (isOfPage(request)) {
      const messages = problems.map(({ message }) => message);
      response.type('html').send(refusalPage(messages, languageOf(request.headers['accept-language'])));
    } else response.json({ errors: problems });
  };
}

/** A browser that opens a page; a page's own requests lead to its `api`. */
function isOfPage({ path, headers: { accept = '' } }: Request): boolean {
  return accept.includes('text/html') && /^\/[^/]+\/$/.test(path);
}

interface Refused {
  status: number;
  problems: readonly RefusedProblem[];
}

function refusalOf(error: unknown): Refused | undefined {
  if (error instanceof InvalidInput) return { status: 400, problems: error.problems };
  if (error instanceof NotFound) return one(404, '$', error.message, error.value, 'notFound');
  if (error instanceof Conflict) return one(409, error.path, error.message, error.value);
  if (error instanceof SetupPageUnreachable)
    return one(502, '$.lifecycle.setupUrl', error.message, error.url, 'setupUnreachable');
  if (error instanceof NotJson) return one(400, '$', `the body ${error.message}`);
  if (error instanceof PageRefusal) {
    return one(error.status, error.path, error.message, error.value, error.code);
  }
  const status: unknown = error instanceof Error ? Reflect.get(error, 'status') : undefined;
  if (typeof status !== 'number' || status >= 500) return undefined;
  return one(status, '$', status === 413 ? 'the body is larger than 10 MB' : 'the body could not be read');
}

function one(status: number, path: string, message: string, value?: unknown, code?: RefusalCode): Refused {
  const problem = {
    path,
    message,
    ...(value === undefined ? {} : { value }),
    ...(code === undefined ? {} : { code }),
  };
  return { status, problems: [problem] };
}
