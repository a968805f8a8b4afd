import { readFile } from 'node:fs/promises';
import { type Command, Option } from 'commander';
import type { AppView, InstallationView } from '../../control/views.ts';
import { type CliContext, talkFor } from '../context.ts';
import { CliFailure, exitCodes } from '../failures.ts';

interface RegisterOptions {
  appId?: string;
  clientId?: string;
  clientSecret?: string;
  slug?: string;
}

/** `app list|register|update|secret|install|setup|uninstall|delete`. */
export function addAppCommands(program: Command, context: CliContext): void {
  const app = program.command('app').description('apps and their installations');
  app
    .command('list')
    .description('list the apps')
    .action(async (_options: object, command: Command) => {
      const { client, output } = talkFor(command, context);
      const body = await client.get<{ items: AppView[] }>('apps');
      output.show(body, () => [
        ['APP', 'NAME', 'APP ID', 'CLIENT ID'],
        ...body.items.map((one) => [one.slug, one.name, one.appId, one.clientId]),
      ]);
    });
  app
    .command('register <MANIFEST>')
    .description('register the app of a manifest file; prints its secret this once')
    .option('--app-id <UUID>', 'app id')
    .option('--client-id <ID>', 'client id')
    .option('--client-secret <SECRET>', 'client secret')
    .option('--slug <SLUG>', 'short name')
    .action(async (file: string, options: RegisterOptions, command: Command) => {
      const { client, output } = talkFor(command, context);
      const body = await client.post<AppView & { clientSecret: string }>('apps', {
        manifest: await readJson(file),
        ...options,
      });
      output.show(body, () => [
        ['APP', 'APP ID', 'CLIENT ID', 'CLIENT SECRET'],
        [body.slug, body.appId, body.clientId, body.clientSecret],
      ]);
    });
  app
    .command('update <APP> <MANIFEST>')
    .description("replace an app's manifest; ids, secret and installations stay")
    .action(async (id: string, file: string, _options: object, command: Command) => {
      const { client, output } = talkFor(command, context);
      const body = await client.put<AppView>(`apps/${encodeURIComponent(id)}`, {
        manifest: await readJson(file),
      });
      output.show(body, () => [
        ['APP', 'NAME', 'APP ID'],
        [body.slug, body.name, body.appId],
      ]);
    });
  app
    .command('secret <APP>')
    .description('make a new client secret, printed this once; the old one is refused from now on')
    .action(async (id: string, _options: object, command: Command) => {
      const { client, output } = talkFor(command, context);
      const body = await client.post<AppView & { clientSecret: string }>(
        `apps/${encodeURIComponent(id)}/secret`,
      );
      output.show(body, () => [
        ['CLIENT ID', 'CLIENT SECRET'],
        [body.clientId, body.clientSecret],
      ]);
    });
  app
    .command('delete <APP>')
    .description('delete an app and its installations')
    .action(async (id: string, _options: object, command: Command) => {
      await talkFor(command, context).client.delete(`apps/${encodeURIComponent(id)}`);
    });
  addInstallationCommands(app, context);
}

function addInstallationCommands(app: Command, context: CliContext): void {
  app
    .command('install <APP> <TENANT>')
    .description('install an app in a tenant')
    .addOption(
      new Option('--setup <STATE>', 'whether it counts as set up')
        .choices(['done', 'pending'])
        .default('done'),
    )
    .action(async (id: string, tenantId: string, options: { setup: string }, command: Command) => {
      const { client, output } = talkFor(command, context);
      const setup = options.setup === 'done' ? 'complete' : 'pending';
      const body = await client.post<InstallationView>(`apps/${encodeURIComponent(id)}/installations`, {
        tenantId,
        setup,
      });
      output.show(body, () => tableOf(body));
    });
  app
    .command('setup <APP> <TENANT>')
    .description('complete the setup of an installed app')
    .action(async (id: string, tenantId: string, _options: object, command: Command) => {
      const { client, output } = talkFor(command, context);
      const path = `apps/${encodeURIComponent(id)}/installations/${encodeURIComponent(tenantId)}`;
      const body = await client.patch<InstallationView>(path, { setup: 'complete' });
      output.show(body, () => tableOf(body));
    });
  app
    .command('uninstall <APP> <TENANT>')
    .description('remove an app from a tenant')
    .action(async (id: string, tenantId: string, _options: object, command: Command) => {
      await talkFor(command, context).client.delete(
        `apps/${encodeURIComponent(id)}/installations/${encodeURIComponent(tenantId)}`,
      );
    });
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
      `${file} is no readable JSON file: ${(error as Error).message}`,
      exitCodes.wrongInput,
    );
  }
}
