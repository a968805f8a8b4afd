// Builds dist/: one tree of bundles for Node (a bundle starts in a third of the time of a module tree), the bundles
// that browsers load too, the pages' browser code, Swagger UI's files, the shipped fixtures as checked JSON, the types,
// and the notices for other packages' code.
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { bundledPackages } from './build/bundled-packages.mjs';
import { browserEntries, neutralEntries, typeEntries } from './build/entries.mjs';
import { refuseSchemaTypes, writeOutSchemaTypes } from './build/flat-types.mjs';
import { bundleForNode } from './build/node-bundle.mjs';
import { ofOwnCode } from './build/own-source-maps.mjs';
import { keepReachableTypes, typesForRequire } from './build/types.mjs';
import { billOfMaterials } from './build/sbom.mjs';
import { copySwaggerUi } from './build/swagger-ui.mjs';
import { contractFolder } from './contract/load-typescript.mjs';
import { generateContract } from './contract/generate.mjs';
import { thirdPartyNotices } from './build/third-party-notices.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
// Built in another folder and moved at the end, so that a running test never sees a partial build.
const dist = join(root, 'node_modules', '.cache', 'jtl-platform-emulator');

/** CommonJS packages inside an ES module bundle still call `require` for Node's own modules. */
const requireForCommonJs = [
  "import { createRequire as __createRequire } from 'node:module';",
  'const require = __createRequire(import.meta.url);',
].join('');

const browserBundle = {
  absWorkingDir: root,
  bundle: true,
  minify: true,
  target: 'es2022',
  legalComments: 'none',
  logLevel: 'warning',
  metafile: true,
};

/** Entry files that Node and browsers load, each as an ES module and as CommonJS. */
async function bundleNeutral() {
  const formats = [
    { format: 'esm', outExtension: { '.js': '.js' } },
    { format: 'cjs', outExtension: { '.js': '.cjs' } },
  ];
  const results = await Promise.all(
    formats.map((format) =>
      build({
        ...browserBundle,
        ...format,
        entryPoints: neutralEntries,
        outdir: join(root, 'dist'),
        platform: 'neutral',
        sourcemap: 'linked',
        sourcesContent: false,
        write: false,
      }),
    ),
  );
  for (const { path, text } of results.flatMap(({ outputFiles }) => outputFiles))
    writeFileSync(join(dist, basename(path)), path.endsWith('.map') ? ofOwnCode(text) : text);
  return results.map(({ metafile }) => metafile);
}

async function bundlePages() {
  const { metafile } = await build({
    ...browserBundle,
    entryPoints: browserEntries(root),
    format: 'esm',
    outdir: join(dist, 'pages'),
    platform: 'browser',
  });
  return metafile;
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

/** The program reads the contract when a request first needs it. */
function copyContract() {
  const generated = join(contractFolder, 'generated');
  const folder = join(dist, 'contract');
  mkdirSync(folder);
  for (const file of readdirSync(generated))
    if (file.endsWith('.json'))
      writeFileSync(join(folder, `${file}.gz`), gzipSync(readFileSync(join(generated, file)), { level: 9 }));
}

function emitTypes() {
  const compiler = join(root, 'node_modules', 'typescript-7', 'bin', 'tsc');
  const types = join(dist, 'types');
  const { status } = spawnSync(process.execPath, [compiler, '-p', 'tsconfig.types.json', '--outDir', types], {
    cwd: root,
    stdio: 'inherit',
  });
  if (status !== 0) process.exit(status ?? 1);
  keepReachableTypes(types, typeEntries(root));
  writeOutSchemaTypes(root, types);
  // Declarations that only schemas imported are not reachable any more.
  keepReachableTypes(types, typeEntries(root));
  refuseSchemaTypes(types);
  typesForRequire(types);
}

await generateContract();
rmSync(dist, { recursive: true, force: true });
mkdirSync(dist, { recursive: true });
const metafiles = [await bundleForNode(root, dist), ...(await bundleNeutral()), await bundlePages()];
const packages = bundledPackages(root, metafiles, [copySwaggerUi(dist)]);
writeFileSync(join(dist, 'THIRD-PARTY-NOTICES.txt'), thirdPartyNotices(packages));
writeFileSync(join(dist, 'sbom.cdx.json'), billOfMaterials(root, packages));
// npx runs a checkout's own command by its file.
chmodSync(join(dist, 'cli.js'), 0o755);
copyContract();
await compileFixtures();
if (!process.argv.includes('--no-types')) emitTypes();
rmSync(join(root, 'dist'), { recursive: true, force: true });
renameSync(dist, join(root, 'dist'));
