import type { Command } from 'commander';
import { type CliContext, commandIo } from '../context.ts';

/** `reset`. */
export function addResetCommand(program: Command, context: CliContext): void {
  program
    .command('reset')
    .description('reset everything to the fixtures; keys and credentials stay')
    .action(async (_options: object, command: Command) => {
      await commandIo(command, context).client.post('reset');
    });
}
