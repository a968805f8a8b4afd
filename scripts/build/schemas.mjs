// The modules named `*.schema.ts` for a build: their values, with a validator for each schema that has an `$id`. So the
// product does not load TypeBox, and it does not load ajv at its start.
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
const validator = 'schema-validator';

/** The member of a built schema that has its validator. */
const key = 'validator';

/** @param {string} root the repository */
export function schemasAsData(root) {
  const modules = new Map();
  const evaluated = (path) => {
    if (!modules.has(path)) modules.set(path, evaluate(root, path));
    return modules.get(path);
  };
  return {
    name: 'schemas-as-data',
    setup({ onLoad, onResolve }) {
      onLoad({ filter: schemaModule }, async ({ path }) => ({
        contents: dataModule(path, await evaluated(path)),
        resolveDir: root,
      }));
      onLoad({ filter: compiledModule }, () => ({
        contents: `export const validatorOf = (schema) => schema[Symbol.for('${key}')];`,
      }));
      onResolve({ filter: new RegExp(`^${validator}:`) }, ({ path }) => ({
        path: path.slice(validator.length + 1),
        namespace: validator,
      }));
      onLoad({ filter: /.*/, namespace: validator }, async ({ path }) => {
        const [file, name] = path.split('#');
        const { ajvOptions } = await evaluated(join(root, optionsModule));
        return { contents: validatorModule((await evaluated(file))[name], ajvOptions), resolveDir: root };
      });
    },
  };
}

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

function dataModule(path, exported) {
  const lines = Object.entries(exported).map(([name, value], n) => {
    const json = JSON.stringify(value);
    if (typeof value?.$id !== 'string') return `export const ${name} = ${json};`;
    return [
      `import validate${n} from ${JSON.stringify(`${validator}:${path}#${name}`)};`,
      `export const ${name} = Object.defineProperty(${json}, Symbol.for('${key}'), { value: validate${n} });`,
    ].join('\n');
  });
  return lines.join('\n');
}

/** ajv writes `require()` calls into ES modules too. */
function validatorModule(schema, options) {
  const ajv = new Ajv({ ...options, code: { source: true, esm: true } });
  const code = standalone.default(ajv, ajv.compile(JSON.parse(JSON.stringify(schema))));
  const imports = [];
  const text = code.replace(/require\("([^"]+)"\)(\.\w+)?/g, (_, name, member = '') => {
    imports.push(`import * as required${imports.length} from '${name}.js';`);
    return `required${imports.length - 1}${member}`;
  });
  return `${imports.join('\n')}\n${text}`;
}
