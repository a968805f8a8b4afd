// Runs before `npm start` and `npm test`: installs what the lock file says and builds what the sources say, each only
// when that changed since the last time.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const builtFrom = [
  'src',
  'fixtures',
  'scripts',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
  'tsconfig.types.json',
];

/** Runs a step once per state of its input; the state is remembered in a file that the step's own output holds. */
function whenChanged(name, marker, state, present, run) {
  const file = join(root, marker);
  if (present && existsSync(file) && readFileSync(file, 'utf8') === state) return;
  console.error(`jtl-platform-emulator: ${name} ...`);
  run();
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, state);
}

function run(command, ...args) {
  // npm is a script on Windows, which needs a shell there; all arguments are our own constants.
  const { status } = spawnSync(command, args, {
    cwd: root,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  });
  if (status !== 0) process.exit(status ?? 1);
}

function hashOf(paths) {
  const hash = createHash('sha256').update(process.version);
  for (const path of paths) {
    const full = join(root, path);
    for (const file of statSync(full).isDirectory() ? filesBelow(full) : [full])
      hash.update(relative(root, file)).update(readFileSync(file));
  }
  return hash.digest('hex');
}

/** Made by the build, so not what it is made from. */
const generated = join(root, 'src', 'wawi', 'contract', 'generated');

function filesBelow(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.parentPath.startsWith(generated))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

whenChanged(
  'installing dependencies',
  'node_modules/.prepared',
  hashOf(['package-lock.json']),
  existsSync(join(root, 'node_modules')),
  () => run('npm', 'ci', '--no-audit', '--no-fund'),
);
whenChanged(
  'building',
  'dist/.prepared',
  hashOf(builtFrom),
  existsSync(join(root, 'dist', 'cli.js')) && existsSync(generated),
  () => run(process.execPath, join(root, 'scripts', 'build.mjs')),
);
