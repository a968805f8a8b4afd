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
