import type { Command } from 'commander';
import { type CliContext, commandIo } from '../context.ts';
import { readData } from '../data-file.ts';

/** `fixtures import`. */
export function addFixturesCommands(program: Command, context: CliContext): void {
  program
    .command('fixtures')
    .description('the data that reset restores')
    .command('import <FILE>')
    .description('replace the fixtures by a bundle {platform, tenants} in JSON or YAML, and reset to them')
    .action(async (file: string, _options: object, command: Command) => {
      const { client } = commandIo(command, context);
      await client.put('fixtures', await readData(file));
    });
}
