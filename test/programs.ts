import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { type Waiting, waitFor, waitUntil } from './waiting.ts';

/**
 * Variables that programs need to be found, to have a place for files, and to use the test run's language; then
 * Windows's own.
 */
const inherited = new Set([
  ...['PATH', 'HOME', 'TMPDIR', 'TZ', 'LANG', 'LC_ALL'],
  ...['SYSTEMROOT', 'COMSPEC', 'PATHEXT', 'TEMP', 'TMP', 'USERPROFILE', 'APPDATA', 'LOCALAPPDATA'],
]);

/**
 * The environment of a program that a test runs, without variables of the machine that could influence it, such as
 * `NODE_OPTIONS`, a proxy or the variables of the emulator and apps.
 * @param own further variables of the program
 */
export function cleanEnvironment(own: Record<string, string> = {}): Record<string, string> {
  return { ...environmentWhere((name) => inherited.has(name.toUpperCase())), ...own };
}

/** @returns those of this process's variables whose name fits */
export function environmentWhere(fits: (name: string) => boolean): Record<string, string> {
  const entries = Object.entries(process.env).filter(([name, value]) => value !== undefined && fits(name));
  return Object.fromEntries(entries) as Record<string, string>;
}

/** @returns why a test that needs the program must be skipped here, or undefined */
export function missing(program: string): string | undefined {
  const { status } = spawnSync(program, ['--version'], { stdio: 'ignore', env: cleanEnvironment() });
  return status === 0 ? undefined : `no ${program} on this machine`;
}

/** How a program is run. */
export interface ProgramOptions {
  cwd?: string;
  /** All of its environment; default {@link cleanEnvironment}. */
  env?: Record<string, string>;
  /** For scripts of Windows. */
  shell?: boolean;
}

/** How a program ended, and all it printed. */
export interface Ended {
  code: number | null;
  signal: NodeJS.Signals | null;
  stdout: string;
  stderr: string;
}

/** A program that did not end as it should. */
export class ProgramFailed extends Error implements Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;

  constructor(command: string, { code, signal, stdout, stderr }: Ended) {
    super(`${command} ended with ${code ?? signal}: ${stderr}${stdout}`);
    this.code = code;
    this.signal = signal;
    this.stdout = stdout;
    this.stderr = stderr;
  }
}

const running = new Set<ChildProcess>();

/** For `afterEach` or `afterAll`: ends what tests of the file have left running. */
export function endPrograms(): void {
  for (const child of running) child.kill('SIGKILL');
}

/** A program that runs beside a test. */
export class Program {
  stdout = '';
  stderr = '';
  readonly #child: ChildProcess;
  readonly #closed: Promise<Ended>;

  constructor(
    private readonly command: readonly string[],
    { cwd, env = cleanEnvironment(), shell = false }: ProgramOptions = {},
  ) {
    const [file = '', ...args] = command;
    const child = spawn(file, args, { cwd, env, shell, stdio: ['ignore', 'pipe', 'pipe'] });
    running.add(child);
    child.stdout.setEncoding('utf8').on('data', (text: string) => (this.stdout += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (this.stderr += text));
    this.#child = child;
    this.#closed = once(child, 'close').then(([code, signal]) => {
      running.delete(child);
      const { stdout, stderr } = this;
      return { code: code as number | null, signal: signal as NodeJS.Signals | null, stdout, stderr };
    });
    // A caller that waits for the end gets the failure; without one it must not end the test run.
    this.#closed.catch(() => running.delete(child));
  }

  get pid(): number {
    return this.#child.pid!;
  }

  /** Resolves with the first match in what it writes to one of its ends, written already or yet to come. */
  prints(pattern: RegExp, to: 'stdout' | 'stderr' = 'stdout'): Promise<RegExpExecArray> {
    const endedBefore = () =>
      this.#closed.then((ended) => {
        throw new ProgramFailed(`before it printed ${pattern}, ${this.#name}`, ended);
      });
    return waitUntil(
      `${this.#name} to print ${pattern}`,
      () => pattern.exec(this[to]) ?? undefined,
      () => Promise.race([once(this.#child[to]!, 'data'), endedBefore()]),
      { seen: () => this.#printed },
    );
  }

  /** Resolves once it has ended and all it printed has come. */
  ended(waiting: Waiting = {}): Promise<Ended> {
    return waitFor(`${this.#name} to end`, this.#closed, { seen: () => this.#printed, ...waiting });
  }

  /** Closes its standard output to it, as a reader does that has seen enough. */
  stopReading(): void {
    this.#child.stdout!.destroy();
  }

  kill(signal: NodeJS.Signals): void {
    this.#child.kill(signal);
  }

  get #name(): string {
    return this.command.join(' ').slice(0, 300);
  }

  get #printed(): object {
    return { stdout: this.stdout, stderr: this.stderr };
  }
}

/**
 * Runs a program to its end.
 * @returns its standard output
 * @throws ProgramFailed for any exit code but 0
 */
export async function run(
  command: readonly string[],
  { limit, ...options }: ProgramOptions & { limit?: number } = {},
): Promise<string> {
  const program = new Program(command, options);
  try {
    const ended = await program.ended(limit === undefined ? {} : { limit });
    if (ended.code !== 0) throw new ProgramFailed(command.join(' '), ended);
    return ended.stdout;
  } finally {
    program.kill('SIGKILL');
  }
}
