import type { Command } from 'commander';
import type { SeededEntity } from '../../control/emulator-control.ts';
import type { TenantView } from '../../control/views.ts';
import { type CliContext, talkFor } from '../context.ts';
import { readData } from '../data-file.ts';

/** `tenant list|create|reset|delete|connect|disconnect`. */
export function addTenantCommands(program: Command, context: CliContext): void {
  const tenant = program.command('tenant').description('merchants and their data');
  tenant
    .command('list')
    .description('list the tenants')
    .action(async (_options: object, command: Command) => {
      const { client, output } = talkFor(command, context);
      const body = await client.get<{ items: TenantView[] }>('tenants');
      output.show(body, () => tableOf(body.items));
    });
  tenant
    .command('create <SLUG>')
    .description('create a tenant')
    .option('--name <NAME>', 'display name')
    .option('--id <UUID>', 'tenant id')
    .option('--template <TENANT>', 'tenant whose fixture its data starts from (default an empty Wawi)')
    .action(
      async (slug: string, options: { name?: string; id?: string; template?: string }, command: Command) => {
        const { client, output } = talkFor(command, context);
        const body = await client.post<TenantView>('tenants', { slug, ...options });
        output.show(body, () => tableOf([body]));
      },
    );
  tenant
    .command('seed <TENANT> <FILE>')
    .description('add the entities of a JSON or YAML file, as a fixture would describe them')
    .action(async (id: string, file: string, _options: object, command: Command) => {
      const { client, output } = talkFor(command, context);
      const document = await readData(file);
      const entities = (document as { entities?: unknown }).entities ?? document;
      const body = await client.post<{ items: SeededEntity[] }>(`tenants/${encodeURIComponent(id)}/seed`, {
        entities,
      });
      output.show(body, () => [
        ['KIND', 'V1 ID', 'V2 KEY'],
        ...body.items.map((one) => [one.kind, String(one.v1), one.v2]),
      ]);
    });
  tenant
    .command('reset <TENANT>')
    .description("put a tenant's data back to its fixture")
    .action(async (id: string, _options: object, command: Command) => {
      await talkFor(command, context).client.post(`tenants/${encodeURIComponent(id)}/reset`);
    });
  tenant
    .command('delete <TENANT>')
    .description('delete a tenant and its data')
    .action(async (id: string, _options: object, command: Command) => {
      await talkFor(command, context).client.delete(`tenants/${encodeURIComponent(id)}`);
    });
  for (const [name, connected] of [
    ['connect', true],
    ['disconnect', false],
  ] as const) {
    tenant
      .command(`${name} <TENANT>`)
      .description(
        connected ? "connect a tenant's Wawi" : "cut a tenant's Wawi off, as when its computer is down",
      )
      .action(async (id: string, _options: object, command: Command) => {
        const { client, output } = talkFor(command, context);
        const body = await client.patch<TenantView>(`tenants/${encodeURIComponent(id)}`, {
          wawi: { connected },
        });
        output.show(body, () => tableOf([body]));
      });
  }
}

function tableOf(tenants: readonly TenantView[]): string[][] {
  return [
    ['TENANT', 'ID', 'NAME', 'MANDANT', 'WAWI'],
    ...tenants.map((one) => [
      one.slug,
      one.id,
      one.name,
      one.mandant,
      one.wawi.connected ? 'connected' : 'not connected',
    ]),
  ];
}
