// `npm run bench [-- name ...]`: every benchmark, or those named, one after the other. Installs the peers first.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const known = ['start', 'tokens', 'pages', 'graphql', 'scale', 'reset', 'journal'];

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !known.includes(name));
if (unknown.length > 0) {
  console.error(`no benchmark '${unknown.join("', '")}'; known: ${known.join(', ')}`);
  process.exit(2);
}
if (!existsSync(join(here, 'node_modules'))) {
  const { status } = spawnSync('npm', ['ci', '--prefix', here], {
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (status !== 0) process.exit(status ?? 1);
}
for (const name of wanted.length > 0 ? wanted : known) {
  console.log(`\n${name}`);
  const { status } = spawnSync(process.execPath, [join(here, `${name}.js`)], { stdio: 'inherit' });
  if (status !== 0) process.exitCode = 1;
}
