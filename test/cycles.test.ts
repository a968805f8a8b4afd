import { readFile, readdir } from 'node:fs/promises';
import { dirname, join, normalize } from 'node:path';
import { expect, it } from 'vitest';

/** Static imports and re-exports, those of types included, and modules that are loaded at their first use. */
const anyImport = /^(?:import|export) [^;]*?from '(\.[^']+\.ts)';|(?<!@link )\bimport\('(\.[^']+\.ts)'\)/gms;

async function importsOf(file: string): Promise<string[]> {
  const text = await readFile(file, 'utf8');
  return [...text.matchAll(anyImport)].map(([, fixed, late]) =>
    normalize(join(dirname(file), fixed ?? late ?? '')),
  );
}

/** @returns the files of the first circle found, none when there is none */
function circleIn(graph: ReadonlyMap<string, readonly string[]>): string[] {
  const done = new Set<string>();
  const visit = (file: string, above: readonly string[]): string[] => {
    if (above.includes(file)) return [...above.slice(above.indexOf(file)), file];
    if (done.has(file)) return [];
    for (const imported of graph.get(file) ?? []) {
      const circle = visit(imported, [...above, file]);
      if (circle.length > 0) return circle;
    }
    done.add(file);
    return [];
  };
  for (const file of graph.keys()) {
    const circle = visit(file, []);
    if (circle.length > 0) return circle;
  }
  return [];
}

it('no file imports itself through other files, type imports included', async () => {
  const names = (await readdir('src', { recursive: true })).filter((name) => name.endsWith('.ts'));
  const files = names.map((name) => normalize(join('src', name)));
  const graph = new Map(await Promise.all(files.map(async (file) => [file, await importsOf(file)] as const)));
  expect([...graph.values()].flat().length).toBeGreaterThan(files.length);
  expect(circleIn(graph)).toEqual([]);
});
