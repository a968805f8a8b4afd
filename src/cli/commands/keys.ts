import { type Command, Option } from 'commander';
import { ringNames } from '../../tokens/key-ring.ts';
import { type CliContext, commandIo } from '../context.ts';

/** `keys rotate`. */
export function addKeysCommands(program: Command, context: CliContext): void {
  program
    .command('keys')
    .description('signing keys')
    .command('rotate')
    .description('make new signing keys; old ones stay published until their last token has expired')
    .addOption(new Option('--ring <RING>', 'which (default all)').choices(ringNames))
    .action(async ({ ring }: { ring?: string }, command: Command) => {
      const { client, output } = commandIo(command, context);
      const keys = await client.post<Record<string, string>>('keys/rotate', { ring });
      output.show(keys, () => [['RING', 'KEY ID'], ...Object.entries(keys)]);
    });
}
