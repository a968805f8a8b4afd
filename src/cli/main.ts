import { Command, CommanderError } from 'commander';
import { ListenFailure } from '../server/listen-failure.ts';
import { packageVersion } from '../platform/package-root.ts';
import { UnusableFolder } from '../platform/persistence/unusable-folder.ts';
import { InvalidInput, NotFound } from '../platform/problems.ts';
import { addAppCommands } from './commands/app.ts';
import { addAssumptionsCommands } from './commands/assumptions.ts';
import { addBridgeCommands } from './commands/bridge.ts';
import { addCaCommands } from './commands/ca.ts';
import { addClockCommands } from './commands/clock.ts';
import { addCompletionCommand } from './commands/completion.ts';
import { addContractCommands } from './commands/contract.ts';
import { addDoctorCommand } from './commands/doctor.ts';
import { addExecCommand } from './commands/exec.ts';
import { addFaultsCommands } from './commands/faults.ts';
import { addFixturesCommands } from './commands/fixtures.ts';
import { addInfoCommand } from './commands/info.ts';
import { addInitCommand } from './commands/init.ts';
import { addJournalCommands } from './commands/journal.ts';
import { addKeysCommands } from './commands/keys.ts';
import { addOutboxCommand } from './commands/outbox.ts';
import { addRegistrationCommands } from './commands/registration.ts';
import { addResetCommand } from './commands/reset.ts';
import { addSnapshotCommands } from './commands/snapshot.ts';
import { addStartCommand } from './commands/start.ts';
import { addSwitchesCommands } from './commands/switches.ts';
import { addTenantCommands } from './commands/tenant.ts';
import { addTokenCommands } from './commands/token.ts';
import type { CliContext } from './context.ts';
import { CliFailure, exitCodes, lineOf } from './failures.ts';
import { explainedListenFailure } from './listen-failures.ts';
import { isWatched } from './watched-terminal.ts';

const groups = [
  addStartCommand,
  addExecCommand,
  addInfoCommand,
  addDoctorCommand,
  addInitCommand,
  addTokenCommands,
  addTenantCommands,
  addAppCommands,
  addClockCommands,
  addKeysCommands,
  addFaultsCommands,
  addJournalCommands,
  addContractCommands,

  addSnapshotCommands,
  addBridgeCommands,
  addRegistrationCommands,

  addFixturesCommands,
  addOutboxCommand,
  addSwitchesCommands,
  addAssumptionsCommands,
  addResetCommand,
  addCaCommands,
  addCompletionCommand,
];

/**
 * Runs the command line.
 * @param args the arguments after `jtl-emulator`
 * @returns the exit code
 */
export async function runCli(args: readonly string[], context: CliContext = processContext): Promise<number> {
  try {
    await programFor(context).parseAsync(args, { from: 'user' });
    return exitCodes.ok;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.ok : exitCodes.wrongInput;
    const { message, exitCode } = await failureOf(error);
    if (message !== '') context.writeError(`jtl-emulator: ${message.replaceAll('\n', ' ')}\n`);
    return exitCode;
  }
}

/** All commands; shell completion reads them too. */
function programFor(context: CliContext): Command {
  const program = new Command('jtl-emulator')
    .description('A local stand-in for the JTL cloud platform.')
    .version(packageVersion)
    .option('--url <URL>', 'emulator to talk to (default JTL_EMULATOR_URL, else http://127.0.0.1:5850)')
    .option('--json', "print the control API's body instead of a table");
  for (const add of groups) add(program, context);
  for (const command of [program, ...allCommands(program)]) {
    command.exitOverride().configureOutput({
      writeOut: context.write,
      writeErr: context.writeError,
      // One line: commander puts its "Did you mean" on a second one.
      outputError: (text, write) => {
        write(
          `jtl-emulator: ${text
            .replace(/^error: /, '')
            .trim()
            .replaceAll('\n', ' ')}\n`,
        );
      },
    });
  }
  return program;
}

function allCommands(command: Command): Command[] {
  return command.commands.flatMap((one) => [one, ...allCommands(one)]);
}

const processContext: CliContext = {
  env: process.env,
  write: (text) => process.stdout.write(text),
  writeError: (text) => process.stderr.write(text),
  ...(isWatched(process.stderr, process.env) && { terminal: process.stderr }),
};

async function failureOf(error: unknown): Promise<{ message: string; exitCode: number }> {
  if (error instanceof CliFailure) return error;
  if (error instanceof InvalidInput) {
    return { message: error.problems.map(lineOf).join('; '), exitCode: exitCodes.wrongInput };
  }
  if (error instanceof ListenFailure) return explainedListenFailure(error);
  if (error instanceof NotFound || error instanceof UnusableFolder) {
    return { message: error.message, exitCode: exitCodes.wrongInput };
  }
  return { message: error instanceof Error ? error.message : String(error), exitCode: exitCodes.failed };
}
