import { expect, it } from 'vitest';
import { ContractDocumentError, readContractDocument } from '../../src/wawi/contract/openapi/source.ts';

/** A sound document of two operations; the cases put one line in place of another. */
const sound = `openapi: 3.0.3
info: { title: Test, version: 2.0 to 2.3 }
x-versions: 2.0-
paths:
  /boxes/{boxId}:
    get:
      operationId: GetBox
      summary: Reads a box.
      tags: [ box ]
      x-versions: 2.1-
      x-evidence: { documented: "2.1", inferred: 2.2-2.3 }
      x-also-at: [ { path: "/box/{id}", versions: 2.1- } ]
      parameters:
        - { name: boxId, in: path, required: true, schema: { type: string, format: uuid } }
        - { name: deep, in: query, schema: { type: boolean }, x-versions: 2.2- }
      responses:
        "200": { description: Done., content: { application/json: { schema: { $ref: "#/components/schemas/Box" } } } }
  /old-boxes/{boxId}:
    get:
      operationId: GetOldBox
      summary: Reads a box.
      tags: [ box ]
      parameters: [ { name: boxId, in: path, required: true, schema: { type: string } } ]
      responses:
        "200": { description: Done. }
components:
  schemas:
    Box:
      type: object
      x-versions: 2.1-
      required: [ name ]
      properties:
        name: { type: string }
        size: { type: integer, x-variants: [ { versions: "2.1", type: string } ] }
        colour: { type: integer, enum: [ 1, 2 ], x-enum-varnames: [ Red, Blue ], x-enum-versions: { "2": 2.2- } }
`;

function problemsOf(text: string): string {
  try {
    readContractDocument(text, 'test.yaml');
    return '';
  } catch (error) {
    if (error instanceof ContractDocumentError) return error.message;
    throw error;
  }
}

/** Puts a line in place of the one that contains the mark. */
function edited(mark: string, line: string): { text: string; line: number } {
  const lines = sound.split('\n');
  const at = lines.findIndex((one) => one.includes(mark));
  if (at < 0) throw new Error(`no line has '${mark}'`);
  const indent = /^ */.exec(lines[at] ?? '')?.[0] ?? '';
  lines[at] = `${indent}${line}`;
  return { text: lines.join('\n'), line: at + 1 };
}

it('takes a document without contradictions', () => {
  expect(problemsOf(sound)).toBe('');
});

