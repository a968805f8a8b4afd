import type { Listeners } from '../server/listeners.ts';
import type { RegisteredAppFile } from '../control/app-files.ts';
import type { RunningEmulator } from '../server/emulator.ts';
import { packageVersion } from '../platform/package-root.ts';
import type { Registry } from '../platform/registry.ts';

/**
 * The output of a started emulator: its addresses, its apps and users, and a command to copy.
 * @param registered the files of `--app`
 * @param state the place of the state, in words
 */
export function bannerFor(
  { url, listeners, platform: { registry } }: RunningEmulator,
  registered: readonly RegisteredAppFile[],
  state: string,
): string {
  const apps = registry.apps;
  const app = apps.find((one) => one.slug === 'hello-world') ?? apps[0];
  const tenant = registry.tenants[0];
  const user = registry.users[0];
  const lines = [
    `JTL platform emulator ${packageVersion} on ${url} (state: ${state})`,
    `  Hub        ${url}/hub/`,
    `  ERP shell  ${url}/shell/${tenant && user ? `?tenant=${tenant.slug}&user=${user.email}` : ''}`,
    `  Dashboard  ${url}/_emulator/`,
    `  API docs   ${url}/docs/`,
    `  Tenants    ${registry.tenants.map((one) => one.slug).join(', ') || 'none'}`,
    `  Apps       ${apps.map((one) => one.slug).join(', ') || 'none'} (ids and credentials: jtl-emulator info)`,
  ];
  for (const one of registered) lines.push(`  --app      ${appText(one, registry)}`);
  if (listeners !== undefined)
    lines.push(`  TLS        ${listenerText(listeners)} (trust it: jtl-emulator ca trust-help)`);
  if (app !== undefined) {
    lines.push(
      '  Try        ' +
        `curl -s -u ${app.clientId}:${app.clientSecret} -d grant_type=client_credentials ${url}/oauth2/token`,
    );
  }
  return `${lines.join('\n')}\n`;
}

/** @returns the app that a manifest file became, and the reason why it is that one */
function appText({ file, app, matched, installation }: RegisteredAppFile, registry: Registry): string {
  const { slug } = registry.tenant(installation.tenantId);
  const setup = installation.status === 'SETUP_PENDING' ? 'pending' : 'complete';
  const where = `in ${slug}, setup ${setup}, scopes ${installation.scopes.length}`;
  if (matched === undefined) return `${file} is the new app '${app.slug}' ${where}`;
  const whose = matched === 'fixtures' ? 'of the fixtures' : 'of an earlier run';
  return `${file} replaces the manifest of '${app.slug}' ${whose}, matched by its slug; ids and secret stay; ${where}`;
}

function listenerText({ tlsPort, httpsPort, proxyPort }: Listeners): string {
  const opened = [
    tlsPort !== undefined && `the platform's hosts on port ${tlsPort}`,
    httpsPort !== undefined && `https://127.0.0.1:${httpsPort}`,
    proxyPort !== undefined && `HTTPS_PROXY=http://127.0.0.1:${proxyPort}`,
  ];
  return opened.filter((way) => way !== false).join(', ');
}
