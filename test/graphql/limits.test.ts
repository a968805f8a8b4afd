import { getIntrospectionQuery } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { GraphqlClient, type GraphqlAnswer } from './graphql-client.ts';

let client: GraphqlClient;
beforeAll(async () => {
  client = await GraphqlClient.start();
});
afterAll(() => client.close());

const depth = 4000;
const million = 1_000_000;
const nested = (open: string, inner: string, close: string, times = depth) =>
  open.repeat(times) + inner + close.repeat(times);
const listed = (count: number, one: (n: number) => string) =>
  Array.from({ length: count }, (_, n) => one(n)).join(' ');

function refusal(answer: GraphqlAnswer) {
  return { status: answer.status, code: answer.errors?.[0]?.extensions['code'] };
}

describe('a document whose brackets are nested 4,000 deep', () => {
  it.each([
    ['lists', `{ QueryItems(where: ${nested('[', '', ']')}) { totalCount } }`],
    ['lists that stay open', `{ QueryItems(where: ${'['.repeat(depth)}`],
    ['filters', `{ QueryItems(where: ${nested('{and: [', '', ']}')}) { totalCount } }`],
    ['selections', nested('{ a ', '', '}')],
    ['inline fragments', `{ ${nested('... {', '__typename', '}')} }`],
    ['lists of a type', `query($a: ${nested('[', 'Int', ']')}) { __typename }`],
    ['a default', `query($a: Int = ${nested('[', '1', ']')}) { __typename }`],
    ['arguments', `{ a${'('.repeat(depth)}`],
    ['a directive’s argument', `{ __typename @skip(if: ${nested('{a: ', '1', '}')}) }`],
  ])('is refused by name of the limit: %s', async (_, query) => {
    const answer = await client.send(query);
    expect(refusal(answer)).toEqual({ status: 400, code: 'HC0014' });
    expect(answer.errors?.[0]?.message).toContain('recursion depth of 200');
    expect(answer.headers.get('x-emulator-reason')).toContain('deeper than 200 levels, which is the limit');
    expect(answer.headers.get('x-emulator-assumption')).toContain('graphql-limits=default');
  });

  it('is read up to the limit, and brackets in texts and comments do not count', async () => {
    const query = `# ${'{'.repeat(depth)}
      { QueryItems(where: {${nested('and: [{', `sku: {eq: "${'['.repeat(depth)}"}`, '}]', 90)}}) { totalCount } }`;
    expect((await client.send(query)).data).toEqual({ QueryItems: { totalCount: 0 } });
  });
});

it('variables nested deeper than JSON may be are refused', async () => {
  const answer = await client.fetch('', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: `{"query": "query($w: ItemListItemFilterInput) { QueryItems(where: $w) { totalCount } }",
      "variables": {"w": ${nested('{"and": [', '{}', ']}')}}}`,
  });
  expect(refusal(answer)).toEqual({ status: 400, code: 'HC0009' });
});

describe('a document with a million characters', () => {
  it.each([
    ['commas', `{ ${','.repeat(million)} __typename }`, 200],
    ['a comment', `# ${'x'.repeat(million)}\n{ __typename }`, 200],
    ['a text', `{ QueryItems(where: {sku: {eq: "${'x'.repeat(million)}"}}) { totalCount } }`, 200],
    [
      'a block text',
      `{ QueryItems(where: {sku: {eq: """${'x\n'.repeat(million / 2)}"""}}) { totalCount } }`,
      200,
    ],
    ['a text in the wrong place', `{ QueryItems(first: "${'x'.repeat(million)}") { totalCount } }`, 400],
    ['a name', `{ ${'a'.repeat(million)} }`, 400],
    ['an open text', `{ a(b: "${'x'.repeat(million)}`, 400],
    ['opening brackets', '{'.repeat(million), 400],
    ['closing brackets', `{ a ${'}'.repeat(million)}`, 400],
    ['fields', `{ ${'a '.repeat(million / 2)} }`, 400],
  ])('is answered: %s', async (_, query, status) => {
    expect((await client.send(query)).status).toBe(status);
  });

  it('is refused by name of the limit when it has too many tokens', async () => {
    const answer = await client.send(`{ ${'a '.repeat(million / 2)} }`);
    expect(refusal(answer)).toEqual({ status: 400, code: 'HC0014' });
    expect(answer.errors?.[0]?.message).toContain('more than 20000 tokens');
    expect(answer.headers.get('x-emulator-reason')).toContain('20000 tokens, which is the limit');
  });
});

