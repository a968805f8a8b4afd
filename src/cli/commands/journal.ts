import type { Command } from 'commander';
import type { JournalEntry } from '../../platform/journal-entry.ts';
import { type CliContext, commandIo } from '../context.ts';

/** `journal [clear|har]`. */
export function addJournalCommands(program: Command, context: CliContext): void {
  const journal = program
    .command('journal')
    .description('show the latest requests and their answers')
    .option('--limit <N>', 'how many', '20')
    .option('--service <NAME>', 'only of this service')
    .option('--app <APP ID>', 'only of this app')
    .option('--tenant <TENANT ID>', 'only of this tenant')
    .option('--status <CODE>', 'only with this status')
    .action(async (options: Record<string, string | undefined>, command: Command) => {
      const { client, output } = commandIo(command, context);
      const query = new URLSearchParams();
      const parameters = {
        limit: 'limit',
        service: 'service',
        app: 'appId',
        tenant: 'tenantId',
        status: 'status',
      };
      for (const [option, parameter] of Object.entries(parameters)) {
        const value = options[option];
        if (value !== undefined) query.set(parameter, value);
      }
      const body = await client.get<{ items: JournalEntry[] }>(`journal?${query}`);
      output.show(body, () => [
        ['TIME', 'SERVICE', 'REQUEST', 'STATUS', 'MS', 'REASON'],
        ...body.items.map((one) => [
          one.time.slice(11, 23),
          one.service,
          `${one.method ?? one.kind} ${one.path}`,
          String(one.status ?? ''),
          String(one.durationMs ?? ''),
          one.reason ?? '',
        ]),
      ]);
    });
  journal
    .command('har')
    .description("print the requests as an HTTP archive, which browsers' tools open")
    .action(async (_options: object, command: Command) => {
      const { client, output } = commandIo(command, context);
      output.line(JSON.stringify(await client.get('journal.har'), null, 2));
    });
  journal
    .command('clear')
    .description('forget what happened')
    .action(async (_options: object, command: Command) => {
      await commandIo(command, context).client.delete('journal');
    });
}
