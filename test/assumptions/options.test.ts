import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { GraphqlClient } from '../graphql/graphql-client.ts';

let client: GraphqlClient;
beforeAll(async () => {
  client = await GraphqlClient.start();
});
afterAll(() => client.close());
beforeEach(() => client.emulator.reset());

const graphql = 'application/graphql-response+json';
const plain = 'application/json';
const axios = 'application/json, text/plain, */*';
const apollo = 'multipart/mixed;deferSpec=20220824, application/json';

const refusedQueries: readonly (readonly [what: string, body: object])[] = [
  ['an unknown field', { query: '{ QueryItems { nope } }' }],
  ['a syntax error', { query: '{ QueryItems' }],
  ['a missing variable', { query: 'query($id: ID!) { GetItemById(itemId: $id) { id } }' }],
];

async function ask(body: object, accept: string) {
  const { status, headers, errors, data } = await client.post(body, { Accept: accept });
  return {
    status,
    type: headers.get('content-type'),
    assumption: headers.get('x-emulator-assumption'),
    hasErrors: errors !== undefined,
    data,
  };
}

describe.each(refusedQueries)('graphql-status: %s', (_, body) => {
  it.each([
    ['negotiated', plain, 200, plain],
    ['negotiated', apollo, 200, plain],
    ['negotiated', `${plain}, ${graphql};q=0`, 200, plain],
    ['negotiated', graphql, 400, graphql],
    ['negotiated', `${plain};q=0.9, ${graphql}`, 400, graphql],
    ['negotiated', '*/*', 400, graphql],
    ['negotiated', 'application/*', 400, graphql],
    ['negotiated', axios, 400, graphql],
    ['legacy', plain, 400, plain],
    ['legacy', '*/*', 400, plain],
    ['legacy', axios, 400, plain],
    ['legacy', graphql, 400, graphql],
  ])('under %s with Accept: %s is %d in %s', async (option, accept, status, type) => {
    client.emulator.assumptions.set({ 'graphql-status': option });
    const isSame = accept.includes(graphql) && !accept.includes('q=0');
    expect(await ask(body, accept)).toMatchObject({
      status,
      type: `${type}; charset=utf-8`,
      hasErrors: true,
      assumption: isSame || accept.includes('q=0.9') ? null : `graphql-status=${option}`,
    });
  });
});

describe('graphql-status: an answer with data', () => {
  it.each([
    ['negotiated', plain, plain, null],
    ['negotiated', '*/*', graphql, 'graphql-status=negotiated'],
    ['negotiated', axios, graphql, 'graphql-status=negotiated'],
    ['negotiated', graphql, graphql, null],
    ['legacy', '*/*', plain, 'graphql-status=legacy'],
    ['legacy', graphql, graphql, null],
  ])('under %s with Accept: %s is 200 in %s', async (option, accept, type, assumption) => {
    client.emulator.assumptions.set({ 'graphql-status': option });
    expect(await ask({ query: '{ __typename }' }, accept)).toEqual({
      status: 200,
      type: `${type}; charset=utf-8`,
      hasErrors: false,
      assumption,
      data: { __typename: 'Query' },
    });
  });
});

interface Ends {
  previous: unknown;
  next: unknown;
  assumption: string | undefined;
}

/** Reads a page of items by REST. */
async function page(version: 'v1' | 'v2', query: string): Promise<Ends> {
  const response = await fetch(`${client.emulator.url}/erp/${version}/items?${query}`, {
    headers: client.headers,
  });
  expect(response.status).toBe(200);
  const body = (await response.json()) as Record<string, unknown>;
  const [previous, next] =
    version === 'v1'
      ? [body['PreviousPageNumber'], body['NextPageNumber']]
      : [body['previousPageNumber'], body['nextPageNumber']];
  const rows = response.headers.get('x-emulator-assumption')?.split(', ') ?? [];
  return { previous, next, assumption: rows.find((row) => row.startsWith('page-numbers=')) };
}

describe.each(['v1', 'v2'] as const)('page-numbers in %s', (version) => {
  it.each([
    ['null', 'pageNumber=1&pageSize=80', null, 2],
    ['null', 'pageNumber=3&pageSize=80', 2, null],
    ['null', 'pageNumber=1&pageSize=500', null, null],
    ['numbers', 'pageNumber=1&pageSize=80', 1, 2],
    ['numbers', 'pageNumber=3&pageSize=80', 2, 3],
    ['numbers', 'pageNumber=1&pageSize=500', 1, 1],
  ])('under %s of ?%s are %s and %s', async (option, query, previous, next) => {
    client.emulator.assumptions.set({ 'page-numbers': option });
    expect(await page(version, query)).toEqual({ previous, next, assumption: `page-numbers=${option}` });
  });

  it('depend on no assumption within the list', async () => {
    expect(await page(version, 'pageNumber=2&pageSize=80')).toEqual({
      previous: 1,
      next: 3,
      assumption: undefined,
    });
  });
});
