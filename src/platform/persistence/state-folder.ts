import { mkdir, readFile, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { ifExists } from '../if-exists.ts';
import { entriesBelow } from './entries-below.ts';
import { finishCommits } from './commit.ts';
import { looksWhole } from './json-ends.ts';
import { UnusableFolder } from './unusable-folder.ts';

/** Raised when the layout of the folder changes; an emulator reads only its own format. */
const formatVersion = 2;

/**
 * Prepares a locked folder for use: a new one gets its format, an old one is checked, and leftovers of killed processes
 * are removed.
 * @throws UnusableFolder when it is damaged or of another version
 */
export async function openStateFolder(folder: string): Promise<void> {
  await prepareFolder(folder);
  await rm(removedIn(folder), { recursive: true, force: true });
  await finishCommits(folder);
  await checkDocuments(folder);
  await removeLeftovers(folder);
}

/**
 * Makes a folder and its parents one by one: node's own `recursive` never ends where a file system answers ENOENT to a
 * new folder, as `/proc` does.
 */
export async function makeFolder(folder: string): Promise<void> {
  const missing: string[] = [];
  for (let at = folder; !(await isThere(at)); at = dirname(at)) missing.unshift(at);
  for (const one of missing) {
    await mkdir(one).catch((error: unknown) => {
      // Another emulator may have made it meanwhile.
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    });
  }
}

async function isThere(path: string): Promise<boolean> {
  return (await ifExists(stat(path))) !== undefined;
}

/** @throws UnusableFolder for a folder with content that an emulator does not write */
export async function refuseForeignFolder(folder: string): Promise<void> {
  const entries = await readdir(folder);
  // A kill between the first writes leaves only the .gitignore or a temporary file: such a folder counts as new. An
  // emulator without state may have made the local certificate authority here.
  const ours = /^(\.gitignore|format\.json(\.tmp)?|tls|lock(\..+)?)$/;
  if (entries.includes('format.json') || entries.every((entry) => ours.test(entry))) return;
  throw new UnusableFolder(
    folder,
    'holds other files and no format.json; choose an empty or new folder with --data-dir',
  );
}

/** Gives a new folder the format, or checks the format of an existing one. */
async function prepareFolder(folder: string): Promise<void> {
  const formatFile = join(folder, 'format.json');
  if (!(await readdir(folder)).includes('format.json')) {
    await writeFile(join(folder, '.gitignore'), '*\n');
    await writeFile(`${formatFile}.tmp`, `${JSON.stringify({ format: formatVersion })}\n`);
    await rename(`${formatFile}.tmp`, formatFile);
    return;
  }
  const format = await readFormat(folder, formatFile);
  if (format < formatVersion) {
    throw new UnusableFolder(
      folder,
      `was written by an older version (format ${format}, this one reads ${formatVersion}); delete it or choose another folder with --data-dir`,
    );
  }
  if (format > formatVersion) {
    throw new UnusableFolder(
      folder,
      `was written by a newer version (format ${format}, this one reads ${formatVersion}); update the emulator or choose another folder with --data-dir`,
    );
  }
}

async function readFormat(folder: string, file: string): Promise<number> {
  try {
    const text = await readFile(file, 'utf8');
    const { format } = JSON.parse(text) as { format: unknown };
    if (typeof format === 'number') return format;
  } catch (error) {
    throw damaged(folder, file, error);
  }
  throw damaged(folder, file, new Error('no format number'));
}

/** Checking both ends of every document finds truncated files at once, without parsing large ones. */
async function checkDocuments(folder: string): Promise<void> {
  const state = join(folder, 'state');
  for (const entry of await entriesBelow(state)) {
    if (!entry.isFile() || !entry.name.endsWith('.json') || entry.name.startsWith('.')) continue;
    const file = join(entry.parentPath, entry.name);
    if (!(await looksWhole(file))) throw damaged(folder, file, new Error('cut off'));
  }
}

/** Temporary files of a process that was killed while it wrote them. */
async function removeLeftovers(folder: string): Promise<void> {
  const entries = await Promise.all(['state', 'files'].map((part) => entriesBelow(join(folder, part))));
  for (const entry of entries.flat()) {
    if (entry.isFile() && entry.name.endsWith('.tmp')) await rm(join(entry.parentPath, entry.name));
  }
}

/** @returns the refusal of a folder with a file that cannot be read, and what to do about it */
export function damaged(folder: string, file: string, cause: unknown): UnusableFolder {
  // Documents that share a folder below a part of the state, such as a tenant's, belong together.
  const isOneOfMany = relative(join(folder, 'state'), file).split(sep).length > 2;
  const whole = isOneOfMany ? `the folder ${dirname(file)}` : 'it';
  return new UnusableFolder(
    folder,
    `is damaged: ${file} cannot be read (${(cause as Error).message}); restore that file, or delete ${whole} to start from the fixtures`,
  );
}

/** The folder that removed folders are moved to; the next start removes leftovers of a kill there. */
export function removedIn(folder: string): string {
  return join(folder, 'removed');
}
