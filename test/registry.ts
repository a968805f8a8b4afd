import { cleanEnvironment, environmentWhere, run } from './programs.ts';

/** Variables that npm needs to reach its registry from this machine: settings, a proxy, authorities to trust. */
const reachingIt = /^npm_config_|^(https?|no)_proxy$|^NODE_EXTRA_CA_CERTS$|^SSL_CERT_(FILE|DIR)$/i;

/** The environment of an npm that installs packages. */
export function registryEnvironment(): Record<string, string> {
  return cleanEnvironment(environmentWhere((name) => reachingIt.test(name)));
}

const question = ['npm', 'view', 'express', 'name', '--fetch-retries', '0', '--fetch-timeout', '5000'];

/** Why tests that install packages must be skipped here, asked once per file; undefined: they need not. */
export const registryMissing = await run(question, {
  env: registryEnvironment(),
  shell: process.platform === 'win32',
}).then(
  () => undefined,
  () => 'no npm registry can be reached from this machine',
);
