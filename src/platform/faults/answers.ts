/** The error that a fault answers with, in the service's own shape (platform.md sections 2, 4 and 5). */

interface Wording {
  code: string;
  message: string;
}

/** The codes of the Wawi API by status; v1 writes them in PascalCase, v2 in UPPER_SNAKE_CASE. */
const wordings: Record<number, Wording> = {
  400: { code: 'ValidationError', message: 'The request is invalid.' },
  401: { code: 'Unauthorized', message: 'JWT is not valid.' },
  402: { code: 'PaymentRequired', message: 'No license available, rejecting request.' },
  403: { code: 'Forbidden', message: 'Forbidden.' },
  404: { code: 'NotFound', message: 'Not found.' },
  409: { code: 'Conflict', message: 'Conflict.' },
  422: { code: 'UnprocessableEntity', message: 'The request cannot be processed.' },
  429: { code: 'TooManyRequests', message: 'Too many requests.' },
  500: { code: 'InternalError', message: 'An unexpected error occurred.' },
  502: { code: 'BadGateway', message: 'Bad gateway.' },
  503: { code: 'ServiceUnavailable', message: 'Service unavailable.' },
  504: { code: 'GatewayTimeout', message: 'Gateway timeout.' },
};

/** RFC 6749 section 4.1.2.1 names these two; the Identity Provider answers the same at its other endpoints. */
const oauthErrors: Record<number, string> = {
  429: 'temporarily_unavailable',
  503: 'temporarily_unavailable',
};

const shapes: Record<string, (status: number, wording: Wording, path: string) => unknown> = {
  identity: (status, { message }) => ({
    error: oauthErrors[status] ?? 'server_error',
    error_description: message,
  }),
  account: (status, { message }) => ({ statusCode: status, message, errors: {} }),
  erp: (_status, { code, message }, path) =>
    /^\/erp\/v2(\/|$)/i.test(path)
      ? {
          errorCode: screaming(code),
          validationErrors: {},
          errors: {},
          errorMessage: message,
          stacktrace: null,
        }
      : { ErrorCode: code, ValidationErrors: {}, Errors: {}, ErrorMessage: message, Stacktrace: null },
};

/** Answers without a body (RFC 9110 sections 15.3.5, 15.3.6 and 15.4.5). */
export const bodilessStatuses: ReadonlySet<number> = new Set([204, 205, 304]);

/** @returns the JSON body of an error of a service */
export function faultBody(service: string, status: number, path: string): unknown {
  const wording = wordings[status] ?? { code: 'InternalError', message: `Status ${status}.` };
  return shapes[service]?.(status, wording, path) ?? { error: wording.message };
}

function screaming(code: string): string {
  return code.replace(/(?<=[a-z])(?=[A-Z])/g, '_').toUpperCase();
}
