import { type Command, Option } from 'commander';
import { paneContexts } from '../../platform/manifests/model.ts';
import { type CliContext, commandIo } from '../context.ts';
import { CliFailure, exitCodes } from '../failures.ts';

/** `bridge event|select`. */
export function addBridgeCommands(program: Command, context: CliContext): void {
  const bridge = program.command('bridge').description("control a tenant's open ERP shells");
  bridge
    .command('event <TENANT> <TOPIC> [PAYLOAD]')
    .description('publish an event to the apps in the open shells; the payload is JSON')
    .action(
      async (
        tenantId: string,
        topic: string,
        payload: string | undefined,
        _options: object,
        command: Command,
      ) => {
        const { client, output } = commandIo(command, context);
        const body = { tenantId, topic, payload: payload === undefined ? null : parsed(payload) };
        const sent = await client.post<{ shells: number }>('bridge/events', body);
        output.show(sent, () => [['OPEN SHELLS'], [String(sent.shells)]]);
      },
    );
  bridge
    .command('select <TENANT> <ID>')
    .description('select a record, as a click in a list does')
    .addOption(new Option('--context <CONTEXT>', 'kind of record').choices(paneContexts).default('items'))
    .action(async (tenantId: string, id: string, options: { context: string }, command: Command) => {
      const { client, output } = commandIo(command, context);
      const sent = await client.post<{ shells: number }>('bridge/selection', { tenantId, id, ...options });
      output.show(sent, () => [['OPEN SHELLS'], [String(sent.shells)]]);
    });
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json) as unknown;
  } catch {
    throw new CliFailure(`payload '${json}' must be JSON such as {"itemId":"..."}`, exitCodes.wrongInput);
  }
}
