import type { Dirent } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { ifExists } from '../if-exists.ts';

/** @returns the files and folders at any depth below a folder; none if there is no such folder */
export async function entriesBelow(folder: string): Promise<Dirent[]> {
  return (await ifExists(readdir(folder, { recursive: true, withFileTypes: true }))) ?? [];
}
