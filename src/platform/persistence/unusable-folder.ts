/** A state folder that cannot be used as it is; nothing in it was changed. */
export class UnusableFolder extends Error {
  override readonly name = 'UnusableFolder';
  constructor(
    readonly folder: string,
    reason: string,
  ) {
    super(`state folder ${folder} ${reason}`);
  }
}

/** @returns what to tell who asked for what failed: which file is damaged, or that the emulator has a defect */
export function failureReason(error: unknown): string {
  return error instanceof UnusableFolder
    ? error.message
    : 'this is a defect of the emulator; its log has the details';
}
