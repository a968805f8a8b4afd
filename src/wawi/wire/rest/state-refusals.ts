import { DomainError } from '../../store/errors.ts';
import type { Handler } from './call.ts';
import { ApiError, type ErrorCode } from '../access/api-errors.ts';

/**
 * Gives an operation the status that its contract lists where an entity's state forbids it: 406 for cancelling an order,
 * 403 for removing a line.
 */
export function stateRefusedAs(status: number, code: ErrorCode, handler: Handler): Handler {
  return async (call) => {
    try {
      return await handler(call);
    } catch (error) {
      if (error instanceof DomainError && error.kind === 'state')
        throw new ApiError({ status, code, message: error.message });
      throw error;
    }
  };
}
