// Runs before `npm pack` and `npm publish`: builds, and refuses a package that lacks a file it promises.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

// npm prints the package's file name to standard output, for scripts to read.
const { status } = spawnSync(process.execPath, [join(root, 'scripts', 'prepare.mjs')], {
  cwd: root,
  stdio: ['ignore', 2, 2],
});
if (status !== 0) process.exit(status ?? 1);

const { bin, exports, main, types } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const missing = pathsIn({ bin, exports, main, types }).filter((path) => !existsSync(join(root, path)));
if (missing.length > 0) {
  console.error(`jtl-platform-emulator: the build lacks ${missing.join(', ')}; no package is made`);
  process.exit(1);
}

/** @returns every text in a value of package.json */
function pathsIn(value) {
  return typeof value === 'string' ? [value] : Object.values(value).flatMap(pathsIn);
}
