import type { Command } from 'commander';
import type { OutboxMessage } from '../../control/emulator-apis.ts';
import { type CliContext, commandIo } from '../context.ts';

/** `outbox`: the messages that the tenants' ERPs would have sent. */
export function addOutboxCommand(program: Command, context: CliContext): void {
  program
    .command('outbox')
    .description("show the mails, prints and workflow runs of the tenants' ERPs")
    .action(async (_options: object, command: Command) => {
      const { client, output } = commandIo(command, context);
      const body = await client.get<{ items: (OutboxMessage & { tenantId: string })[] }>('outbox');
      output.show(body, () => [
        ['TIME', 'KIND', 'TO', 'SUBJECT', 'OF', 'TENANT ID'],
        ...body.items.map((one) => [
          one.createdAt,
          one.kind,
          one.recipient ?? one.printer ?? '',
          one.subject ?? one.eventName ?? '',
          `${one.entity} ${one.number ?? one.entityId}`,
          one.tenantId,
        ]),
      ]);
    });
}
