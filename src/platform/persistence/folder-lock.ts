import { randomUUID } from 'node:crypto';
import { constants, readFileSync, readlinkSync, realpathSync } from 'node:fs';
import { copyFile, link, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { UnusableFolder } from './unusable-folder.ts';

/** Folders this process holds or is about to. */
const held = new Set<string>();

/** Milliseconds between looks at a holder that may just be dying; after the last, it counts as alive. */
const pauses = [20, 60, 120, undefined] as const;

/** How often a holder touches its lock, in milliseconds. */
const beatMs = 1000;
/** How long a lock may go untouched before its holder counts as dead, where process ids say nothing, in milliseconds. */
const usualPatienceMs = 10_000;
/** A lock this old is nobody's any more, however far clocks of machines that share a disk are apart, in milliseconds. */
const longDeadMs = 300_000;

/** What a lock file says. */
interface LockNote {
  pid: number;
  /** Where that process id means something: the machine, and on Linux the namespace of process ids on it. */
  place?: string;
  token: string;
}

/**
 * Takes a folder for this process alone by a file named `lock`. The lock of a process that no longer runs is taken over;
 * of processes elsewhere, as in another container, only the touches of their locks tell whether they run.
 * @param patienceMs how long to look out for such a touch
 * @returns what releases the folder
 * @throws UnusableFolder when a running process has it
 */
export async function lockFolder(folder: string, patienceMs = usualPatienceMs): Promise<() => Promise<void>> {
  const file = join(folder, 'lock');
  const mine: LockNote = { pid: process.pid, place: placeOfProcess(), token: randomUUID() };
  // By its real path: a link to a folder must not look like another one.
  const place = realpathSync(folder);
  if (held.has(place)) throw inUse(folder, file, mine);
  // Before anything is waited for: another call of this process must find it taken.
  held.add(place);
  try {
    while (!(await placed(file, mine))) await removeIfStale(folder, file, mine, patienceMs);
  } catch (error) {
    held.delete(place);
    throw error;
  }
  const beat = setInterval(() => {
    const now = new Date();
    // A lock that cannot be touched is told by the first save that fails.
    utimes(file, now, now).catch(() => undefined);
  }, beatMs);
  beat.unref();
  return async () => {
    clearInterval(beat);
    if ((await noteIn(file))?.token === mine.token) await rm(file, { force: true });
    held.delete(place);
  };
}

/** Linked into place whole: of several processes the first wins, and nobody ever reads half a note. */
async function placed(file: string, note: LockNote): Promise<boolean> {
  const temporary = `${file}.${note.token}.tmp`;
  await writeFile(temporary, JSON.stringify(note));
  try {
    await link(temporary, file).catch((error: unknown) => {
      if (codeOf(error) === 'EEXIST') throw error;
      // Some file systems know no links.
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
  // A note with this process's own id is of an earlier life of that id, or of another thread.
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

/** @returns whether the file changes or goes within so many milliseconds; false at once if it is very old */
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
    // EPERM: it runs, under another user.
    return codeOf(error) === 'EPERM';
  }
}

/** A killed process whose parent has not yet asked for its end still has an id, but writes nothing any more. */
function isZombie(pid: number): boolean {
  try {
    // proc(5): the state follows the name in parentheses, which may itself hold any character.
    const status = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return /^[ZX]/.test(status.slice(status.lastIndexOf(')') + 2));
  } catch {
    return false;
  }
}