it.each([
  [
    'an unknown version',
    'deep, in: query',
    '- { name: deep, in: query, schema: { type: boolean }, x-versions: "2.4" }',
    "'2.4' in '2.4' is not a known version",
  ],
  [
    'a range that runs backwards',
    'x-also-at',
    'x-also-at: [ { path: /box, versions: 2.3-2.1 } ]',
    'runs backwards',
  ],
  [
    'a version outside that of the enclosing element',
    'deep, in: query',
    '- { name: deep, in: query, schema: { type: boolean }, x-versions: 2.0- }',
    '2.0 is outside the versions of the enclosing element, 2.1-',
  ],
  [
    'evidence for a version that lacks the element',
    'x-evidence',
    'x-evidence: { documented: 2.0-2.1 }',
    '2.0 is outside the versions of the element, 2.1-',
  ],
  [
    'a version with two kinds of evidence',
    'x-evidence',
    'x-evidence: { documented: "2.1", seen: 2.1-2.2 }',
    '2.1 is named by two kinds of evidence',
  ],
  [
    'an unknown kind of evidence',
    'x-evidence',
    'x-evidence: { guessed: "2.1" }',
    "'guessed' is not a kind of evidence",
  ],
  [
    'variants that overlap',
    'size:',
    'size: { type: integer, x-variants: [ { versions: 2.1-2.2, type: string }, { versions: "2.2", type: boolean } ] }',
    'two variants claim version 2.2',
  ],
  [
    'a variant outside the versions of its element',
    'size:',
    'size: { type: integer, x-variants: [ { versions: "2.0", type: string } ] }',
    '2.0 is outside the versions of the element, 2.1-',
  ],
  [
    'a reference to a schema that is not there',
    'name: { type',
    'name: { $ref: "#/components/schemas/Bag" }',
    "there is no schema '#/components/schemas/Bag'",
  ],
  [
    'a reference to a schema that a version lacks',
    '"200": { description: Done. }',
    '"200": { description: Done., content: { application/json: { schema: { $ref: "#/components/schemas/Box" } } } }',
    "the schema 'Box' does not exist in 2.0",
  ],
  [
    'two operations at one path',
    'x-also-at',
    'x-also-at: [ { path: "/OldBoxes/{id}", versions: 2.2- } ]',
    'is also that of GetBox in 2.2-',
  ],
  [
    'an operationId that is there twice',
    'operationId: GetOldBox',
    'operationId: GetBox',
    "the operationId 'GetBox' is also that of GET /boxes/{boxId}",
  ],
  [
    'a path parameter that is not described',
    'in: path, required: true, schema: { type: string, format',
    '- { name: other, in: query, schema: { type: string } }',
    "the path's parameter 'boxId' is not described",
  ],
  [
    'a parameter that is there twice',
    'deep, in: query',
    '- { name: BOXID, in: path, required: true, schema: { type: string } }',
    "the path parameter 'BOXID' is there twice",
  ],
  [
    'a required property that is not there',
    'required: [ name ]',
    'required: [ name, weight ]',
    "there is no property 'weight'",
  ],
  [
    'properties that differ in letter case only',
    'size:',
    'NAME: { type: string }',
    "'NAME' differs from 'name' in letter case only",
  ],
  [
    'names for values that are not there',
    'colour:',
    'colour: { type: integer, enum: [ 1 ], x-enum-varnames: [ Red, Blue ] }',
    '2 names for 1 values',
  ],
  [
    'an enum value that is there twice',
    'colour:',
    'colour: { type: integer, enum: [ 1, 1 ], x-enum-varnames: [ Red, Blue ] }',
    'a value is there twice',
  ],
  [
    'versions of an enum value that is not there',
    'colour:',
    'colour: { type: integer, enum: [ 1 ], x-enum-versions: { "3": 2.2- } }',
    'the enum has no value 3',
  ],
  [
    'a misspelt key of an operation',
    'summary:',
    'sumary: Reads a box.',
    "'sumary' is not a key of operations of the contract",
  ],
  [
    'a misspelt key of a parameter',
    'deep, in: query',
    '- { name: deep, in: query, schema: { type: boolean }, requird: true }',
    "'requird' is not a key of parameters of the contract",
  ],
  [
    'a misspelt key',
    'name: { type',
    'name: { type: string, x-version: 2.2- }',
    "'x-version' is not a key of schemas of the contract",
  ],
  [
    'an operation without an answer of success',
    '"200": { description: Done. }',
    '"400": { description: Refused. }',
    'no answer of success is described',
  ],
  [
    'a response that is not there',
    '"200": { description: Done. }',
    '"200": { $ref: "#/components/responses/Done" }',
    "there is no response '#/components/responses/Done'",
  ],
  ['broken YAML', 'name: { type', 'name: { type: string', 'Flow map'],
])('refuses %s, with element and line', (_, mark, line, message) => {
  const { text, line: number } = edited(mark, line);
  const problems = problemsOf(text);
  expect(problems).toContain(message);
  const lines = [...problems.matchAll(/^test\.yaml:(\d+): /gm)].map((match) => Number(match[1]));
  expect(lines.some((one) => Math.abs(one - number) <= 12)).toBe(true);
});

it('names the line and the path of the element', () => {
  const { text, line } = edited('size:', 'size: { $ref: "#/components/schemas/Bag" }');
  expect(problemsOf(text)).toBe(
    `test.yaml:${line}: components > schemas > Box > properties > size > $ref: there is no schema '#/components/schemas/Bag'`,
  );
});
