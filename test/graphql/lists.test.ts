import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  loadGraphqlContract,
  parseGraphqlType,
  type GraphqlContractData,
} from '../../src/wawi/contract/graphql-contract.ts';
import { GraphqlClient } from './graphql-client.ts';
import { compareRows, fits, orderArbitrary, whereArbitrary, type Row } from './naive-lists.ts';

interface Page {
  totalCount: number;
  edges: { cursor: string; node: Row }[];
  pageInfo: {
    hasNextPage: boolean;
    hasPreviousPage: boolean;
    startCursor: string | null;
    endCursor: string | null;
  };
}

let client: GraphqlClient;
let contract: GraphqlContractData;
beforeAll(async () => {
  client = await GraphqlClient.start();
  contract = await loadGraphqlContract('2.1');
});
afterAll(() => client.close());

/** The scalar fields that a filter or sort input of the type names. */
function fieldsOf(nodeType: string): string[] {
  return Object.entries(contract.types[nodeType] ?? {})
    .filter(([, type]) => typeof type === 'string' && !(parseGraphqlType(type).name in contract.types))
    .map(([name]) => name);
}

async function page(
  list: string,
  nodeType: string,
  args: Record<string, unknown>,
  fields = fieldsOf(nodeType),
): Promise<Page> {
  const query = `query($first: Int, $after: String, $last: Int, $before: String, $where: ${nodeType}FilterInput, $order: [${nodeType}SortInput!]) {
    ${list}(first: $first, after: $after, last: $last, before: $before, where: $where, order: $order) {
      totalCount edges { cursor node { ${fields.join(' ')} } }
      pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
    }
  }`;
  return (await client.data<Record<string, Page>>(query, args))[list]!;
}

describe.each([
  ['QueryItems', 'ItemListItem'],
  ['QueryCustomers', 'CustomerListItem'],
  ['QuerySalesOrders', 'SalesOrderListItem'],
])('%s', (list, nodeType) => {
  let rows: Row[];
  beforeAll(async () => {
    rows = (await page(list, nodeType, { first: 500 })).edges.map((edge) => edge.node);
  });

  it('agrees with a naive evaluation for every filter', async () => {
    await fc.assert(
      fc.asyncProperty(whereArbitrary(contract, nodeType, rows), async (where) => {
        const expected = rows.filter((row) => fits(row, where)).map((row) => row['id']);
        const found = await page(list, nodeType, { first: 500, where });
        expect(found.edges.map((edge) => edge.node['id'])).toEqual(expected);
        expect(found.totalCount).toBe(expected.length);
      }),
      { numRuns: 40 },
    );
  });

  it('gives every row exactly once, forward and backward, under any filter and order', async () => {
    const size = fc.integer({ min: 2, max: 80 });
    await fc.assert(
      fc.asyncProperty(
        whereArbitrary(contract, nodeType, rows),
        orderArbitrary(contract, nodeType),
        size,
        async (where, order, first) => {
          const expected = rows.filter((row) => fits(row, where)).map((row) => row['id']);
          const forward = await walk(list, nodeType, { where, order }, first, true);
          expect([...forward.map((row) => row['id'])].sort()).toEqual([...expected].sort());
          for (let n = 1; n < forward.length; n++)
            expect(compareRows(forward[n - 1]!, forward[n]!, order)).toBeLessThanOrEqual(0);
          const backward = await walk(list, nodeType, { where, order }, first, false);
          expect(backward.map((row) => row['id'])).toEqual(forward.map((row) => row['id']));
        },
      ),
      { numRuns: 15 },
    );
  });
});

/** Follows the cursors from one end to the other. */
async function walk(
  list: string,
  nodeType: string,
  args: Record<string, unknown>,
  size: number,
  forward: boolean,
): Promise<Row[]> {
  const order = args['order'] as Row[];
  const fields = [...new Set(['id', ...order.flatMap((element) => Object.keys(element))])];
  const rows: Row[] = [];
  let cursor: string | null = null;
  for (;;) {
    const paging = forward ? { first: size, after: cursor } : { last: size, before: cursor };
    const { edges, pageInfo } = await page(list, nodeType, { ...args, ...paging }, fields);
    const nodes = edges.map((edge) => edge.node);
    rows[forward ? 'push' : 'unshift'](...nodes);
    expect(forward ? pageInfo.hasPreviousPage : pageInfo.hasNextPage).toBe(cursor !== null);
    if (!(forward ? pageInfo.hasNextPage : pageInfo.hasPreviousPage)) return rows;
    cursor = forward ? pageInfo.endCursor : pageInfo.startCursor;
  }
}

