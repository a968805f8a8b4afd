import { expect, it } from 'vitest';
import { loadGraphqlDocument, problemsOf } from '../../src/wawi/contract/sdl/source.ts';
import { header } from '../../scripts/contract/graphql/header.ts';

/** A sound document; the cases put one line in place of another. */
const sound = `${header}

enum ApplyPolicy @evidence(inferred: "2.0-") { BEFORE_RESOLVER }
type Query @evidence(seen: "2.0", inferred: "2.1-") {
  GetBox(id: ID!): Box @versions(in: "2.1-") @evidence(documented: "2.1", inferred: "2.2-") @pages(of: ["2.1 graphql/queries/GetBox"])
  GetColour(filter: BoxInput): Colour
}
type Box @versions(in: "2.1-") @evidence(documented: "2.1", inferred: "2.2-") @pages(of: ["2.1 graphql/types/Box"], complete: "2.1") {
  id: ID!
  size: Int @variant(in: "2.1", type: "String!")
}
enum Colour @evidence(inferred: "2.0-") {
  RED
  BLUE @versions(in: "2.2-")
}
input BoxInput @evidence(inferred: "2.0-") {
  size: Int
}
`;

it('reads a sound document', () => {
  const box = loadGraphqlDocument(sound).types.get('Box');
  expect(box?.fields.map(({ name, versions }) => [name, versions])).toEqual([
    ['id', ['2.1', '2.2', '2.3']],
    ['size', ['2.1', '2.2', '2.3']],
  ]);
  expect(box?.fields[0]?.evidence).toEqual({
    documented: ['2.1'],
    seen: [],
    inferred: ['2.2', '2.3'],
    untyped: [],
  });
});

it.each([
  ['a text that is not SDL', 'enum Colour', 'enum enum Colour', 'Syntax Error'],
  ['a type twice', 'enum Colour', 'enum Box', 'There can be only one type named "Box"'],
  ['an unknown type', 'size: Int @v', 'size: Size @v', 'Unknown type "Size"'],
  [
    'an unknown version',
    '@versions(in: "2.2-")',
    '@versions(in: "2.7-")',
    "Colour.BLUE (line LINE): '2.7' in",
  ],
  ['a version of REST v1', '@versions(in: "2.2-")', '@versions(in: "1.2-")', 'is not a range of version 2'],
  [
    'a type without evidence',
    'input BoxInput @evidence(inferred: "2.0-")',
    'input BoxInput',
    'has no @evidence',
  ],
  [
    'a field in a version that its type lacks',
    '  id: ID!\n',
    '  id: ID! @versions(in: "2.0-") @evidence(inferred: "2.0-")\n',
    'Box.id (line LINE): exists in 2.0, where Box does not (2.1-)',
  ],
  [
    'a field whose type is missing in one version',
    'Box @versions(in: "2.1-") @evidence(documented: "2.1", inferred: "2.2-")',
    'Box @evidence(documented: "2.1", inferred: "2.0, 2.2-")',
    'Query.GetBox (line LINE): has the type Box in 2.0, where Box does not exist (2.1-)',
  ],
  [
    'evidence outside the versions',
    '  BLUE @versions(in: "2.2-")',
    '  BLUE @versions(in: "2.2-") @evidence(inferred: "2.1-")',
    'Colour.BLUE (line LINE): has evidence for 2.1, outside its versions (2.2-)',
  ],
  [
    'a version without evidence',
    'input BoxInput @evidence(inferred: "2.0-")',
    'input BoxInput @evidence(inferred: "2.0")',
    'BoxInput (line LINE): has no evidence for 2.1-',
  ],
  [
    'evidence that says two things',
    'input BoxInput @evidence(inferred: "2.0-")',
    'input BoxInput @evidence(seen: "2.0", inferred: "2.0-")',
    'BoxInput (line LINE): is both shown and inferred in 2.0',
  ],
  [
    'a page of a version that is not documented',
    '["2.1 graphql/types/Box"]',
    '["2.2 graphql/types/Box"]',
    "Box (line LINE): has the page '2.2 graphql/types/Box', but is not documented in 2.2",
  ],
  ['a page that is not an address', '["2.1 graphql/types/Box"]', '["Box"]', 'is not a page address'],
  ['a complete page without a page', 'complete: "2.1"', 'complete: "2.2"', 'has complete pages of 2.2'],
  [
    'a variant outside the versions',
    '@variant(in: "2.1", type: "String!")',
    '@variant(in: "2.0", type: "String!")',
    'Box.size (line LINE): has a variant in 2.0, outside its versions (2.1-)',
  ],
  [
    'two variants of one version',
    '@variant(in: "2.1", type: "String!")',
    '@variant(in: "2.1", type: "String!") @variant(in: "2.1-2.2", type: "ID")',
    'has two variants of its type in 2.1',
  ],
  [
    'a variant that changes nothing',
    '@variant(in: "2.1", type: "String!")',
    '@variant(in: "2.1")',
    'has a variant in 2.1 that changes nothing',
  ],
  ['a variant that is not a type', '"String!")', '"String!!")', "'String!!' is not a GraphQL type"],
  [
    'a variant of an unknown type',
    '"String!")',
    '"Text")',
    'has the type Text, which the document does not define',
  ],
  [
    'an enum without values in a version',
    '  RED\n',
    '  RED @versions(in: "2.1-")\n',
    'Colour (line LINE): has no values in 2.0',
  ],
  [
    'an input as an answer',
    'size: Int @v',
    'size: BoxInput @v',
    'is an output, but its type BoxInput is an input type',
  ],
  ['an object as an argument', '(id: ID!)', '(id: Box)', 'is an input, but its type Box is an object type'],
])('refuses %s', (_what, part, replacement, problem) => {
  expect(sound).toContain(part);
  const broken = sound.replace(part, replacement);
  const result = problemsOf(broken);
  const errors = 'errors' in result ? result.errors : [];
  const found = errors.map(({ line, message }) => message.replace(`(line ${line})`, '(line LINE)'));
  expect(
    found.some((message) => message.includes(problem)),
    found.join('\n'),
  ).toBe(true);
});

it('names element and line', () => {
  const broken = sound.replace('"String!")', '"Text")');
  const line = broken.split('\n').findIndex((text) => text.includes('"Text"')) + 1;
  expect(() => loadGraphqlDocument(broken)).toThrow(`Box.size (line ${line}): has the type Text`);
});
