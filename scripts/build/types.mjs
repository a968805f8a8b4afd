// The declarations that the package ships, for both module systems.
import { existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const reference = /((?:from|import)\s*\(?\s*['"])(\.[^'"]+?)\.[tj]s(['"])/g;

/**
 * Deletes the declarations that no entry imports, directly or not, and names files in the others as users' compilers
 * look for them.
 * @param {string} folder of declarations
 * @param {readonly string[]} entries names of files in it, without `.d.ts`
 */
export function keepReachableTypes(folder, entries) {
  const reached = new Set();
  const visit = (file) => {
    if (reached.has(file) || !existsSync(file)) return;
    reached.add(file);
    for (const [, , path] of readFileSync(file, 'utf8').matchAll(reference)) {
      visit(join(dirname(file), `${path}.d.ts`));
    }
  };
  for (const entry of entries) visit(join(folder, `${entry}.d.ts`));
  for (const file of declarations(folder)) {
    if (!reached.has(file)) rmSync(file);
    else writeFileSync(file, readFileSync(file, 'utf8').replace(reference, '$1$2.js$3'));
  }
}

/**
 * Puts a `.d.cts` beside each `.d.ts`: TypeScript takes a `.d.ts` of this package for an ES module, which CommonJS
 * cannot `require()`.
 * @param {string} folder of declarations
 */
export function typesForRequire(folder) {
  for (const file of declarations(folder)) {
    const text = readFileSync(file, 'utf8').replace(reference, '$1$2.cjs$3');
    writeFileSync(file.replace(/\.d\.ts$/, '.d.cts'), text);
  }
}

function declarations(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(({ name }) => name.endsWith('.d.ts'))
    .map(({ parentPath, name }) => join(parentPath, name));
}
