import type { Command } from 'commander';
import { controlPath } from '../../control/control-path.ts';
import type { RegistrationView } from '../../control/registrations.ts';
import { type CliContext, commandIo } from '../context.ts';

/** `registration list|accept|reject`. */
export function addRegistrationCommands(program: Command, context: CliContext): void {
  const registration = program.command('registration').description('on-premise apps that ask for a key');
  registration
    .command('list')
    .description('list the registrations')
    .action(async (_options: object, command: Command) => {
      const { client, output } = commandIo(command, context);
      const body = await client.get<{ items: RegistrationView[] }>('registrations');
      output.show(body, () => tableOf(body.items));
    });
  for (const decision of ['accept', 'reject'] as const) {
    registration
      .command(`${decision} <ID>`)
      .description(`${decision} a registration, as a person in Wawi does`)
      .action(async (id: string, _options: object, command: Command) => {
        const { client, output } = commandIo(command, context);
        const body = await client.post<RegistrationView>(controlPath`registrations/${id}/${decision}`);
        output.show(body, () => tableOf([body]));
      });
  }
}

function tableOf(registrations: readonly RegistrationView[]): string[][] {
  return [
    ['REGISTRATION', 'APP', 'APP ID', 'VERSION', 'STATUS', 'TENANT ID'],
    ...registrations.map((one) => [
      one.id,
      one.displayName,
      one.appId,
      one.version,
      one.status,
      one.tenantId,
    ]),
  ];
}
