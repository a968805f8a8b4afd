// Builds dist/: one bundle per entry with shared chunks (a bundle starts in a third of the time of a module tree), the
// pages' browser bundles, the shipped fixtures as checked JSON, and the types.
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { keepReachableTypes } from './reachable-types.mjs';
import { thirdPartyNotices } from './third-party-notices.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
// Built aside and moved in one go, so that a running test never meets half a build.
const dist = join(root, 'node_modules', '.cache', 'jtl-platform-emulator');

/** Entry files of Node programs and modules: name in dist/ -> source. */
const nodeEntries = {
  cli: 'src/cli/entry.ts',
  index: 'src/index.ts',
  register: 'src/register.ts',
  testcontainers: 'src/testcontainers.ts',
};
/** Entry files that browsers load as well: no Node module may get in. */
const neutralEntries = { 'app-bridge': 'src/app-bridge.ts', testing: 'src/testing.ts' };
/** Entry files whose types the package's users see. */
const typeEntries = ['index', 'app-bridge', 'testing', 'register', 'testcontainers'];
/** Folders of browser code; every file directly in them is an entry, kept by name in dist/pages/. */
const browserFolders = ['src/pages/browser'];

const present = (entries) =>
  Object.fromEntries(Object.entries(entries).filter(([, source]) => existsSync(join(root, source))));

/** CommonJS packages inside an ES module bundle still call `require` for Node's own modules. */
const requireForCommonJs = [
  "import { createRequire as __createRequire } from 'node:module';",
  'const require = __createRequire(import.meta.url);',
].join('');

async function bundle() {
  const shared = {
    absWorkingDir: root,
    bundle: true,
    format: 'esm',
    logLevel: 'warning',
    // Licences go into one file of their own, in full.
    legalComments: 'none',
    metafile: true,
  };
  const forNode = await build({
    ...shared,
    entryPoints: present(nodeEntries),
    outdir: dist,
    platform: 'node',
    target: 'node20.19',
    splitting: true,
    chunkNames: 'chunk-[hash]',
    banner: { js: requireForCommonJs },
    // Found by path at run time (worker threads, static files), or only there when the user has it.
    external: [
      'pino',
      'pino-pretty',
      'swagger-ui-express',
      'swagger-ui-dist',
      'esbuild',
      'vitest',
      'playwright-core',
      '@playwright/test',
    ],
  });
  const neutral = await build({
    ...shared,
    entryPoints: present(neutralEntries),
    outdir: dist,
    platform: 'neutral',
    target: 'es2022',
  });
  const pages = await build({
    ...shared,
    entryPoints: browserEntries(),
    outdir: join(dist, 'pages'),
    minify: true,
    platform: 'browser',
    target: 'es2022',
  });
  const notices = thirdPartyNotices(root, [forNode.metafile, neutral.metafile, pages.metafile]);
  writeFileSync(join(dist, 'THIRD-PARTY-NOTICES.txt'), notices);
}

function browserEntries() {
  return browserFolders
    .filter((folder) => existsSync(join(root, folder)))
    .flatMap((folder) =>
      readdirSync(join(root, folder))
        .filter((file) => /\.(ts|css)$/.test(file))
        .map((file) => `${folder}/${file}`),
    );
}

/** Runs the product's own loader over the shipped fixtures, so that only checked data gets into a package. */
async function compileFixtures() {
  const loader = join(dist, '.fixtures', 'compile.ts.mjs');
  await build({
    absWorkingDir: root,
    entryPoints: ['scripts/compile-fixtures.ts'],
    outfile: loader,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20.19',
    banner: { js: requireForCommonJs },
    logLevel: 'warning',
  });
  const { compileShippedFixtures } = await import(pathToFileURL(loader).href);
  const { platform, tenants } = await compileShippedFixtures();
  mkdirSync(join(dist, 'fixtures', 'tenants'), { recursive: true });
  writeFileSync(join(dist, 'fixtures', 'platform.json'), JSON.stringify(platform));
  for (const [slug, document] of Object.entries(tenants)) {
    writeFileSync(join(dist, 'fixtures', 'tenants', `${slug}.json`), JSON.stringify(document));
  }
  rmSync(join(dist, '.fixtures'), { recursive: true });
}

function emitTypes() {
  const compiler = createRequire(import.meta.url).resolve('typescript/bin/tsc');
  const { status } = spawnSync(
    process.execPath,
    [compiler, '-p', 'tsconfig.types.json', '--outDir', join(dist, 'types')],
    {
      cwd: root,
      stdio: 'inherit',
    },
  );
  if (status !== 0) process.exit(status ?? 1);
  keepReachableTypes(join(dist, 'types'), typeEntries);
}

rmSync(dist, { recursive: true, force: true });
await bundle();
// npx runs a checkout's own command by its file.
chmodSync(join(dist, 'cli.js'), 0o755);
await compileFixtures();
if (!process.argv.includes('--no-types')) emitTypes();
rmSync(join(root, 'dist'), { recursive: true, force: true });
renameSync(dist, join(root, 'dist'));
