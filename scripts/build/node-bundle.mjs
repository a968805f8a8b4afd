// The Node part of dist/: one CommonJS tree in dist/node/, shared by `require()` and, behind small ES modules, by
// `import` (docs/decisions/0014-one-commonjs-tree.md).
import { mkdirSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { build, transform } from 'esbuild';
import { graphqlForProduction } from './graphql-production.mjs';
import { nodeEntries } from './entries.mjs';
import { ofOwnCode } from './own-source-maps.mjs';
import { schemasAsData } from './schemas.mjs';

const target = 'node20.19';

/**
 * esbuild splits a bundle into chunks for ES modules only. Each chunk then becomes CommonJS by itself, which is correct
 * because chunks never import each other in a circle.
 * @param {string} root the repository
 * @param {string} dist the folder of the build; source maps name sources as seen from `<root>/dist`
 * @returns {Promise<import('esbuild').Metafile>} the content of the bundles
 */
export async function bundleForNode(root, dist) {
  const { metafile, outputFiles } = await build({
    absWorkingDir: root,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target,
    splitting: true,
    minify: true,
    // Licences go into one file of their own, in full.
    legalComments: 'none',
    logLevel: 'warning',
    metafile: true,
    write: false,
    sourcemap: 'external',
    sourcesContent: false,
    entryPoints: nodeEntries,
    outdir: join(root, 'dist', 'node'),
    chunkNames: 'chunk-[hash]',
    outExtension: { '.js': '.cjs' },
    alias: { 'thread-stream': join(root, 'scripts/build/no-thread-stream.cjs') },
    plugins: [schemasAsData(root, join(dist, 'node')), graphqlForProduction()],
    // Loaded only when the emulator runs from its sources, where esbuild is installed.
    external: ['esbuild'],
  });
  const folder = join(dist, 'node');
  mkdirSync(folder, { recursive: true });
  const texts = new Map(outputFiles.map(({ path, text }) => [basename(path), text]));
  for (const [name, text] of texts) {
    if (name.endsWith('.map')) continue;
    const { code, map } = await toCommonJs(text, texts.get(`${name}.map`));
    writeFileSync(join(folder, name), `${code}//# sourceMappingURL=${name}.map\n`);
    writeFileSync(join(folder, `${name}.map`), ofOwnCode(map));
  }
  writeModules(dist, metafile);
  return metafile;
}

async function toCommonJs(code, map) {
  const inline = Buffer.from(map).toString('base64');
  const used = code.includes('import.meta.url');
  return transform(`${code}\n//# sourceMappingURL=data:application/json;base64,${inline}`, {
    format: 'cjs',
    platform: 'node',
    target,
    minifyWhitespace: true,
    minifySyntax: true,
    sourcemap: 'external',
    sourcesContent: false,
    sourcefile: 'bundle.js',
    logLevel: 'warning',
    // Modules on demand are loaded by `require()`, because Jest's modules cannot `import()`.
    supported: { 'dynamic-import': false },
    define: { 'import.meta.url': 'moduleUrl' },
    ...(used && { banner: "const moduleUrl=require('node:url').pathToFileURL(__filename).href;" }),
  });
}

/** ES modules that export the members of the CommonJS files, so that both kinds of importers share one implementation. */
function writeModules(dist, { outputs }) {
  for (const [path, { entryPoint, exports }] of Object.entries(outputs)) {
    const name = basename(path, '.cjs');
    if (entryPoint === undefined || dirname(path) !== 'dist/node' || nodeEntries[name] !== entryPoint)
      continue;
    const text =
      exports.length === 0
        ? `import './node/${name}.cjs';\n`
        : `import entry from './node/${name}.cjs';\nexport const { ${exports.toSorted().join(', ')} } = entry;\n`;
    writeFileSync(join(dist, `${name}.js`), name === 'cli' ? `#!/usr/bin/env node\n${text}` : text);
  }
}
