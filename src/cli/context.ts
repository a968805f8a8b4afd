import type { Command } from 'commander';
import { CliFailure, exitCodes } from './failures.ts';
import { ControlClient } from './control-client.ts';
import { spinWhileWaiting } from './waiting.ts';
import { type Output, outputTo } from './output.ts';

/** What commands get from the outside. */
export interface CliContext {
  env: Readonly<Record<string, string | undefined>>;
  write: (text: string) => void;
  writeError: (text: string) => void;
  /** Where people watch progress, if they do: standard error, when it is a terminal and no CI job's. */
  terminal?: NodeJS.WriteStream;
}

/** A command's own view: the emulator it talks to, and how it shows the answer. */
export interface CommandIo {
  client: ControlClient;
  output: Output;
}

/** @param command the one that runs; `--url` and `--json` may stand anywhere */
export function commandIo(command: Command, context: CliContext): CommandIo {
  const { url, json } = command.optsWithGlobals<{ url?: string; json?: boolean }>();
  const wanted = url ?? context.env['JTL_EMULATOR_URL'] ?? 'http://127.0.0.1:5850';
  if (!URL.canParse(wanted)) {
    throw new CliFailure(
      `--url '${wanted}' must be a URL such as http://127.0.0.1:5850`,
      exitCodes.wrongInput,
    );
  }
  return {
    client: new ControlClient(
      wanted.replace(/\/$/, ''),
      context.terminal && spinWhileWaiting(context.terminal),
    ),
    output: outputTo(context.write, json === true),
  };
}
