import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { apis } from '../../src/wawi/areas/index.ts';
import type { ViewTable } from '../../src/wawi/wire/views/views.ts';
import { sourceFiles } from '../sources.ts';

/** Every word of the code that defines and changes what views show: schemas, rules and operations. */
const words = new Set<string>();
for (const file of await sourceFiles('src/wawi')) {
  if (/[\\/](?:views|generated)[\\/.]|[\\/]views-/.test(file)) continue;
  for (const [word] of (await readFile(file, 'utf8')).matchAll(/\w+/g)) words.add(word);
}

/** @returns the paths with a name that no other code has: a misspelt one */
function strangePaths(table: ViewTable): string[] {
  return Object.entries(table).flatMap(([type, { fields = {} }]) =>
    Object.entries(fields).flatMap(([field, view]) => {
      const both: unknown[] = typeof view === 'object' ? [view.read, view.write] : [view];
      const paths = both.filter((one) => typeof one === 'string');
      const strange = paths.filter((path) => path.split('.').some((name) => name !== '' && !words.has(name)));
      return strange.map((path) => `${type}.${field}: ${path}`);
    }),
  );
}

describe('the paths of views', () => {
  it.each<[string, ViewTable]>([
    ['REST v1', apis.v1.views],
    ['REST v2', apis.v2.views],
    ['GraphQL', apis.graphql.views],
  ])('of %s name what the code of the areas names', (_, table) => {
    expect(strangePaths(table)).toEqual([]);
  });

  it('are found when they are misspelt', () => {
    const table = { Manufacturer: { fields: { HomepageUrl: 'homepagee', Name: 'name' } } };
    expect(strangePaths(table)).toEqual(['Manufacturer.HomepageUrl: homepagee']);
  });
});
