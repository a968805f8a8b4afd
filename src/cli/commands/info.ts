import type { Command } from 'commander';
import { controlPath } from '../../control/control-path.ts';
import { type CliContext, commandIo } from '../context.ts';

interface State {
  version: string;
  url: string;
  tenants: {
    id: string;
    slug: string;
    name: string;
    mandant: string;
    wawi: { connected: boolean; apiVersion: string };
  }[];
  apps: { appId: string; slug: string; clientId: string }[];
  installations: { appId: string; tenantId: string; status: string }[];
  users: { id: string; email: string; tenantIds: string[] }[];
}

/** `info`: the users, tenants and apps, credentials included. */
export function addInfoCommand(program: Command, context: CliContext): void {
  program
    .command('info')
    .description('show tenants, users, apps and their credentials')
    .action(async (_options: object, command: Command) => {
      const { client, output } = commandIo(command, context);
      const state = await client.get<State>('state');
      const environments = await Promise.all(
        state.apps.map((app) =>
          client.get<Record<string, string>>(controlPath`apps/${app.appId}/environment`),
        ),
      );
      const apps = state.apps.map((app, index) => ({
        ...app,
        clientSecret: environments[index]?.['CLIENT_SECRET'] ?? '',
      }));
      output.showAll({ ...state, apps }, () => [
        [
          ['EMULATOR', 'VERSION'],
          [state.url, state.version],
        ],
        tenantRows(state),
        [
          ['USER', 'ID', 'TENANTS'],
          ...state.users.map((user) => [user.email, user.id, slugs(state, user.tenantIds)]),
        ],
        [
          ['APP', 'APP ID', 'CLIENT ID', 'CLIENT SECRET', 'INSTALLED IN'],
          ...apps.map((app) => [
            app.slug,
            app.appId,
            app.clientId,
            app.clientSecret,
            installedIn(state, app.appId),
          ]),
        ],
      ]);
    });
}

function slugs(state: State, ids: readonly string[]): string {
  return state.tenants
    .filter((tenant) => ids.includes(tenant.id))
    .map((tenant) => tenant.slug)
    .join(', ');
}

function installedIn(state: State, appId: string): string {
  const found = state.installations.filter((one) => one.appId === appId);
  return found
    .map(
      (one) => `${slugs(state, [one.tenantId])}${one.status === 'SETUP_PENDING' ? ' (setup pending)' : ''}`,
    )
    .join(', ');
}

function tenantRows(state: State): string[][] {
  return [
    ['TENANT', 'ID', 'MANDANT', 'API', 'WAWI'],
    ...state.tenants.map((one) => [
      one.slug,
      one.id,
      one.mandant,
      one.wawi.apiVersion,
      one.wawi.connected ? 'connected' : 'not connected',
    ]),
  ];
}
