import { readFile } from 'node:fs/promises';
import { type Command, InvalidArgumentError, Option } from 'commander';
import { controlPath } from '../../control/control-path.ts';
import type { AppView, InstallationView } from '../../control/views.ts';
import type { CliContext } from '../context.ts';
import { CliFailure, exitCodes } from '../failures.ts';
import { setupState } from '../../server/setting-readers.ts';
import { type Subcommand, addSubcommands } from '../subcommands.ts';

/** Only the commands that create a secret print it. */
type AppWithSecret = AppView & { clientSecret: string };

const registrations: readonly Subcommand[] = [
  {
    usage: 'list',
    help: 'list the apps',
    run: async ({ client, output }) => {
      const body = await client.get<{ items: AppView[] }>('apps');
      output.show(body, () => [
        ['APP', 'NAME', 'APP ID', 'CLIENT ID'],
        ...body.items.map((one) => [one.slug, one.name, one.appId, one.clientId]),
      ]);
    },
  },
  {
    usage: 'register <MANIFEST>',
    help: 'register the app of a manifest file; prints its secret this once',
    options: [
      new Option('--app-id <UUID>', 'app id'),
      new Option('--client-id <ID>', 'client id'),
      new Option('--client-secret <SECRET>', 'client secret'),
      new Option('--slug <SLUG>', 'short name'),
    ],
    run: async ({ client, output }, options, file) => {
      const manifest = await readJson(file);
      const body = await client.post<AppWithSecret>('apps', { manifest, ...options });
      output.show(body, () => [
        ['APP', 'APP ID', 'CLIENT ID', 'CLIENT SECRET'],
        [body.slug, body.appId, body.clientId, body.clientSecret],
      ]);
    },
  },
  {
    usage: 'update <APP> <MANIFEST>',
    help: "replace an app's manifest; ids, secret and installations stay",
    run: async ({ client, output }, _options, id, file) => {
      const body = await client.put<AppView>(controlPath`apps/${id}`, { manifest: await readJson(file) });
      output.show(body, () => [
        ['APP', 'NAME', 'APP ID'],
        [body.slug, body.name, body.appId],
      ]);
    },
  },
  {
    usage: 'secret <APP>',
    help: 'make a new client secret, printed this once; the old one is refused from now on',
    run: async ({ client, output }, _options, id) => {
      const body = await client.post<AppWithSecret>(controlPath`apps/${id}/secret`);
      output.show(body, () => [
        ['CLIENT ID', 'CLIENT SECRET'],
        [body.clientId, body.clientSecret],
      ]);
    },
  },
  {
    usage: 'delete <APP>',
    help: 'delete an app and its installations',
    run: ({ client }, _options, id) => client.delete(controlPath`apps/${id}`),
  },
];

function readSetup(value: string): 'complete' | 'pending' {
  const state = setupState(value);
  if (state === null) throw new InvalidArgumentError('must be one of complete, pending');
  return state;
}

const installations: readonly Subcommand[] = [
  {
    usage: 'install <APP> <TENANT>',
    help: 'install an app in a tenant',
    options: [
      new Option('--setup <complete|pending>', 'whether it counts as set up')
        .argParser(readSetup)
        .default('complete'),
    ],
    run: async ({ client, output }, options, id, tenantId) => {
      const body = await client.post<InstallationView>(controlPath`apps/${id}/installations`, {
        tenantId,
        setup: options['setup'],
      });
      output.show(body, () => tableOf(body));
    },
  },
  {
    usage: 'setup <APP> <TENANT>',
    help: 'complete the setup of an installed app',
    run: async ({ client, output }, _options, id, tenantId) => {
      const path = controlPath`apps/${id}/installations/${tenantId}`;
      const body = await client.patch<InstallationView>(path, { setup: 'complete' });
      output.show(body, () => tableOf(body));
    },
  },
  {
    usage: 'uninstall <APP> <TENANT>',
    help: 'remove an app from a tenant',
    run: ({ client }, _options, id, tenantId) =>
      client.delete(controlPath`apps/${id}/installations/${tenantId}`),
  },
];

/** `app list|register|update|secret|delete|install|setup|uninstall`. */
export function addAppCommands(program: Command, context: CliContext): void {
  const app = program.command('app').description('apps and their installations');
  addSubcommands(app, context, [...registrations, ...installations]);
}

function tableOf(one: InstallationView): string[][] {
  return [
    ['INSTALLATION', 'APP ID', 'TENANT ID', 'STATUS', 'SCOPES'],
    [one.installationId, one.appId, one.tenantId, one.status, String(one.scopes.length)],
  ];
}

async function readJson(file: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as unknown;
  } catch (error) {
    throw new CliFailure(
      `${file} is not a readable JSON file: ${(error as Error).message}`,
      exitCodes.wrongInput,
    );
  }
}
