import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { GraphqlClient } from './graphql-client.ts';

let client: GraphqlClient;
beforeAll(async () => {
  client = await GraphqlClient.start();
});
afterAll(() => client.close());

const specifiedBy = 'http://spec.graphql.org/October2021/#sec-Values-of-Correct-Type';
const traceId = expect.stringMatching(/^[0-9a-f]{32}$/) as string;

function inItems(where: string): string {
  return `{ hits: QueryItems(where: {${where}}) { totalCount } }`;
}

describe('a literal of the wrong type', () => {
  it('is refused in HotChocolate’s words for an input field, as seen on the real platform', async () => {
    const answer = await client.send(inItems('sortNumber: {eq: "1"}'));
    expect(answer.status).toBe(400);
    expect(answer).not.toHaveProperty('data');
    expect(answer.errors).toEqual([
      {
        message: 'The specified value type of field `eq` does not match the field type.',
        locations: [{ line: 1, column: 45 }],
        path: ['hits'],
        extensions: { fieldName: 'eq', fieldType: 'Int', locationType: 'Int', specifiedBy, traceId },
      },
    ]);
    expect(answer.headers.get('x-emulator-reason')).toContain('Int cannot represent non-integer value: "1"');
  });

  it.each([
    ['String', 'sku: {eq: 5}', 'eq', 'String'],
    ['Boolean', 'isActive: {eq: "true"}', 'eq', 'Boolean'],
    ['ID', 'id: {eq: 1.5}', 'eq', 'ID'],
    ['Decimal', 'salesPriceNet: {gte: "12"}', 'gte', 'Decimal'],
    ['DateTime', 'createdDate: {gte: "gestern"}', 'gte', 'DateTime'],
    ['a filter', 'sku: "BO-0001"', 'sku', 'StringOperationFilterInput'],
    ['a scalar, given an object', 'salesPriceNet: {gte: {net: 1}}', 'gte', 'Decimal'],
  ])('is refused in these words for %s too', async (_, where, fieldName, fieldType) => {
    const answer = await client.send(inItems(where));
    expect(answer.status).toBe(400);
    expect(answer.errors).toEqual([
      {
        message: `The specified value type of field \`${fieldName}\` does not match the field type.`,
        locations: [{ line: 1, column: expect.any(Number) as number }],
        path: ['hits'],
        extensions: { fieldName, fieldType, locationType: fieldType, specifiedBy, traceId },
      },
    ]);
  });

  it('is refused once and as a whole where a list of scalars has wrong elements', async () => {
    const answer = await client.send(inItems('sortNumber: {in: [1, "2", 3.5]}'));
    expect(answer.errors).toEqual([
      {
        message: 'The specified value type of field `in` does not match the field type.',
        locations: [{ line: 1, column: 45 }],
        path: ['hits'],
        extensions: { fieldName: 'in', fieldType: '[Int!]', locationType: '[Int!]', specifiedBy, traceId },
      },
    ]);
  });

  it('is refused with its text for an argument', async () => {
    const answer = await client.send('{ QueryItems(first: "many", order: [{sku: UP}]) { totalCount } }');
    expect(answer.status).toBe(400);
    expect(answer.errors).toEqual([
      {
        message: 'The specified argument value does not match the argument type.',
        locations: [{ line: 1, column: 21 }],
        path: ['QueryItems'],
        extensions: { argument: 'first', argumentValue: '"many"', locationType: 'Int', specifiedBy, traceId },
      },
      {
        message: 'The specified value type of field `sku` does not match the field type.',
        locations: [{ line: 1, column: 43 }],
        path: ['QueryItems'],
        extensions: {
          fieldName: 'sku',
          fieldType: 'SortEnumType',
          locationType: 'SortEnumType',
          specifiedBy,
          traceId,
        },
      },
    ]);
  });

  it('is refused without a path for the default of a variable', async () => {
    const answer = await client.send('query($n: Int! = "many") { QueryItems(first: $n) { totalCount } }');
    expect(answer.status).toBe(400);
    expect(answer.errors).toEqual([
      {
        message: 'The specified value type of variable `n` does not match the variable type.',
        locations: [{ line: 1, column: 18 }],
        extensions: { variable: 'n', variableType: 'Int!', locationType: 'Int', specifiedBy, traceId },
      },
    ]);
  });

  it('is still masked for a null of a non-null type', async () => {
    const answer = await client.send('mutation { CreateProductGroup(request: { name: null }) { id } }');
    expect(answer.errors).toEqual([
      expect.objectContaining({
        message: 'An unexpected error occurred.',
        extensions: { code: 'INTERNAL_ERROR', traceId },
      }),
    ]);
  });
});

it('a variable of the wrong type is named, for every scalar', async () => {
  const answer = await client.send(
    'query($net: Decimal) { QueryItems(where: {salesPriceNet: {gte: $net}}) { totalCount } }',
    { net: 'zwölf' },
  );
  expect(answer.status).toBe(400);
  expect(answer.errors?.[0]).toMatchObject({ extensions: { code: 'HC0016', variable: 'net' } });
  expect(answer.headers.get('x-emulator-reason')).toContain('it must be a number');
});
