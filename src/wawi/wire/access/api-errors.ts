import type { AssumptionId } from '../../../platform/assumptions.ts';
import type { ApiVersion } from '../../contract/contract.ts';

/** One refused field, named as the client wrote it. */
export interface RefusedField {
  field: string;
  message: string;
}

/** The codes of the REST API by their meaning: v1 writes them in PascalCase, v2 in UPPER_SNAKE_CASE (platform.md 5). */
export type ErrorCode =
  | 'ValidationError'
  | 'NotFound'
  | 'Unauthorized'
  | 'PaymentRequired'
  | 'Forbidden'
  | 'MethodNotAllowed'
  | 'NotAcceptable'
  | 'Conflict'
  | 'Gone'
  | 'PayloadTooLarge'
  | 'UnsupportedMediaType'
  | 'UnprocessableEntity'
  | 'TooManyRequests'
  | 'InternalError'
  | 'NotImplemented'
  | 'GatewayTimeout'
  | 'TenantIdMissing'
  | 'TenantIdInvalid'
  | 'TenantNotFound'
  | (string & {});

/** These keep their spelling in every version: they come from the gateway. */
const gatewayCodes: ReadonlySet<string> = new Set(['TenantIdMissing', 'TenantIdInvalid']);

/** The content of a refusal. */
export interface Refusal {
  /** HTTP status. */
  status: number;
  /** In v1's spelling. */
  code: ErrorCode;
  /** The platform's own, terse wording. */
  message: string;
  /** The problem, the value, and what would be right, for `X-Emulator-Reason`; default: the message. */
  reason?: string;
  fields?: readonly RefusedField[];
  /** Rows of the fidelity table that the refusal rests on. */
  assumptions?: readonly AssumptionId[];
  headers?: Readonly<Record<string, string>>;
}

/** A refusal of the Wawi API, on its way to the wire. */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  readonly status: number;
  readonly code: ErrorCode;
  readonly reason: string;
  readonly fields: readonly RefusedField[];
  readonly assumptions: readonly AssumptionId[];
  readonly headers: Readonly<Record<string, string>>;

  constructor(refusal: Refusal) {
    super(refusal.message);
    this.status = refusal.status;
    this.code = refusal.code;
    this.reason = refusal.reason ?? refusal.message;
    this.fields = refusal.fields ?? [];
    this.assumptions = refusal.assumptions ?? [];
    this.headers = refusal.headers ?? {};
  }
}

/**
 * @returns the error body in the version's own spelling: `ErrorCode` in v1, `errorCode` in v2, the stack trace always
 * present and null
 */
export function errorBody(
  version: ApiVersion,
  error: Pick<ApiError, 'code' | 'message' | 'fields'>,
): Record<string, unknown> {
  const validationErrors: Record<string, string> = {};
  const errors: Record<string, string[]> = {};
  for (const { field, message } of error.fields) {
    validationErrors[field] ??= message;
    (errors[field] ??= []).push(message);
  }
  if (version === 'v1') {
    return {
      ErrorCode: error.code,
      ValidationErrors: validationErrors,
      Errors: errors,
      ErrorMessage: error.message,
      Stacktrace: null,
    };
  }
  return {
    errorCode: upperSnake(error.code),
    validationErrors,
    errors,
    errorMessage: error.message,
    stacktrace: null,
  };
}

/** `ValidationError` -> `VALIDATION_ERROR`; codes of the gateway keep their spelling. */
export function upperSnake(code: string): string {
  return gatewayCodes.has(code) ? code : code.replace(/(?<=[a-z0-9])(?=[A-Z])/g, '_').toUpperCase();
}

/** A refusal by the filter before the gateway, which answers in HTML (platform.md section 5). */
export class FilterRefusal extends ApiError {
  readonly html = '<html><head><title>403 Forbidden</title></head><body><h1>403 Forbidden</h1></body></html>';

  constructor() {
    super({
      status: 403,
      code: 'Forbidden',
      message: 'Forbidden',
      reason:
        "the body has HTML in a value, which a filter before the real gateway refuses; send plain text, or switch refuseHtml off ('jtl-emulator switches set refuseHtml=false')",
    });
  }
}
