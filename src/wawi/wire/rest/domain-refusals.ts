import type { AssumptionId } from '../../../platform/assumptions.ts';
import type { ApiVersion } from '../../contract/contract.ts';
import type { DomainError, DomainErrorKind } from '../../store/errors.ts';
import { ApiError, type ErrorCode } from '../access/api-errors.ts';

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
  const fields = error.problems.map(({ path, message }) => ({
    field: clientName(clientNames, path) ?? contractSpelling(path, version),
    message,
  }));
  const reason =
    fields.length === 0 ? error.message : fields.map((one) => `${one.field}: ${one.message}`).join(' ');
  return new ApiError({ status, code, message: error.message, reason, fields, assumptions });
}

/**
 * What a request says of a part of an entity, such as one of its addresses, stands further down in the entity.
 * @returns the client's spelling of a domain path, or of its longest end that the client wrote
 */
export function clientName(clientNames: ReadonlyMap<string, string>, path: string): string | undefined {
  const steps = path.split('.');
  for (let n = 0; n < steps.length; n++) {
    const name = clientNames.get(steps.slice(n).join('.'));
    if (name !== undefined) return name;
  }
  return undefined;
}

function contractSpelling(path: string, version: ApiVersion): string {
  return version === 'v1' ? path.charAt(0).toUpperCase() + path.slice(1) : path;
}
