import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { startEmulator } from '../src/index.ts';
import { assumptions } from '../src/platform/assumptions.ts';
import { marked, settingsTable } from './readme-tables.ts';
import { cleanEnvironment, missing, run } from './programs.ts';

const readme = await readFile('README.md', 'utf8');

it('the table of settings is made of the flags', () => {
  expect(marked(readme, 'settings')).toBe(settingsTable());
});

it('the fidelity table has a row for each decision of ours, and no other', () => {
  const rows = [...marked(readme, 'assumptions').matchAll(/^\| `([a-z0-9-]+)` \| (.+) \|$/gm)].map(
    (match) => [match[1], match[2]],
  );
  expect(Object.fromEntries(rows)).toEqual(
    Object.fromEntries(Object.entries(assumptions).map(([id, text]) => [id, text.replaceAll('|', '\\|')])),
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
