import type { RestContract, Operation } from '../../src/wawi/contract/contract.ts';
import { invalidRequests } from './invalid.ts';

/** The columns of the coverage table. */
export const columns = ['valid', 'invalid', 'unauthorised', 'wrong scope', 'wrong tenant'] as const;
export type Column = (typeof columns)[number];

declare module 'vitest' {
  interface TaskMeta {
    /** The cell of the coverage table that a test fills: version, operation, column and the statuses seen. */
    cell?: { version: string; operation: string; column: Column; statuses: number[] };
    /** Columns that an operation cannot have, with the reason. */
    impossible?: { version: string; operation: string; columns: Partial<Record<Column, string>> };
    /** `v1 GET /items`, for an operation whose behaviour no page states. */
    unbound?: string;
    /** The row of the table of what later versions change. */
    later?: { operation: string; change: string; statuses: Record<string, number> };
  }
}

/** @returns why a column cannot be filled for an operation; empty for most operations */
export function impossibleColumns(
  contract: RestContract,
  operation: Operation,
): Partial<Record<Column, string>> {
  return {
    ...(invalidRequests(contract, operation).length === 0
      ? { invalid: 'takes no input that has a type' }
      : {}),
    ...(operation.scopes.length === 0 ? { 'wrong scope': 'needs no scope' } : {}),
  };
}
