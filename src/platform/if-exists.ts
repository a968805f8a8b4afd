/**
 * @param read of a file or folder
 * @returns the result, or undefined if there is no such file or folder
 * @throws all other errors
 */
export async function ifExists<T>(read: Promise<T>): Promise<T | undefined> {
  try {
    return await read;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
