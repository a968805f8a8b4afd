import { expect, it } from 'vitest';
import { apiVersions } from '../../src/wawi/contract/versions.ts';
import { accepted } from './graphql-accepted.ts';
import { graphqlPages, graphqlSchema, mismatchesOf, type GraphqlPage } from './graphql-pages.ts';

it.each(apiVersions.v2)('version %s has what its documentation pages show of GraphQL', (version) => {
  const schema = graphqlSchema(version);
  const pages = graphqlPages(version);
  const expected = accepted.flatMap(({ mismatches }) =>
    Object.entries(mismatches).flatMap(([line, versions]) => (versions.includes(version) ? [line] : [])),
  );
  expect(pages.length).toBeGreaterThan(200);
  const found = new Set(pages.flatMap((page) => mismatchesOf(schema, page)));
  expect([...found].sort()).toEqual(expected.sort());
});

it.each<[string, Omit<GraphqlPage, 'page'>, string]>([
  ['a query', { query: 'QueryNothing', args: {} }, 'QueryNothing: not there'],
  ['a mutation', { mutation: 'CreateNothing', args: {} }, 'CreateNothing: not there'],
  [
    'an argument',
    { query: 'GetItemById', args: { itemId: 'ID!', colour: 'String' } },
    'GetItemById.colour: not there',
  ],
  [
    'the type of an argument',
    { query: 'GetItemById', args: { itemId: 'ID' } },
    'GetItemById.itemId: ID!, but the page has ID',
  ],
  ['no argument', { query: 'GetItemById', args: {} }, 'GetItemById.itemId: not on the page'],
  [
    'the answer',
    { query: 'GetItemById', args: { itemId: 'ID!' }, answer: 'Item' },
    'GetItemById.answer: ItemdetailsItem!, but the page has Item',
  ],
  ['a type', { type: 'Nothing', fields: {} }, 'Nothing: not there'],
  ['an object type', { type: 'TaxReference', fields: {} }, 'TaxReference: not an object'],
  ['a field', { type: 'Customer', fields: { colour: '?' } }, 'Customer.colour: not there'],
  [
    'an input field',
    { input: 'CreateCustomerCommandRequestInput', fields: { colour: '?' } },
    'CreateCustomerCommandRequestInput.colour: not there',
  ],
  ['a value of an enum', { enum: 'TaxReference', values: ['NOWHERE'] }, 'TaxReference.NOWHERE: not there'],
])('%s that the schema lacks is a mismatch', (_, row, line) => {
  expect(mismatchesOf(graphqlSchema('2.2'), { ...row, page: '' })).toEqual([line]);
});
