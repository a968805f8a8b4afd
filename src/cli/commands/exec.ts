import { spawn } from 'node:child_process';
import type { Command } from 'commander';
import { silentLog } from '../../platform/log.ts';
import type { CliContext } from '../context.ts';
import { CliFailure, exitCodes } from '../failures.ts';
import { addSettings, givenSettings } from '../start-settings.ts';
import { gatherSettings } from '../settings.ts';

/** `exec -- CMD`: an emulator for as long as a command runs, with the environment that apps read. */
export function addExecCommand(program: Command, context: CliContext): void {
  const command = program
    .command('exec <CMD> [ARGS...]')
    .description('run a command against an emulator of its own; its environment has what apps read');
  addSettings(command);
  command.action(async (name: string, args: string[]) => {
    const { startFromFlags } = await import('../../start.ts');
    const flags = await gatherSettings(
      givenSettings(command),
      context.env,
      command.opts<{ config?: string }>().config,
    );
    const emulator = await startFromFlags(flags, { port: 0, log: silentLog });
    try {
      const app = flags.app === undefined ? undefined : emulator.platform.registry.apps.at(-1)?.id;
      const code = await run(name, args, {
        ...context.env,
        ...emulator.control.environment(app, flags.tenant),
      });
      if (code !== 0) throw new CliFailure('', code);
    } finally {
      await emulator.close();
    }
  });
}

/** @returns the exit code; 128 + 15 stands for a command that a signal ended, as shells have it */
function run(name: string, args: readonly string[], env: NodeJS.ProcessEnv): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(name, args, { stdio: 'inherit', env, shell: process.platform === 'win32' });
    const forward = (signal: NodeJS.Signals) => child.kill(signal);
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, forward);
    child.once('error', (error: NodeJS.ErrnoException) => {
      reject(new CliFailure(`cannot run ${name} (${error.code ?? error.message})`, exitCodes.wrongInput));
    });
    child.once('exit', (code) => {
      for (const signal of ['SIGINT', 'SIGTERM'] as const) process.off(signal, forward);
      resolve(code ?? 143);
    });
  });
}
