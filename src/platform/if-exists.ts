/**
 * @param read of a file or folder
 * @returns what was read, or undefined if there is no such file or folder; everything else that can go wrong is thrown
 */
export async function ifExists<T>(read: Promise<T>): Promise<T | undefined> {
  try {
    return await read;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
