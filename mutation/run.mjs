// `npm run mutate -- AREA [FILE ...]`: seeds faults into the operations and rules of an area, one at a time, and counts
// those that the tests find. FILE is a pattern below the area's folder; default: all except schemas and generated data.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const root = dirname(here);
const areas = readdirSync(join(root, 'src/wawi/areas'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && entry.name !== 'generate')
  .map(({ name }) => name);

const [area, ...files] = process.argv.slice(2);
if (area === undefined || !areas.includes(area)) {
  console.error(`no area '${area ?? ''}'; known: ${areas.join(', ')}`);
  process.exit(2);
}
if (!existsSync(join(here, 'node_modules'))) run('npm', ['ci', '--ignore-scripts', '--prefix', here]);

const folder = `src/wawi/areas/${area}`;
const all = [
  `${folder}/**/*.ts`,
  `!${folder}/schema/**`,
  `!${folder}/**/*.schema.ts`,
  `!${folder}/generate/**`,
];
const plugin = join(here, 'node_modules/@stryker-mutator/vitest-runner/dist/src/index.js');
const config = {
  mutate: files.length > 0 ? files.map((file) => `${folder}/${file}`) : all,
  testRunner: 'vitest',
  plugins: [plugin],
  vitest: { configFile: 'mutation/vitest.config.ts', related: false },
  coverageAnalysis: 'perTest',
  // A fault in a module's own constants needs a run of all tests.
  ignoreStatic: true,
  ignorePatterns: ['dist', 'bench', 'mutation/node_modules', 'mutation/reports', '.jtl-emulator', 'coverage'],
  tempDirName: 'node_modules/.cache/mutation',
  incremental: true,
  incrementalFile: `mutation/reports/${area}.incremental.json`,
  reporters: ['clear-text', 'progress-append-only', 'html'],
  htmlReporter: { fileName: `mutation/reports/${area}.html` },
  clearTextReporter: { allowColor: false, logTests: false },
  concurrency: 2,
  timeoutMS: 60_000,
  disableTypeChecks: false,
};
const file = join(here, 'node_modules', '.stryker.config.json');
writeFileSync(file, JSON.stringify(config, null, 2));
run(process.execPath, [join(here, 'node_modules/@stryker-mutator/core/bin/stryker.js'), 'run', file]);

function run(command, args) {
  const { status } = spawnSync(command, args, {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (status !== 0) process.exit(status ?? 1);
}
