import { NotJson } from '../platform/json.ts';
import { Conflict, InvalidInput, NotFound, type Problem } from '../platform/problems.ts';

/** @returns the control API's answer to a refused input, or undefined for an error of the emulator itself */
export function problemsOf(error: unknown): { status: number; problems: readonly Problem[] } | undefined {
  if (error instanceof InvalidInput) return { status: 400, problems: error.problems };
  if (error instanceof NotFound)
    return { status: 404, problems: [{ path: '$', value: error.value, message: error.message }] };
  if (error instanceof Conflict) {
    return { status: 409, problems: [{ path: error.path, value: error.value, message: error.message }] };
  }
  if (error instanceof NotJson)
    return { status: 400, problems: [{ path: '$', message: `the body ${error.message}` }] };
  if (error instanceof URIError) {
    const message = `the path holds an escape that is none: ${error.message}; write ids as encodeURIComponent does`;
    return { status: 400, problems: [{ path: '$', message }] };
  }
  return bodyProblem(error);
}

/** An error of express's body parser (http-errors with a status of 400 to 415). */
function bodyProblem(error: unknown): { status: number; problems: readonly Problem[] } | undefined {
  if (
    !(error instanceof Error) ||
    !('status' in error) ||
    typeof error.status !== 'number' ||
    error.status >= 500
  )
    return undefined;
  const message =
    error.status === 413 ? 'the body is larger than 25 MB' : `the body could not be read: ${error.message}`;
  return { status: error.status === 413 ? 413 : 400, problems: [{ path: '$', message }] };
}
