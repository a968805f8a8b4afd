import { type Command, Option } from 'commander';
import { controlPath } from '../../control/control-path.ts';
import type { SeededEntity } from '../../control/emulator-control.ts';
import type { TenantView } from '../../control/views.ts';
import type { CliContext } from '../context.ts';
import { readData } from '../data-file.ts';
import { erpVersions } from '../../platform/erp-versions.ts';
import { type Subcommand, addSubcommands } from '../subcommands.ts';

const wawiOptions = [
  new Option('--mandant <NAME>', "local database name of the tenant's Wawi (default the slug)"),
  new Option('--api-version <VERSION>', "version of its API (default the emulator's --erp-version)").choices(
    erpVersions,
  ),
];

const subcommands: readonly Subcommand[] = [
  {
    usage: 'list',
    help: 'list the tenants',
    run: async ({ client, output }) => {
      const body = await client.get<{ items: TenantView[] }>('tenants');
      output.show(body, () => tableOf(body.items));
    },
  },
  {
    usage: 'create <SLUG>',
    help: 'create a tenant',
    options: [
      new Option('--name <NAME>', 'display name'),
      new Option('--id <UUID>', 'tenant id'),
      new Option('--template <TENANT>', 'tenant whose fixture its data starts from (default an empty Wawi)'),
      ...wawiOptions,
    ],
    run: async ({ client, output }, options, slug) => {
      const body = await client.post<TenantView>('tenants', { slug, ...bodyOf(options) });
      output.show(body, () => tableOf([body]));
    },
  },
  {
    usage: 'change <TENANT>',
    help: "change a tenant's name, mandant or API version",
    options: [new Option('--name <NAME>', 'display name'), ...wawiOptions],
    run: async ({ client, output }, options, id) => {
      const body = await client.patch<TenantView>(controlPath`tenants/${id}`, bodyOf(options));
      output.show(body, () => tableOf([body]));
    },
  },
  {
    usage: 'seed <TENANT> <FILE>',
    help: 'add the entities of a JSON or YAML file, in the form of fixtures',
    run: async ({ client, output }, _options, id, file) => {
      const document = await readData(file);
      const { entities = document } = document as { entities?: unknown };
      const path = controlPath`tenants/${id}/seed`;
      const body = await client.post<{ items: SeededEntity[] }>(path, { entities });
      output.show(body, () => [
        ['KIND', 'V1 ID', 'V2 KEY'],
        ...body.items.map((one) => [one.kind, String(one.v1), one.v2]),
      ]);
    },
  },
  {
    usage: 'reset <TENANT>',
    help: "reset a tenant's data to its fixture",
    run: ({ client }, _options, id) => client.post(controlPath`tenants/${id}/reset`),
  },
  {
    usage: 'delete <TENANT>',
    help: 'delete a tenant and its data',
    run: ({ client }, _options, id) => client.delete(controlPath`tenants/${id}`),
  },
  { usage: 'connect <TENANT>', help: "connect a tenant's Wawi", run: connecting(true) },
  {
    usage: 'disconnect <TENANT>',
    help: "disconnect a tenant's Wawi, as when its computer is down",
    run: connecting(false),
  },
];

/** `tenant list|create|change|seed|reset|delete|connect|disconnect`. */
export function addTenantCommands(program: Command, context: CliContext): void {
  addSubcommands(program.command('tenant').description('merchants and their data'), context, subcommands);
}

/** @returns options as the control API takes them */
function bodyOf({ apiVersion, ...fields }: Readonly<Record<string, unknown>>): object {
  return apiVersion === undefined ? fields : { ...fields, wawi: { apiVersion } };
}

function connecting(connected: boolean): Subcommand['run'] {
  return async ({ client, output }, _options, id = '') => {
    const body = await client.patch<TenantView>(controlPath`tenants/${id}`, { wawi: { connected } });
    output.show(body, () => tableOf([body]));
  };
}

function tableOf(tenants: readonly TenantView[]): string[][] {
  return [
    ['TENANT', 'ID', 'NAME', 'MANDANT', 'API', 'WAWI'],
    ...tenants.map((one) => [
      one.slug,
      one.id,
      one.name,
      one.mandant,
      one.wawi.apiVersion,
      one.wawi.connected ? 'connected' : 'not connected',
    ]),
  ];
}
