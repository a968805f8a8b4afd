import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { sourceFiles } from '../sources.ts';

const headings = new Set(
  [...(await readFile('docs/platform.md', 'utf8')).matchAll(/^## (\d+)\. /gm)].map(([, number]) => number),
);
/** Comments as one line each, so that a reference may be broken. */
const sources = await Promise.all(
  (await sourceFiles('src')).map(async (file) => ({
    file,
    text: (await readFile(file, 'utf8')).replace(/\n\s*\*?\s*/g, ' '),
  })),
);

describe('comments', () => {
  it('cite sections of docs/platform.md that are there', () => {
    const cited = sources.flatMap(({ file, text }) =>
      [...text.matchAll(/platform\.md(?: sections?)?((?:,? (?:and )?\d+)*)/g)].flatMap(([, numbers = '']) => {
        const sections = numbers.match(/\d+/g) ?? ['none'];
        return sections.map((section) => ({ file, section }));
      }),
    );
    expect(cited.length).toBeGreaterThan(50);
    expect(cited.filter(({ section }) => !headings.has(section))).toEqual([]);
  });

  it('name documents that a reader has', () => {
    const named = sources.flatMap(({ file, text }) =>
      [...text.matchAll(/[\w/.-]+\.md\b/g)].map(([name]) => ({ file, name })),
    );
    const known = /^(docs\/[\w/-]+\.md|platform\.md|README\.md|CHANGELOG\.md)$/;
    expect(named.filter(({ name }) => !known.test(name))).toEqual([]);
  });
});