describe('cursors', () => {
  it('stay where they are when rows come and go around them', async () => {
    const order = [{ name: 'ASC' }];
    const first = await page('QueryItems', 'ItemListItem', { first: 3, order });
    const { endCursor } = first.pageInfo;
    const expected = (await page('QueryItems', 'ItemListItem', { first: 3, after: endCursor, order })).edges;
    await client.rest('POST', '/items', { name: 'AAA comes before all others', categories: [] });
    const again = await page('QueryItems', 'ItemListItem', { first: 3, after: endCursor, order });
    expect(again.edges.map((edge) => edge.node['id'])).toEqual(expected.map((edge) => edge.node['id']));
  });

  it('are refused when they are none, or of another order', async () => {
    const { pageInfo } = await page('QueryItems', 'ItemListItem', { first: 1 });
    for (const [after, order] of [
      ['nonsense', []],
      [pageInfo.endCursor, [{ name: 'ASC' }]],
    ]) {
      const answer = await client.send(
        'query($after: String, $order: [ItemListItemSortInput!]) { QueryItems(after: $after, order: $order) { totalCount } }',
        { after, order },
      );
      expect(answer.errors?.[0]).toMatchObject({
        message: 'The cursor specified in `after` has an invalid format.',
        extensions: { code: 'HC0078', argument: 'after' },
      });
    }
  });
});

describe('filters', () => {
  it('compare instants with any offset', async () => {
    const all = await page('QuerySalesOrders', 'SalesOrderListItem', {
      first: 500,
      order: [{ salesOrderDate: 'ASC' }],
    });
    const middle = all.edges[150]!.node['salesOrderDate'] as string;
    const berlin = new Date(Date.parse(middle) + 2 * 3_600_000).toISOString().replace('Z', '+02:00');
    const later = await page('QuerySalesOrders', 'SalesOrderListItem', {
      first: 500,
      where: { salesOrderDate: { gte: berlin } },
    });
    expect(later.totalCount).toBe(150);
  });

  it('refuse a key of another kind, and name both kinds', async () => {
    const answer = await client.send(
      '{ QueryCustomers(where: {id: {eq: "770f139d-18dd-405c-9f84-322101000000"}}) { totalCount } }',
    );
    expect(answer.errors?.[0]?.extensions).toMatchObject({ code: 'VALIDATION_ERROR' });
    expect(answer.headers.get('x-emulator-reason')).toMatch(/ArtikelKey.*KundeKey/);
  });

  it('refuse null where HotChocolate does', async () => {
    const answer = await client.send('{ QueryItems(where: {name: null}) { totalCount } }');
    expect(answer.errors?.[0]).toMatchObject({
      message: 'The provided value for filter `name` is invalid. Null values are not supported.',
      extensions: { code: 'HC0026' },
    });
  });
});

describe('searchTerm', () => {
  const search = (args: string) =>
    client.send(`{ QueryItems(first: 500, ${args}) { totalCount nodes { sku name } } }`);

  it('finds items that have every word in any search field, and says that this is our own decision', async () => {
    const { edges } = await page('QueryItems', 'ItemListItem', { first: 5 });
    const name = String(edges[4]!.node['name']);
    const word = name.split(' ')[0]!.toUpperCase();
    const answer = await search(`searchTerm: "${name.split(' ')[1]!} ${word}", searchField: [NAME]`);
    const found = (answer.data as { QueryItems: { nodes: { name: string }[] } }).QueryItems.nodes;
    expect(found.map((one) => one.name)).toContain(name);
    expect(found.every((one) => one.name.toUpperCase().includes(word))).toBe(true);
    expect(answer.headers.get('x-emulator-assumption')).toBe(
      'inferred-shapes=default, graphql-search=default, graphql-status=negotiated',
    );
  });

  it('finds items that have any word with OR, and searches only the given fields', async () => {
    const either = await search('searchTerm: "BO-0001 BO-0002", searchOperator: OR, searchField: [SKU]');
    expect((either.data as { QueryItems: { totalCount: number } }).QueryItems.totalCount).toBe(2);
    const elsewhere = await search('searchTerm: "BO-0001", searchField: [NAME]');
    expect((elsewhere.data as { QueryItems: { totalCount: number } }).QueryItems.totalCount).toBe(0);
  });
});
