import { randomUUID } from 'node:crypto';
import { mkdir, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { ifExists } from '../if-exists.ts';
import { entriesBelow } from './entries-below.ts';

/** A change of any documents and blobs of a state folder, which happens whole or not at all. */
export interface StateChange {
  /** Prefixes of documents and blobs to remove first; each is `''` or ends in `/`. */
  clear?: readonly string[];
  /** Documents to save, by path. */
  save?: Readonly<Record<string, unknown>>;
  /** Blobs to save, by path. */
  blobs?: ReadonlyMap<string, Uint8Array>;
}

const parts = ['state', 'files'] as const;
const stagingFolder = 'staged';
/** Written when all is staged: from then on the change is going to happen, also after a kill. */
const intentFile = 'intent.json';
/** Written when all that goes is aside: doing the change again must not remove what it put there. */
const clearedFile = 'cleared';

/**
 * Applies a change in three steps: writes all new files to temporary places, which is all that a full disk can refuse;
 * writes an intent; then only moves files. A kill before the intent leaves the old state, one after it the new state.
 * @param folder the state folder; no other write may happen in it meanwhile
 * @throws the file system's error; the state is the old one then
 */
export async function commitChange(
  folder: string,
  { clear = [], save = {}, blobs = new Map() }: StateChange,
): Promise<void> {
  const stage = join(folder, stagingFolder, randomUUID());
  try {
    for (const [path, document] of Object.entries(save))
      await writeBelow(join(stage, 'state', `${path}.json`), JSON.stringify(document));
    for (const [path, bytes] of blobs as Map<string, Uint8Array>)
      await writeBelow(join(stage, 'files', path), bytes);
    await writeBelow(join(stage, `${intentFile}.tmp`), JSON.stringify({ clear }));
    await rename(join(stage, `${intentFile}.tmp`), join(stage, intentFile));
  } catch (error) {
    await rm(stage, { recursive: true, force: true }).catch(() => undefined);
    throw error;
  }
  await moveIntoPlace(folder, stage, clear);
  await rm(join(folder, stagingFolder), { recursive: true, force: true }).catch(() => undefined);
}

/** Finishes what a killed process had decided to do, and removes what it had not. */
export async function finishCommits(folder: string): Promise<void> {
  const staging = join(folder, stagingFolder);
  for (const name of (await ifExists(readdir(staging))) ?? []) {
    const stage = join(staging, name);
    const intent = await ifExists(readFile(join(stage, intentFile), 'utf8'));
    if (intent !== undefined) {
      const { clear } = JSON.parse(intent) as { clear: readonly string[] };
      await moveIntoPlace(folder, stage, clear);
    }
    await rm(stage, { recursive: true, force: true });
  }
  await rm(staging, { recursive: true, force: true });
}

/** Moves that were done, to be undone in the other direction. */
type Moves = [from: string, to: string][];

async function moveIntoPlace(folder: string, stage: string, clear: readonly string[]): Promise<void> {
  const cleared: Moves = [];
  const placed: Moves = [];
  const marker = join(stage, clearedFile);
  try {
    if ((await ifExists(readFile(marker))) === undefined) {
      await clearAside(folder, stage, clear, cleared);
      await writeFile(marker, '');
    }
    await placeStaged(folder, stage, placed);
  } catch (error) {
    await undo(placed);
    await rm(marker, { force: true });
    await undo(cleared);
    await rm(stage, { recursive: true, force: true });
    throw error;
  }
}

/** A prefix goes in one move for each part. */
async function clearAside(
  folder: string,
  stage: string,
  clear: readonly string[],
  moves: Moves,
): Promise<void> {
  for (const prefix of clear) {
    for (const part of parts) {
      const from = join(folder, part, prefix);
      const to = join(stage, 'before', randomUUID());
      await mkdir(dirname(to), { recursive: true });
      if ((await ifExists(rename(from, to).then(() => true))) === true) moves.push([from, to]);
    }
  }
}

async function placeStaged(folder: string, stage: string, moves: Moves): Promise<void> {
  for (const part of parts) {
    for (const entry of await entriesBelow(join(stage, part))) {
      if (!entry.isFile()) continue;
      const from = join(entry.parentPath, entry.name);
      const to = join(folder, part, relative(join(stage, part), from));
      const aside = join(stage, 'before', randomUUID());
      await mkdir(dirname(to), { recursive: true });
      await mkdir(dirname(aside), { recursive: true });
      if ((await ifExists(rename(to, aside).then(() => true))) === true) moves.push([to, aside]);
      await rename(from, to);
      moves.push([from, to]);
    }
  }
}

async function undo(moves: Moves): Promise<void> {
  for (const [from, to] of moves.toReversed()) await rename(to, from);
}

async function writeBelow(file: string, content: string | Uint8Array): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, content);
}
