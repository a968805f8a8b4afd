import type { Listeners } from '../server/listeners.ts';
import type { RunningEmulator } from '../server/emulator.ts';
import { packageVersion } from '../platform/package-root.ts';

/**
 * The output of a started emulator: its addresses, its apps and users, and a command to copy.
 * @param state the place of the state, in words
 */
export function bannerFor(
  { url, listeners, platform: { registry } }: RunningEmulator,
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

function listenerText({ tlsPort, httpsPort, proxyPort }: Listeners): string {
  const opened = [
    tlsPort !== undefined && `the platform's hosts on port ${tlsPort}`,
    httpsPort !== undefined && `https://127.0.0.1:${httpsPort}`,
    proxyPort !== undefined && `HTTPS_PROXY=http://127.0.0.1:${proxyPort}`,
  ];
  return opened.filter((way) => way !== false).join(', ');
}
