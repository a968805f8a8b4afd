// The modules named `*.schema.ts` for a build: their values, and a file with a validator for each schema that has an
// `$id`. So the product does not load TypeBox, it does not load ajv at its start, and it loads a validator at its first use.
import { mkdtempSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { isDeepStrictEqual } from 'node:util';
import { Ajv } from 'ajv';
import standalone from 'ajv/dist/standalone/index.js';
import { build } from 'esbuild';

const schemaModule = /[\\/]src[\\/].*\.schema\.ts$/;
const compiledModule = /[\\/]src[\\/]platform[\\/]validation[\\/]compiled\.ts$/;
const optionsModule = 'src/platform/validation/ajv-options.ts';

/** The file of a validator by the `$id` of its schema: `control/fault` -> `validator-control-fault.cjs`. */
const fileOf = (id) => `validator-${id.replaceAll('/', '-')}.cjs`;

/**
 * @param {string} root the repository
 * @param {string} folder the folder of the bundle; it gets the validators
 */
export function schemasAsData(root, folder) {
  const modules = new Map();
  const evaluated = (path) => {
    if (!modules.has(path)) modules.set(path, evaluate(root, path));
    return modules.get(path);
  };
  return {
    name: 'schemas-as-data',
    setup({ onLoad, onEnd }) {
      onLoad({ filter: schemaModule }, async ({ path }) => ({ contents: dataModule(await evaluated(path)) }));
      // Not `import()`: a value is checked at once. The bundle is CommonJS in the end.
      onLoad({ filter: compiledModule }, () => ({
        contents: [
          `const fileOf = ${fileOf};`,
          // A computed name, which esbuild leaves to the program.
          'const load = (file) => require(file);',
          "export const validatorOf = (schema) => load('./' + fileOf(schema.$id));",
        ].join('\n'),
      }));
      onEnd(async () => {
        const { ajvOptions } = await evaluated(join(root, optionsModule));
        const exported = (await Promise.all(modules.values())).flatMap((values) => Object.values(values));
        const schemas = new Map(exported.filter(hasId).map((schema) => [schema.$id, schema]));
        await Promise.all(
          [...schemas].map(([id, schema]) =>
            writeValidator(join(folder, fileOf(id)), schema, ajvOptions, root),
          ),
        );
      });
    },
  };
}

const hasId = (value) => typeof value?.$id === 'string';

/** @returns the exports of a module */
async function evaluate(root, path) {
  const folder = mkdtempSync(join(root, 'node_modules', '.cache', 'schemas-'));
  const outfile = join(folder, 'schemas.mjs');
  await build({
    absWorkingDir: root,
    entryPoints: [path],
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    packages: 'external',
    logLevel: 'warning',
  });
  const exported = { ...(await import(pathToFileURL(outfile).href)) };
  rmSync(folder, { recursive: true });
  for (const [name, value] of Object.entries(exported)) {
    if (!isDeepStrictEqual(JSON.parse(JSON.stringify(value) ?? 'null'), plain(value)))
      throw new Error(
        `${relative(root, path)}: '${name}' is not plain data, which schema modules export alone`,
      );
  }
  return exported;
}

/** TypeBox marks its schemas by members that are not enumerable and not of interest once types are checked. */
function plain(value) {
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null || Object.getPrototypeOf(value) !== Object.prototype)
    return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, plain(member)]));
}

function dataModule(exported) {
  return Object.entries(exported)
    .map(([name, value]) => `export const ${name} = ${JSON.stringify(value)};`)
    .join('\n');
}

async function writeValidator(outfile, schema, options, root) {
  const ajv = new Ajv({ ...options, code: { source: true } });
  await build({
    stdin: {
      contents: standalone.default(ajv, ajv.compile(JSON.parse(JSON.stringify(schema)))),
      resolveDir: root,
    },
    outfile,
    bundle: true,
    minify: true,
    format: 'cjs',
    platform: 'node',
    logLevel: 'warning',
  });
}
