import type { AssumptionId } from '../../../platform/assumptions.ts';
import type { ApiVersion } from '../../contract/contract.ts';
import type { DomainError, DomainErrorKind, FieldProblem } from '../../store/errors.ts';
import { ApiError, type ErrorCode } from '../access/api-errors.ts';
import { messageWithKeys } from '../missing-entity.ts';
import { clientName } from '../views/client-names.ts';

/** How REST words what the domain refuses. */
const table: Readonly<
  Record<DomainErrorKind, { status: number; code: ErrorCode; assumptions?: readonly AssumptionId[] }>
> = {
  'not-found': { status: 404, code: 'NotFound' },
  'missing-reference': { status: 400, code: 'ValidationError', assumptions: ['missing-reference-400'] },
  invalid: { status: 400, code: 'ValidationError' },
  duplicate: { status: 409, code: 'Conflict' },
  referenced: { status: 409, code: 'Conflict', assumptions: ['delete-referenced-409'] },
  state: { status: 409, code: 'Conflict' },
  rule: { status: 422, code: 'UnprocessableEntity' },
};

/**
 * @param clientNames domain path -> the field as the client wrote it
 * @returns the refusal as REST answers it, fields in the client's spelling
 */
export function refusalOf(
  error: DomainError,
  version: ApiVersion,
  clientNames: ReadonlyMap<string, string>,
): ApiError {
  const { status, code, assumptions = [] } = table[error.kind];
  const wording = (of: Pick<FieldProblem, 'message' | 'missing'>) =>
    version === 'v2' ? messageWithKeys(of) : of.message;
  const fields = error.problems.map((problem) => ({
    field: clientName(clientNames, problem.path) ?? contractSpelling(problem.path, version),
    message: wording(problem),
  }));
  const message = wording(error);
  const reason =
    fields.length === 0 ? message : fields.map((one) => `${one.field}: ${one.message}`).join(' ');
  return new ApiError({ status, code, message, reason, fields, assumptions });
}

function contractSpelling(path: string, version: ApiVersion): string {
  return version === 'v1' ? path.charAt(0).toUpperCase() + path.slice(1) : path;
}
