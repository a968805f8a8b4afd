import type { Command } from 'commander';
import type { ClockState } from '../../tokens/clock.ts';
import { type CliContext, commandIo } from '../context.ts';
import { CliFailure, exitCodes } from '../failures.ts';

/** Each subcommand of `clock` with the call it makes; `<...>` is its argument. */
const subcommands = [
  {
    name: 'set <INSTANT>',
    help: 'set the time (ISO 8601)',
    method: 'put',
    path: 'clock',
    body: (now: string) => ({ now }),
  },
  {
    name: 'advance <SECONDS>',
    help: 'advance the time',
    method: 'post',
    path: 'clock/advance',
    body: (seconds: string) => ({ seconds: numberIn(seconds) }),
  },
  { name: 'freeze', help: 'stop the time', method: 'put', path: 'clock', body: () => ({ frozen: true }) },
  {
    name: 'unfreeze',
    help: 'let the time run on',
    method: 'put',
    path: 'clock',
    body: () => ({ frozen: false }),
  },
  {
    name: 'reset',
    help: "return to the machine's time",
    method: 'put',
    path: 'clock',
    body: () => ({ frozen: false, offsetSeconds: 0 }),
  },
] as const;

/** `clock [set|advance|freeze|unfreeze|reset]`. */
export function addClockCommands(program: Command, context: CliContext): void {
  const clock = program
    .command('clock')
    .description("show or move the emulator's time")
    .action(async (_options: object, command: Command) => {
      const { client, output } = commandIo(command, context);
      const state = await client.get<ClockState>('clock');
      output.show(state, () => tableOf(state));
    });
  for (const { name, help, method, path, body } of subcommands) {
    clock
      .command(name)
      .description(help)
      .action(async (...args: unknown[]) => {
        const command = args.at(-1) as Command;
        const { client, output } = commandIo(command, context);
        const state = await client[method]<ClockState>(path, body(String(args[0])));
        output.show(state, () => tableOf(state));
      });
  }
}

/** @throws CliFailure */
function numberIn(text: string): number {
  const value = text.trim() === '' ? Number.NaN : Number(text);
  if (Number.isFinite(value)) return value;
  throw new CliFailure(`SECONDS must be a number such as 3600 or -60, not '${text}'`, exitCodes.wrongInput);
}

function tableOf({ now, offsetSeconds, frozen }: ClockState): string[][] {
  return [
    ['NOW', 'OFFSET SECONDS', 'FROZEN'],
    [now, String(offsetSeconds), frozen ? 'yes' : 'no'],
  ];
}
