import type { Command } from 'commander';
import { createLog } from '../../platform/log.ts';
import type { CliContext } from '../context.ts';
import { exitCodes } from '../failures.ts';
import { gatherSettings } from '../settings.ts';
import { addSettings, givenSettings } from '../start-settings.ts';

const usualPort = 5850;
const usualDataDir = '.jtl-emulator';

/** `start`: runs an emulator until a signal ends it. */
export function addStartCommand(program: Command, context: CliContext): void {
  const command = program.command('start').description('run an emulator until Ctrl-C');
  addSettings(command);
  command.action(async () => {
    await runStart(command, context);
  });
}

async function runStart(command: Command, context: CliContext): Promise<void> {
  const loading = import('../../server/start.ts');
  const flags = await gatherSettings(
    givenSettings(command),
    context.env,
    command.opts<{ config?: string }>().config,
  );
  const { startFromFlags } = await loading;
  const { emulator, registered } = await startFromFlags(flags, {
    port: usualPort,
    dataDir: usualDataDir,
    log: createLog('pretty'),
    ...(context.terminal && {
      progress: (await import('../progress-bars.ts')).progressBars(context.terminal),
    }),
  });
  const { bannerFor } = await import('../banner.ts');
  // Registered before the banner, because its reader may end the process at once.
  const ended = endSignal();
  context.write(
    bannerFor(emulator, registered, flags.ephemeral === true ? 'in memory' : (flags.dataDir ?? usualDataDir)),
  );
  // A failure shows at the first request again, with its reason.
  emulator.warmUp().catch(() => undefined);
  if (flags.watch === true) {
    const { watchManifests } = await import('../watch.ts');
    watchManifests(emulator, flags);
  }
  await ended;
  await emulator.close();
  // A delivery to an app that does not answer would keep the process alive for seconds.
  process.exit(exitCodes.ok);
}

/** The first signal closes the emulator, a second one ends the process at once. */
function endSignal(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      process.once(signal, () => {
        process.once(signal, () => process.exit(exitCodes.failed));
        resolve();
      });
    }
  });
}
