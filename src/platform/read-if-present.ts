import { readFile } from 'node:fs/promises';

/**
 * @param file path of a text file
 * @returns its text; undefined if there is no such file
 * @throws Node's error for an existing file that cannot be read, which must not count as empty
 */
export async function readIfPresent(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
