/** Exit codes of the command line. */
export const exitCodes = { ok: 0, failed: 1, wrongInput: 2, noEmulator: 3 } as const;

/** Ends a command with one line on standard error and an exit code. */
export class CliFailure extends Error {
  override readonly name = 'CliFailure';
  constructor(
    message: string,
    readonly exitCode: number,
  ) {
    super(message);
  }
}
