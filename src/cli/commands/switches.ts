import type { Command } from 'commander';
import { type CliContext, commandIo } from '../context.ts';
import { CliFailure, exitCodes } from '../failures.ts';

/** `switches [set NAME=VALUE ...]`: how strictly the services behave. */
export function addSwitchesCommands(program: Command, context: CliContext): void {
  const switches = program
    .command('switches')
    .description('show how strictly the services behave')
    .action(async (_options: object, command: Command) => {
      const { client, output } = commandIo(command, context);
      const body = await client.get<Record<string, unknown>>('switches');
      output.show(body, () => tableOf(body));
    });
  switches
    .command('set <NAME=VALUE...>')
    .description('change it, such as: enforceScopes=false profile=strict')
    .action(async (settings: string[], _options: object, command: Command) => {
      const { client, output } = commandIo(command, context);
      const body = await client.put<Record<string, unknown>>(
        'switches',
        Object.fromEntries(settings.map(settingFrom)),
      );
      output.show(body, () => tableOf(body));
    });
}

function settingFrom(setting: string): [name: string, value: unknown] {
  const { name, value } = /^(?<name>\w+)=(?<value>.+)$/.exec(setting)?.groups ?? {};
  if (name === undefined || value === undefined) {
    throw new CliFailure(
      `'${setting}' must be NAME=VALUE, such as enforceScopes=false`,
      exitCodes.wrongInput,
    );
  }
  return [name, value === 'true' ? true : value === 'false' ? false : value];
}

function tableOf(switches: Record<string, unknown>): string[][] {
  return [['SWITCH', 'VALUE'], ...Object.entries(switches).map(([name, value]) => [name, String(value)])];
}