it('a document that selects one field 2,000 times is refused with what would be right', async () => {
  const answer = await client.send(`{ ${'__typename '.repeat(2000)} }`);
  expect(answer.status).toBe(400);
  expect(answer.headers.get('x-emulator-reason')).toContain('takes too many steps; select each field once');
});

describe('fragments', () => {
  const chain = (length: number) =>
    `${listed(length, (n) => `fragment f${n} on Query { ...f${n + 1} }`)}
      fragment f${length} on Query { __typename }`;
  const backwards = (length: number) =>
    `fragment f${length} on Query { __typename }
      ${listed(length, (n) => `fragment f${length - n - 1} on Query { ...f${length - n} }`)}`;

  it.each([
    ['in their order', chain],
    ['in the reverse order', backwards],
  ])('spread within each other are refused beyond the limit, %s', async (_, fragments) => {
    const answer = await client.send(`{ ...f0 } ${fragments(2000)}`);
    expect(refusal(answer)).toEqual({ status: 400, code: 'HC0014' });
    expect(answer.headers.get('x-emulator-reason')).toContain('100 fragments within each other');
    expect((await client.send(`{ ...f0 } ${fragments(99)}`)).data).toEqual({ __typename: 'Query' });
  });

  it('that double with every spread are refused inside the introspection too', async () => {
    const doubling = listed(
      40,
      (n) => `fragment f${n} on __Type { a: ofType { ...f${n + 1} } b: ofType { ...f${n + 1} } }`,
    );
    const answer = await client.send(
      `{ __type(name: "Query") { ...f0 } } ${doubling} fragment f40 on __Type { name }`,
    );
    expect(refusal(answer)).toEqual({ status: 400, code: 'HC0047' });
  });
});

describe('introspection', () => {
  it('of the whole schema is answered, as tools ask for it', async () => {
    const answer = await client.send(getIntrospectionQuery({ inputValueDeprecation: true }));
    expect(answer.status).toBe(200);
    expect(answer).not.toHaveProperty('errors');
  });

  it.each([
    [
      '30 aliases of all types with their fields’ types',
      `{ ${listed(30, (n) => `a${n}: __schema { types { name fields { name args { name } type { name fields { name } } } } }`)} }`,
    ],
    [
      '30 aliases of all types with their fields',
      `{ ${listed(30, (n) => `a${n}: __schema { types { name fields { name args { name } type { name } } } }`)} }`,
    ],
    [
      '2,000 names of each field',
      `{ __schema { types { fields { ${listed(2000, (n) => `a${n}: name`)} } } } }`,
    ],
    [
      '400 aliases of the largest type',
      `{ ${listed(400, (n) => `a${n}: __type(name: "Query") { fields { args { type { name } } } }`)} }`,
    ],
    [
      'all types in a fragment that is spread 100 times',
      `{ ${listed(100, (n) => `a${n}: __schema { ...all }`)} }
        fragment all on __Schema { types { fields { args { name defaultValue type { name kind } } } } }`,
    ],
  ])('is refused when it asks for more than three whole schemas: %s', async (_, query) => {
    const answer = await client.send(query);
    expect(refusal(answer)).toEqual({ status: 400, code: 'HC0047' });
    const { fieldCost, maxFieldCost } = answer.errors![0]!.extensions as Record<string, number>;
    expect(fieldCost).toBeGreaterThan(maxFieldCost!);
    expect(answer.headers.get('x-emulator-reason')).toContain(`the limit is ${maxFieldCost}`);
    expect(answer.headers.get('x-emulator-assumption')).toContain('graphql-cost-limit=default');
  });
});
