// Declarations are emitted for every source file; users need those that the package's entries lead to.
import { existsSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * Deletes the declarations that no entry imports, directly or not.
 * @param {string} folder of declarations
 * @param {readonly string[]} entries names of files in it, without `.d.ts`
 */
export function keepReachableTypes(folder, entries) {
  const reached = new Set();
  const visit = (file) => {
    if (reached.has(file) || !existsSync(file)) return;
    reached.add(file);
    for (const [, path] of readFileSync(file, 'utf8').matchAll(/(?:from|import)\s*\(?['"](\.[^'"]+)['"]/g)) {
      visit(join(dirname(file), path.replace(/\.[tj]s$/, '.d.ts')));
    }
  };
  for (const entry of entries) visit(join(folder, `${entry}.d.ts`));
  for (const { parentPath, name } of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const file = join(parentPath, name);
    if (name.endsWith('.d.ts') && !reached.has(file)) rmSync(file);
  }
}
