/**
 * `node --import jtl-platform-emulator/register app.js`: an unchanged app that names the platform's real hosts talks to
 * the emulator at `JTL_EMULATOR_URL` (default http://127.0.0.1:5850) instead. All other hosts stay as they are.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { platformHost } from './platform/platform-hosts.ts';
import { redirectConnections } from './server/redirect-connections.ts';

const given = process.env['JTL_EMULATOR_URL'] ?? 'http://127.0.0.1:5850';
if (!URL.canParse(given) || !/^https?:/.test(given)) {
  throw new Error(`JTL_EMULATOR_URL '${given}' must be a URL such as http://127.0.0.1:5850`);
}
const emulator = new URL(given);

redirectConnections({
  answersFor: (host) => platformHost(host) !== undefined,
  emulator,
  ca: emulator.protocol === 'https:' ? readAuthority() : undefined,
});

/**
 * The authority of an emulator that an `https:` URL names. The usual place may have none, because the emulator's
 * certificate may be a public one.
 */
function readAuthority(): string | undefined {
  const named = process.env['JTL_EMULATOR_CA'];
  const file = named ?? join(process.env['JTL_EMULATOR_DATA_DIR'] ?? '.jtl-emulator', 'tls', 'ca.pem');
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (named === undefined && code === 'ENOENT') return undefined;
    throw new Error(
      `the emulator's certificate ${file} cannot be read (${code ?? message}); name one in JTL_EMULATOR_CA`,
      { cause: error },
    );
  }
}
