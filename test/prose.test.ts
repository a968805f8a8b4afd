import { ESLint } from 'eslint';
import { expect, it } from 'vitest';
import { paragraphs } from '../scripts/prose/markdown.mjs';
import { findings } from '../scripts/prose/patterns.mjs';

it.each([
  ['metaphor for an interface', 'Lets a request in: the gate of the cloud.'],
  ['metaphor for an interface', 'The backend keeps a back door for tests.'],
  ['metaphor for an interface', 'The issuer depends on the way in.'],
  ['metaphor for a system', 'The GraphQL command has a REST twin.'],
  ['metaphor for a system', 'Cancels an order of which no item has left the house.'],
  ['metaphor for storage', 'Takes the fixture from the shelf.'],
  ['metaphor for an event', 'The fault strikes three times.'],
  ['metaphor for an event', 'Prints the verdict on the apps.'],
  ['metaphor for an event', 'Hears events that the app publishes.'],
  ['"is no X"', 'Refuses a body that is no JSON object.'],
  ['"is no X"', 'Errors that are no refusals pass.'],
  ['indefinite relative pronoun', 'The token names whoever asks for it.'],
  ['indefinite relative pronoun', 'The process runs until nobody watches it.'],
  ['"nothing" as subject', 'The write failed; nothing was added then.'],
  ['free relative clause as subject', 'What is signed cannot change.'],
  ['free relative clause as subject', '@returns what the app answered'],
  ['free relative clause as subject', 'Stops the delivery. Who still waits receives an error.'],
  ['free relative clause after a preposition', 'Sends a message about what is missing.'],
  ['inverted word order', 'Told of what takes long.'],
  ['inverted word order', 'Gone are the entries of the last run.'],
  ['inverted auxiliary', 'The page has no scripts, nor does it load any.'],
  ['"for" as conjunction', 'The saves run in turn, for they share the index.'],
  ['old word', 'Registers the app anew.'],
  ['old word', 'The user is told the code.'],
  ['default stated as absence', 'Reports progress; absent: no output.'],
])('finds the %s in: %s', (name, text) => {
  expect(findings(text).map((one) => one.name)).toContain(name);
});

it.each([
  'The gateway checks the house number and the shelf life of an item.',
  'The investigation of the desktop app is delegated to the help desk.',
  'The general ledger account is a text.',
  'Matches the query in a way that ignores case.',
  'There is no tenant of this name.',
  'The token is no longer valid.',
  'A warehouse holds items; a hallmark is a field.',
  'Says what was wrong, the value and what would be right.',
  'What does the emulator check?',
  'Nothing to save leaves the file as it is.',
  'The refused token is kept.',
  'Waits for the answer, for it to be whole.',
  'Neither the app nor the tenant is known.',
  'Writes `what is not there` and calls `door()`.',
  'The catalogue names "who" as a field.',
  'Lists all button labels.',
])('finds no problem in: %s', (text) => {
  expect(findings(text)).toEqual([]);
});

it('accepts clauses as headings', () => {
  expect(findings('What is not emulated', true)).toEqual([]);
  expect(findings('What is not emulated')).toHaveLength(1);
});

const eslint = new ESLint();

async function problems(code: string): Promise<string[]> {
  const [result] = await eslint.lintText(code, { filePath: 'scripts/prose/zz.mjs' });
  return (result?.messages ?? [])
    .filter(({ ruleId }) => ruleId === 'prose/plain-english')
    .map(({ message }) => message);
}

it.each([
  ['a block comment', '/**\n * The value\n * is no number.\n */\nexport const one = 1;\n'],
  ['line comments that belong together', '// The value\n// is no number.\nexport const one = 1;\n'],
  ['a message', "export const one = 'the value is no number';\n"],
  ['a message with values', 'export const one = (n) => `the value ${n} is no number`;\n'],
  ['the name of a test', "it('whoever', () => undefined);\n"],
  ['the name of a table of tests', "it.each([1])('whoever', () => undefined);\n"],
])('the rule reads %s', async (_what, code) => {
  expect(await problems(code)).toHaveLength(1);
});

it.each([
  ['keys and values', "export const one = { door: 'whoever', two: 'is no' };\n"],
  ['the second part of a message', "export const one = 'write a name or ' + 'what is left of it';\n"],
  ['directives of the linter', '// eslint-disable-next-line no-var -- whoever\nexport const one = 1;\n'],
])('the rule leaves out %s', async (_what, code) => {
  expect(await problems(code)).toEqual([]);
});

it('reads paragraphs, list items and table cells of Markdown, and leaves code out', () => {
  const markdown = [
    ...[
      '# Title',
      '',
      'One sentence',
      'in two lines.',
      '',
      '- first',
      '  item',
      '- [second](https://example.com) item',
    ],
    ...['', '| one | two |', '| --- | --- |', '', '```', 'code', '```', '<!-- comment -->'],
  ].join('\n');
  expect(paragraphs(markdown).filter(({ text }) => /\w/.test(text))).toEqual([
    { line: 1, text: 'Title', isTitle: true },
    { line: 3, text: 'One sentence in two lines.', isTitle: false },
    { line: 6, text: 'first item', isTitle: false },
    { line: 8, text: 'second item', isTitle: false },
    { line: 10, text: 'one', isTitle: true },
    { line: 10, text: 'two', isTitle: true },
  ]);
});
