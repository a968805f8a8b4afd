import type { ChildProcess } from 'node:child_process';
import { constants } from 'node:os';
import spawn from 'cross-spawn';
import type { Command } from 'commander';
import type { Flags } from '../../server/settings.ts';
import { realIssuers } from '../../platform/config.ts';
import { silentLog } from '../../platform/log.ts';
import type { StartedEmulator } from '../../server/start.ts';
import type { CliContext } from '../context.ts';
import { CliFailure, exitCodes } from '../failures.ts';
import { realHostsEnvironment } from '../real-hosts.ts';
import { gatherSettings } from '../settings.ts';
import { addSettings, givenSettings } from '../start-settings.ts';

/** `exec [--real-hosts] -- CMD`: runs an emulator while a command runs, with the environment variables for apps. */
export function addExecCommand(program: Command, context: CliContext): void {
  const command = program
    .command('exec <CMD> [ARGS...]')
    .description('run a command with an emulator of its own and the environment variables for apps')
    .option('--real-hosts', "the command talks to the platform's real hosts, and the emulator answers");
  addSettings(command, { port: 'any that is free', dataDir: 'none: all in memory' });
  command.action(async (name: string, args: string[]) => {
    const { realHosts = false, config } = command.opts<{ realHosts?: boolean; config?: string }>();
    const given = await gatherSettings(givenSettings(command), context.env, config);
    const flags = realHosts ? { ...realIssuers, proxyPort: 0, ...given } : given;
    const { startFromFlags } = await import('../../server/start.ts');
    const started = await startFromFlags(flags, { port: 0, log: silentLog });
    try {
      const code = await run(name, args, await environmentOf(started, flags, realHosts, context.env));
      if (code !== 0) throw new CliFailure('', code);
    } finally {
      await started.emulator.close();
    }
  });
}

async function environmentOf(
  { emulator: { control, listeners }, apps }: StartedEmulator,
  flags: Flags,
  realHosts: boolean,
  before: CliContext['env'],
): Promise<NodeJS.ProcessEnv> {
  return {
    ...before,
    ...control.environment(apps[0]?.id, flags.tenant),
    ...(realHosts && listeners !== undefined && (await realHostsEnvironment(listeners, before))),
  };
}

/** Signals that end a command; each is forwarded to all processes that the command has started. */
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * A command gets its own process group, so that a signal also reaches the children of a shell in between. In a terminal
 * it stays in the terminal's group instead, to read keys and to receive Ctrl-C.
 */
const ownGroup = process.platform !== 'win32' && !process.stdin.isTTY;

/** @returns the exit code; 128 plus the signal's number for a command that a signal ended, as in shells */
function run(name: string, args: readonly string[], env: NodeJS.ProcessEnv): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(name, args, { stdio: 'inherit', env, detached: ownGroup });
    const forward = forwarder(child);
    for (const signal of signals) process.on(signal, forward);
    const stop = () => {
      for (const signal of signals) process.off(signal, forward);
    };
    child.once('error', (error: NodeJS.ErrnoException) => {
      stop();
      reject(new CliFailure(`cannot run ${name} (${error.code ?? error.message})`, exitCodes.wrongInput));
    });
    child.once('exit', (code, signal) => {
      stop();
      resolve(code ?? 128 + (signal === null ? 0 : constants.signals[signal]));
    });
  });
}

/** The third signal kills a command that ignores the first two. */
function forwarder(child: ChildProcess): (signal: NodeJS.Signals) => void {
  let seen = 0;
  return (signal) => {
    seen++;
    if (seen > 2) send(child, 'SIGKILL');
    else if (signal !== 'SIGINT' || !process.stdin.isTTY) send(child, signal);
  };
}

/** Sends a signal to the command and to all processes that it has started. */
function send(child: ChildProcess, signal: NodeJS.Signals): void {
  if (!ownGroup || child.pid === undefined) {
    child.kill(signal);
    return;
  }
  try {
    process.kill(-child.pid, signal);
  } catch (error) {
    // The group has ended on its own.
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}
