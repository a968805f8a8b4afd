import type { Command } from 'commander';
import { controlPath } from '../../control/control-path.ts';
import type { SnapshotView } from '../../control/snapshot.ts';
import { type CliContext, commandIo } from '../context.ts';

/** `snapshot save|restore|list|delete`. */
export function addSnapshotCommands(program: Command, context: CliContext): void {
  const snapshot = program.command('snapshot').description('named snapshots of the state');
  snapshot
    .command('save <NAME>')
    .description('take a snapshot of everything or of one tenant')
    .option('--tenant <TENANT>', 'only of this tenant')
    .action(async (name: string, { tenant }: { tenant?: string }, command: Command) => {
      const { client, output } = commandIo(command, context);
      const body = await client.post<SnapshotView>('snapshots', { name, tenantId: tenant });
      output.show(body, () => tableOf([body]));
    });
  snapshot
    .command('restore <NAME>')
    .description('restore a snapshot')
    .action(async (name: string, _options: object, command: Command) => {
      const { client, output } = commandIo(command, context);
      const body = await client.post<SnapshotView>(controlPath`snapshots/${name}/restore`);
      output.show(body, () => tableOf([body]));
    });
  snapshot
    .command('list')
    .description('list the snapshots')
    .action(async (_options: object, command: Command) => {
      const { client, output } = commandIo(command, context);
      const body = await client.get<{ items: SnapshotView[] }>('snapshots');
      output.show(body, () => tableOf(body.items));
    });
  snapshot
    .command('delete <NAME>')
    .description('forget a snapshot')
    .action(async (name: string, _options: object, command: Command) => {
      await commandIo(command, context).client.delete(controlPath`snapshots/${name}`);
    });
}

function tableOf(snapshots: readonly SnapshotView[]): string[][] {
  return [
    ['SNAPSHOT', 'OF', 'TAKEN AT'],
    ...snapshots.map((one) => [one.name, one.tenantId ?? 'everything', one.takenAt]),
  ];
}
