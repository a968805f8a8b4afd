import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { startEmulator } from '../src/index.ts';
import { assumptions, widerAssumptions } from '../src/platform/assumption-table.ts';
import { marked, settingsTable, withFidelityTables } from './readme-tables.ts';
import { cleanEnvironment, missing, run } from './programs.ts';
import { sourceFiles, textsIn } from './sources.ts';

const readme = await readFile('README.md', 'utf8');
/** The sources of answers, without the rows themselves. */
const sources = (await sourceFiles('src')).filter((file) => !/[\\/]assumption-(?:table|rows)\b/.test(file));

it('the table of settings is made of the flags', async () => {
  expect(marked(await readFile('docs/settings.md', 'utf8'), 'settings')).toBe(settingsTable());
});

describe('the fidelity tables', () => {
  it('are made of the table in code', async () => {
    const page = await readFile('docs/fidelity.md', 'utf8');
    expect(page).toBe(withFidelityTables(page));
  });

  it('have no row that answers should name and none does', async () => {
    const named = new Set((await Promise.all(sources.map(textsIn))).flat());
    expect(Object.keys(assumptions).filter((id) => !named.has(id))).toEqual([]);
  });

  it('have the rows that comments speak of', async () => {
    for (const file of sources) {
      const text = (await readFile(file, 'utf8')).replace(/\n\s*\*?\s*/g, ' ');
      for (const [, id = ''] of text.matchAll(/fidelity (?:row|table),? `([^`]+)`/g)) {
        expect({ ...assumptions, ...widerAssumptions }, `${file} speaks of ${id}`).toHaveProperty([id]);
      }
    }
  });
});

it('the README has at most 1,500 words', () => {
  expect(readme.split(/\s+/).filter(Boolean).length).toBeLessThanOrEqual(1500);
});

it('the benchmarks of docs/numbers.md are those of `npm run bench`', async () => {
  const page = await readFile('docs/numbers.md', 'utf8');
  const named = [...page.matchAll(/^\| `(\w+)` \|/gm)].map(([, name]) => name);
  const [, known = ''] = /const known = \[(.*)\]/.exec(await readFile('bench/run.mjs', 'utf8')) ?? [];
  expect(named.sort()).toEqual(
    known
      .split(', ')
      .map((name) => name.slice(1, -1))
      .sort(),
  );
});

const lacking = missing('bash') ?? missing('curl');
const flows = 'the two flows print what the README shows, as they stand there';

it.skipIf(lacking)(lacking === undefined ? flows : `${flows} (skipped: ${lacking})`, async () => {
  await using emulator = await startEmulator();
  const section = readme.slice(readme.indexOf('## The two flows'), readme.indexOf('## In a test'));
  const examples = [...section.matchAll(/```sh\n([\s\S]*?)```/g)]
    .map((match) => match[1] ?? '')
    .filter((text) => text.includes('curl'));
  const shown = [...section.matchAll(/```json\n([\s\S]*?)```/g)].map(
    (match) => JSON.parse(match[1] ?? '') as object,
  );
  const script = examples
    .map((text) => text.replaceAll('http://127.0.0.1:5850', emulator.url))
    .join('\necho "---"\n');
  const env = cleanEnvironment({ JTL_EMULATOR_URL: emulator.url });
  const printed = (await run(['bash', '-ec', script], { env }))
    .split('---\n')
    .map((text) => JSON.parse(text) as object);
  expect(printed.map(withoutExpiry)).toEqual(shown.map(withoutExpiry));
});

function withoutExpiry(value: object): object {
  return 'exp' in value ? { ...value, exp: typeof value.exp } : value;
}
