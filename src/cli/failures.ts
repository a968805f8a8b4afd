import type { Problem } from '../platform/problems.ts';

/** Exit codes of the command line. */
export const exitCodes = { ok: 0, failed: 1, wrongInput: 2, noEmulator: 3 } as const;

/** Ends a command with one line on standard error and an exit code. */
export class CliFailure extends Error {
  override readonly name = 'CliFailure';
  /** @param message empty if the output already has the reason */
  constructor(
    message: string,
    readonly exitCode: number,
  ) {
    super(message);
  }
}

/** @returns a problem in one line: the path, the value if it is short, and what would be right */
export function lineOf({ path, value, message }: Problem): string {
  const shown = ['string', 'number', 'boolean'].includes(typeof value) ? ` '${String(value)}'` : '';
  return path === '$' ? message : `${path}${shown}: ${message}`;
}
