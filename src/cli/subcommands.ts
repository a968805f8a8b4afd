import type { Command, Option } from 'commander';
import { type CliContext, type CommandIo, commandIo } from './context.ts';

/** The text options of a command, by their names in camelCase; flags without a text are not included. */
export type TextOptions = Readonly<Record<string, string | undefined>>;

/** A subcommand that asks a running emulator for something and shows the answer. */
export interface Subcommand {
  /** Its name and arguments as commander reads them, such as `install <APP> <TENANT>`. */
  usage: string;
  help: string;
  options?: readonly Option[];
  /** @param args one for each argument of {@link usage} */
  run: (io: CommandIo, options: TextOptions, ...args: string[]) => Promise<void>;
}

/** Adds subcommands to the command that groups them. */
export function addSubcommands(
  group: Command,
  context: CliContext,
  subcommands: readonly Subcommand[],
): void {
  for (const { usage, help, options = [], run } of subcommands) {
    const command = group.command(usage).description(help);
    for (const option of options) command.addOption(option);
    command.action((...given: unknown[]) =>
      // Commander hands over the arguments, the options and the command, in this order.
      run(commandIo(command, context), command.opts(), ...(given.slice(0, -2) as string[])),
    );
  }
}
