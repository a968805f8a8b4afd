import type { Command } from 'commander';
import type { AssumptionView } from '../../platform/assumptions.ts';
import { type CliContext, commandIo } from '../context.ts';
import { CliFailure, exitCodes } from '../failures.ts';

interface AssumptionList {
  items: AssumptionView[];
}

/** `assumptions [list | set ID=OPTION ...]`: the assumptions for cases where public sources are not clear. */
export function addAssumptionsCommands(program: Command, context: CliContext): void {
  const assumptions = program
    .command('assumptions')
    .description('show the assumptions for cases where public sources are not clear');
  assumptions
    .command('list', { isDefault: true })
    .description('list them with the option in force')
    .action(async (_options: object, command: Command) => {
      const { client, output } = commandIo(command, context);
      const body = await client.get<AssumptionList>('assumptions');
      output.show(body, () => tableOf(body));
    });
  assumptions
    .command('set <ID=OPTION...>')
    .description('choose options, such as: graphql-status=legacy')
    .action(async (choices: string[], _options: object, command: Command) => {
      const { client, output } = commandIo(command, context);
      const change = Object.fromEntries(choices.map(choiceFrom));
      const body = await client.put<AssumptionList>('assumptions', change);
      output.show(body, () => tableOf({ items: body.items.filter(({ id }) => id in change) }));
    });
}

function choiceFrom(choice: string): [id: string, option: string] {
  const { id, option } = /^(?<id>[^=]+)=(?<option>.+)$/.exec(choice)?.groups ?? {};
  if (id === undefined || option === undefined) {
    throw new CliFailure(
      `'${choice}' must be ID=OPTION, such as graphql-status=legacy`,
      exitCodes.wrongInput,
    );
  }
  return [id, option];
}

function tableOf({ items }: AssumptionList): string[][] {
  return [
    ['ASSUMPTION', 'VALUE', 'OPTIONS', 'QUESTION'],
    ...items.map(({ id, value, options, question }) => [
      id,
      value,
      options.map((option) => option.value).join(' '),
      question,
    ]),
  ];
}
