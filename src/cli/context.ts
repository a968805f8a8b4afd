import type { Command } from 'commander';
import { CliFailure, exitCodes } from './failures.ts';
import { ControlClient } from './control-client.ts';
import { spinWhileWaiting } from './waiting.ts';
import { type Output, outputTo } from './output.ts';

/** The environment of the commands. */
export interface CliContext {
  env: Readonly<Record<string, string | undefined>>;
  write: (text: string) => void;
  writeError: (text: string) => void;
  /** The stream for progress output: standard error, if it is a terminal and not a CI job's. */
  terminal?: NodeJS.WriteStream;
}

/** The client and the output of a command. */
export interface CommandIo {
  client: ControlClient;
  output: Output;
}

/** @param command the running command; `--url` and `--json` may precede or follow its name */
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
