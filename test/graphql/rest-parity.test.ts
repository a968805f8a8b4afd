import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadGraphqlContract, type GraphqlContractData } from '../../src/wawi/contract/graphql-contract.ts';
import { GraphqlClient } from './graphql-client.ts';
import { everyField } from './selections.ts';

let client: GraphqlClient;
let contract: GraphqlContractData;
beforeAll(async () => {
  client = await GraphqlClient.start();
  contract = await loadGraphqlContract('2.1');
});
afterAll(() => client.close());

/** GraphQL names enums, REST numbers them; their place in the contract tells one from the other. */
function sameValue(graphql: unknown, rest: unknown): boolean {
  if (graphql === rest) return true;
  if (typeof graphql === 'string' && typeof rest === 'number')
    return Object.values(contract.enums).some((values) => values.includes(graphql));
  if (Array.isArray(graphql) && Array.isArray(rest))
    return graphql.length === rest.length && graphql.every((one, n) => sameValue(one, rest[n]));
  if (typeof graphql === 'object' && typeof rest === 'object' && graphql !== null && rest !== null) {
    return Object.entries(graphql).every(([name, value]) =>
      sameValue(value, (rest as Record<string, unknown>)[name]),
    );
  }
  return false;
}

async function ids(list: string, key: string): Promise<string[]> {
  const page = await client.data<Record<string, { nodes: Record<string, string>[] }>>(
    `{ ${list}(first: 60) { nodes { ${key} } } }`,
  );
  return page[list]!.nodes.map((node) => node[key]!);
}

describe.each([
  ['GetItemById', 'itemId', 'ItemdetailsItem', 'QueryItems', 'id', '/items/'],
  ['GetCustomerById', 'customerId', 'Customer', 'QueryCustomers', 'id', '/customer/'],
  ['GetCategoryById', 'categoryId', 'CategoryDetails', 'QueryCategories', 'id', '/category/'],
  ['GetCompanyById', 'companyId', 'CompanyDetailsItem', 'QueryCompanies', 'id', '/company/'],
])('%s', (query, argument, type, list, key, path) => {
  it('shows of every entity what REST v2 shows, field by field', async () => {
    const differing: unknown[] = [];
    for (const id of await ids(list, key)) {
      const answer = await client.data<Record<string, Record<string, unknown>>>(
        `{ ${query}(${argument}: "${id}") ${everyField(contract, type)} }`,
      );
      const rest = await client.rest<Record<string, unknown>>('GET', `${path}${id}`);
      for (const [field, value] of Object.entries(answer[query]!)) {
        if (!sameValue(value, rest[field])) differing.push({ id, field, graphql: value, rest: rest[field] });
      }
    }
    expect(differing).toEqual([]);
  });
});

it.each([
  [0, 'NONE'],
  [1, 'SUPER_REDUCED'],
  [2, 'REDUCED_LOW'],
  [3, 'REDUCED'],
  [4, 'STANDARD'],
  [5, 'INTERMEDIATE'],
])('a tax class of type %i in REST has the type %s in GraphQL', async (taxType, name) => {
  const body = { name: `Klasse ${name}`, taxType, isStandard: false };
  const { id } = await client.rest<{ id: string }>('POST', '/tax-classes', body);
  expect(
    await client.data(
      `{ QueryTaxClasses(where: {id: {eq: "${id}"}}) { nodes { name taxType isStandard } } }`,
    ),
  ).toEqual({ QueryTaxClasses: { nodes: [{ name: body.name, taxType: name, isStandard: false }] } });
});
