import type { Command } from 'commander';
import { controlPath } from '../../control/control-path.ts';
import type { Fault } from '../../platform/faults/model.ts';
import { type CliContext, commandIo } from '../context.ts';
import { CliFailure, exitCodes } from '../failures.ts';

/** `faults [add|preset|remove|clear]`. */
export function addFaultsCommands(program: Command, context: CliContext): void {
  const faults = program
    .command('faults')
    .description('show the failures in force')
    .action(async (_options: object, command: Command) => {
      const { client, output } = commandIo(command, context);
      const body = await client.get<{ items: Fault[] }>('faults');
      output.show(body, () => tableOf(body.items));
    });
  faults
    .command('preset <NAME>')
    .description('put a preset in force: wawi-offline, identity-down, slow-monday, rate-limited, flaky')
    .action(async (preset: string, _options: object, command: Command) => {
      const { client, output } = commandIo(command, context);
      const body = await client.post<{ items: Fault[] }>('faults', { preset });
      output.show(body, () => tableOf(body.items));
    });
  faults
    .command('add <JSON>')
    .description(
      'put a fault in force, such as {"match":{"service":"erp"},"effect":{"status":503},"times":2}',
    )
    .action(async (json: string, _options: object, command: Command) => {
      const { client, output } = commandIo(command, context);
      const body = await client.post<Fault>('faults', parsed(json));
      output.show(body, () => tableOf([body]));
    });
  faults
    .command('remove <ID>')
    .description('remove a fault by its id, or those of a preset by its name')
    .action(async (id: string, _options: object, command: Command) => {
      await commandIo(command, context).client.delete(controlPath`faults/${id}`);
    });
  faults
    .command('clear')
    .description('remove every fault')
    .action(async (_options: object, command: Command) => {
      await commandIo(command, context).client.delete('faults');
    });
}

function parsed(json: string): object {
  try {
    const value: unknown = JSON.parse(json);
    if (typeof value === 'object' && value !== null) return value;
  } catch {
    // The refusal below is for invalid JSON too.
  }
  throw new CliFailure(
    `'${json}' must be a JSON object such as {"effect":{"status":503}}`,
    exitCodes.wrongInput,
  );
}

function tableOf(faults: readonly Fault[]): string[][] {
  return [
    ['FAULT', 'PRESET', 'MATCH', 'EFFECT', 'APPLIED'],
    ...faults.map(({ id, preset, match, effect, times, applied }) => [
      id,
      preset ?? '',
      JSON.stringify(match),
      JSON.stringify(effect),
      times === undefined ? String(applied) : `${applied} of ${times}`,
    ]),
  ];
}
