// `npm run example`: runs the hello app against the emulator that `npm start` runs. The app itself knows
// nothing of the emulator; its environment variables come from here, as a deployment would set them.
import { spawn } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const emulator = process.env.JTL_EMULATOR_URL ?? 'http://127.0.0.1:5850';

const answer = await fetch(`${emulator}/_emulator/v1/apps/hello-world/environment`).catch(() => undefined);
if (!answer?.ok) {
  console.error(`no emulator at ${emulator}; start one with 'npm start'`);
  process.exit(3);
}
const child = spawn(process.execPath, [join(root, 'examples/hello-app/server.js')], {
  stdio: 'inherit',
  env: { ...process.env, ...(await answer.json()) },
});
child.on('exit', (code) => process.exit(code ?? 1));
