import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { UnusableFolder } from './unusable-folder.ts';

/** Folders this process holds: a lock that names this process but is not here is of an earlier life of its id. */
const held = new Set<string>();

/** Milliseconds between looks at a holder that may just be dying; after the last, it counts as alive. */
const pauses = [20, 60, 120, undefined] as const;

/** What a lock file says. */
interface LockNote {
  pid: number;
  token: string;
}

/**
 * Takes a folder for this process alone by a file named `lock`. The lock of a process that no longer runs is taken over.
 * @returns what releases the folder
 * @throws UnusableFolder when a running process has it
 */
export async function lockFolder(folder: string): Promise<() => Promise<void>> {
  const file = join(folder, 'lock');
  const mine: LockNote = { pid: process.pid, token: randomUUID() };
  for (;;) {
    try {
      await writeFile(file, JSON.stringify(mine), { flag: 'wx' });
      break;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      await removeIfStale(folder, file);
    }
  }
  // Two processes may find the same stale lock at once; the one whose note did not survive gives way.
  if ((await noteIn(file))?.token !== mine.token) throw inUse(folder, file, undefined);
  held.add(folder);
  return async () => {
    held.delete(folder);
    await rm(file, { force: true });
  };
}

async function removeIfStale(folder: string, file: string): Promise<void> {
  for (const pause of pauses) {
    const note = await noteIn(file);
    const alive = note !== undefined && (note.pid === process.pid ? held.has(folder) : isRunning(note.pid));
    if (!alive) break;
    if (pause === undefined) throw inUse(folder, file, note.pid);
    await delay(pause);
  }
  await rm(file, { force: true });
}

function inUse(folder: string, file: string, pid: number | undefined): UnusableFolder {
  const whom = pid === undefined ? 'another emulator' : `the emulator with process id ${pid}`;
  return new UnusableFolder(
    folder,
    `is in use by ${whom}; stop that one, choose another folder with --data-dir, or use --ephemeral (lock: ${file})`,
  );
}

/** A lock file cut off while it was written counts as stale. */
async function noteIn(file: string): Promise<LockNote | undefined> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as LockNote;
  } catch {
    return undefined;
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return !isZombie(pid);
  } catch (error) {
    // EPERM: it runs, under another user.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** A killed process whose parent has not yet asked for its end still has an id, but writes nothing any more. */
function isZombie(pid: number): boolean {
  try {
    // proc(5): the state follows the name in parentheses, which may itself hold any character.
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return /^[ZX]/.test(stat.slice(stat.lastIndexOf(')') + 2));
  } catch {
    return false;
  }
}
