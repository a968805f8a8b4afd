import { GraphQLError } from 'graphql';
import type { AssumptionId } from '../../../platform/assumptions.ts';
import { failureReason } from '../../../platform/persistence/unusable-folder.ts';
import { messageWithKeys } from '../missing-entity.ts';
import { DomainError, type DomainErrorKind } from '../../store/errors.ts';
import { ApiError, upperSnake } from '../access/api-errors.ts';

/** An error as it goes on the wire (GraphQL specification, section 7.1.2). */
export interface WireError {
  message: string;
  locations?: readonly { line: number; column: number }[];
  path?: readonly (string | number)[];
  extensions: Record<string, unknown>;
}

/** The error of a request that does not run, as it goes on the wire. */
export type RequestError = Omit<WireError, 'extensions'> & Partial<Pick<WireError, 'extensions'>>;

/** A refusal in HotChocolate's own words and code. */
export class GraphqlProblem extends Error {
  override readonly name = 'GraphqlProblem';

  constructor(
    message: string,
    /** `HC0051` and the like, or the platform's own code. */
    readonly code: string,
    readonly extensions: Readonly<Record<string, unknown>> = {},
    /** The problem, the value, and what would be right, for `X-Emulator-Reason`. */
    readonly reason: string = message,
    /** Rows of the fidelity table that the refusal rests on. */
    readonly assumptions: readonly AssumptionId[] = [],
  ) {
    super(message);
  }
}

/** A request that is refused before anything runs: HTTP 400 with all its errors. */
export class RequestRefused extends Error {
  override readonly name = 'RequestRefused';

  constructor(
    readonly errors: readonly RequestError[],
    readonly reason: string = errors.map((error) => error.message).join(' '),
    readonly assumptions: readonly AssumptionId[] = [],
  ) {
    super(reason);
  }
}

/** The error that the platform shows without an explanation, also for a missing scope (platform.md section 6). */
export const masked = { message: 'An unexpected error occurred.', code: 'INTERNAL_ERROR' } as const;

const codes: Readonly<Record<DomainErrorKind, string>> = {
  'not-found': 'NOT_FOUND',
  'missing-reference': 'VALIDATION_ERROR',
  invalid: 'VALIDATION_ERROR',
  duplicate: 'CONFLICT',
  referenced: 'CONFLICT',
  state: 'CONFLICT',
  rule: 'UNPROCESSABLE_ENTITY',
};

/** An error of a field, with details for the developer only. */
export interface FieldFailure {
  message: string;
  extensions: Record<string, unknown>;
  reason: string;
  assumptions: readonly AssumptionId[];
  /** An unexpected error, for the emulator's log. */
  unexpected?: unknown;
}

/** @returns how GraphQL answers what a root field threw; refused fields are named in `extensions.validationErrors` */
export function fieldFailure(error: unknown): FieldFailure {
  if (error instanceof GraphqlProblem) {
    const { message, code, extensions, reason, assumptions } = error;
    return { message, extensions: { code, ...extensions }, reason, assumptions };
  }
  if (error instanceof DomainError) {
    const fields = error.problems.map((problem) => ({
      field: problem.path,
      message: messageWithKeys(problem),
    }));
    const message = messageWithKeys(error);
    return refusal(message, codes[error.kind], fields, message);
  }
  if (error instanceof ApiError) {
    if (error.status === 403) {
      return {
        message: masked.message,
        extensions: { code: masked.code },
        reason: error.reason,
        assumptions: error.assumptions,
      };
    }
    return refusal(error.message, upperSnake(error.code), error.fields, error.reason, error.assumptions);
  }
  if (error instanceof GraphQLError) return refusal(error.message, 'HC0016', [], error.message);
  return {
    message: masked.message,
    extensions: { code: masked.code },
    reason: failureReason(error),
    assumptions: [],
    unexpected: error,
  };
}

function refusal(
  message: string,
  code: string,
  fields: readonly { field: string; message: string }[],
  reason: string,
  assumptions: readonly AssumptionId[] = [],
): FieldFailure {
  const validationErrors = Object.fromEntries(fields.map((one) => [one.field, one.message]));
  return {
    message,
    extensions: { code, ...(fields.length === 0 ? {} : { validationErrors }) },
    reason: fields.length === 0 ? reason : fields.map((one) => `${one.field}: ${one.message}`).join(' '),
    assumptions,
  };
}
