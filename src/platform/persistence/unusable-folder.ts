/** A state folder that cannot be used as it is. Its content is unchanged. */
export class UnusableFolder extends Error {
  override readonly name = 'UnusableFolder';
  constructor(
    readonly folder: string,
    reason: string,
  ) {
    super(`state folder ${folder} ${reason}`);
  }
}

/** The disk's errors by code, and after a semicolon the remedy if there is one besides another folder. */
const diskErrors: Readonly<Record<string, string>> = {
  EACCES: 'is not readable and writable for this user; change its permissions',
  EPERM: 'is not readable and writable for this user; change its permissions',
  EROFS: 'is on a read-only file system; mount it writable',
  ENOSPC: 'is on a full disk; free some space',
  EDQUOT: 'is beyond the disk quota; free some space',
  EFBIG: 'holds a file that has reached the largest size allowed; raise the limit',
  EMFILE: 'cannot be used, as too many files are open; raise the limit',
  ENOTDIR: 'is not a folder or lies below a file',
  EEXIST: 'is not a folder',
  ENOENT: 'cannot be made there',
  EIO: 'is on a disk that fails',
};

/**
 * @returns the refusal of a folder that the file system does not let the emulator use, by the error's code; undefined
 *   for other errors
 */
export function refusedByDisk(folder: string, error: unknown): UnusableFolder | undefined {
  if (!(error instanceof Error) || error instanceof UnusableFolder) return undefined;
  const { code } = error as NodeJS.ErrnoException;
  const what = code === undefined ? undefined : diskErrors[code];
  if (what === undefined) return undefined;
  const joined = what.includes(';') ? `${what}, or` : `${what};`;
  return new UnusableFolder(folder, `${joined} choose another folder with --data-dir (${String(code)})`);
}

/** @returns the reason of a failed request: the damaged file, or that the emulator has a defect */
export function failureReason(error: unknown): string {
  return error instanceof UnusableFolder
    ? error.message
    : 'this is a defect of the emulator; its log has the details';
}
