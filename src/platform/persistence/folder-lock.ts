import { randomUUID } from 'node:crypto';
import { constants, readFileSync, readlinkSync, realpathSync } from 'node:fs';
import { copyFile, link, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { UnusableFolder } from './unusable-folder.ts';

/** Folders that this process has locked or is locking. */
const held = new Set<string>();

/** Milliseconds between checks of a holder that may just be ending; after the last check, it counts as running. */
const pauses = [20, 60, 120, undefined] as const;

/** Interval in which a holder touches its lock, in milliseconds. */
const beatMs = 1000;
/** Time without a touch after which a holder counts as dead, where its process id cannot be checked, in milliseconds. */
const usualPatienceMs = 10_000;
/** A lock this old has no holder, regardless of clock differences between machines that share a disk, in milliseconds. */
const longDeadMs = 300_000;

/** The content of a lock file. */
interface LockNote {
  pid: number;
  /** The scope of the process id: the machine, and on Linux its namespace of process ids. */
  place?: string;
  token: string;
}

/**
 * Locks a folder for this process by a file named `lock`. Takes over the lock of a process that no longer runs. For
 * processes elsewhere, as in another container, only touches of their lock show whether they run.
 * @param patienceMs how long to wait for such a touch
 * @returns a function that releases the folder
 * @throws UnusableFolder when a running process has it
 */
export async function lockFolder(folder: string, patienceMs = usualPatienceMs): Promise<() => Promise<void>> {
  const file = join(folder, 'lock');
  const mine: LockNote = { pid: process.pid, place: placeOfProcess(), token: randomUUID() };
  // The real path, so that a link to the folder counts as the same folder.
  const place = realpathSync(folder);
  if (held.has(place)) throw inUse(folder, file, mine);
  // Before the first await: another call of this process must find it locked.
  held.add(place);
  try {
    while (!(await placed(file, mine))) await removeIfStale(folder, file, mine, patienceMs);
  } catch (error) {
    held.delete(place);
    throw error;
  }
  const beat = setInterval(() => {
    const now = new Date();
    // If the lock cannot be touched, the first save fails and reports it.
    utimes(file, now, now).catch(() => undefined);
  }, beatMs);
  beat.unref();
  return async () => {
    clearInterval(beat);
    if ((await noteIn(file))?.token === mine.token) await rm(file, { force: true });
    held.delete(place);
  };
}

/** Linked into place as a whole: of several processes the first wins, and no process reads a part of the note. */
async function placed(file: string, note: LockNote): Promise<boolean> {
  const temporary = `${file}.${note.token}.tmp`;
  await writeFile(temporary, JSON.stringify(note));
  try {
    await link(temporary, file).catch((error: unknown) => {
      if (codeOf(error) === 'EEXIST') throw error;
      // Some file systems have no links.
      return copyFile(temporary, file, constants.COPYFILE_EXCL);
    });
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  } finally {
    await rm(temporary, { force: true });
  }
}

/** @throws UnusableFolder when its holder is alive */
async function removeIfStale(
  folder: string,
  file: string,
  mine: LockNote,
  patienceMs: number,
): Promise<void> {
  const note = await noteIn(file);
  const here = note !== undefined && (note.place ?? mine.place) === mine.place;
  // A note with this process's own id comes from an earlier process with that id, or from another thread.
  const alive =
    here && note.pid !== process.pid ? await staysRunning(note.pid) : await isTouched(file, patienceMs);
  if (alive) throw inUse(folder, file, note);
  // One process at a time: two that find the same stale lock must not remove each other's new one.
  const guard = `${file}.takeover`;
  if (await placed(guard, mine)) {
    try {
      if ((await noteIn(file))?.token === note?.token) await rm(file, { force: true });
    } finally {
      await rm(guard, { force: true });
    }
    return;
  }
  const other = await noteIn(guard);
  if (
    !(await isTouched(guard, patienceMs)) &&
    other !== undefined &&
    (await noteIn(guard))?.token === other.token
  )
    await rm(guard, { force: true });
}

async function staysRunning(pid: number): Promise<boolean> {
  for (const pause of pauses) {
    if (!isRunning(pid)) return false;
    if (pause !== undefined) await delay(pause);
  }
  return true;
}

/** @returns whether the file changes or disappears within so many milliseconds; false at once if it is very old */
async function isTouched(file: string, patienceMs: number): Promise<boolean> {
  const first = await touchOf(file);
  if (first === undefined || Date.now() - first > longDeadMs) return false;
  for (let waited = 0; waited < patienceMs; waited += pauses[1]) {
    await delay(pauses[1]);
    const now = await touchOf(file);
    if (now !== first) return now !== undefined;
  }
  return false;
}

async function touchOf(file: string): Promise<number | undefined> {
  return (await stat(file).catch(() => undefined))?.mtimeMs;
}

function inUse(folder: string, file: string, note: LockNote | undefined): UnusableFolder {
  const where = note?.place === undefined || note.place === placeOfProcess() ? '' : ` on ${note.place}`;
  const whom = note === undefined ? 'another emulator' : `the emulator with process id ${note.pid}${where}`;
  return new UnusableFolder(
    folder,
    `is in use by ${whom}; stop that one, choose another folder with --data-dir, or use --ephemeral (lock: ${file})`,
  );
}

/** Containers may share a machine's name, and all have a process 1; their process ids are of different namespaces. */
function placeOfProcess(): string {
  try {
    return `${hostname()} ${readlinkSync('/proc/self/ns/pid')}`;
  } catch {
    return hostname();
  }
}

async function noteIn(file: string): Promise<LockNote | undefined> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as LockNote;
  } catch {
    return undefined;
  }
}

function codeOf(error: unknown): string | undefined {
  return (error as NodeJS.ErrnoException).code;
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return !isZombie(pid);
  } catch (error) {
    // EPERM: it runs under another user.
    return codeOf(error) === 'EPERM';
  }
}

/** A killed process keeps its id until its parent has read its exit status, but writes no more. */
function isZombie(pid: number): boolean {
  try {
    // proc(5): the state follows the name in parentheses, which may itself contain any character.
    const status = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return /^[ZX]/.test(status.slice(status.lastIndexOf(')') + 2));
  } catch {
    return false;
  }
}
