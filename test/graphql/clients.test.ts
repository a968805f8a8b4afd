import { codegen } from '@graphql-codegen/core';
import * as typescript from '@graphql-codegen/typescript';
import * as typescriptOperations from '@graphql-codegen/typescript-operations';
import { cacheExchange, Client, fetchExchange, gql as urqlGql } from '@urql/core';
import { parse } from 'graphql';
import { GraphQLClient, gql } from 'graphql-request';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { GraphqlClient } from './graphql-client.ts';

let client: GraphqlClient;
beforeAll(async () => {
  client = await GraphqlClient.start();
});
afterAll(() => client.close());

const dashboard = `
  query Dashboard($first: Int!) {
    QuerySalesOrders(first: $first, order: [{ salesOrderDate: DESC }]) {
      totalCount
      nodes { id salesOrderNumber salesOrderDate totalGrossAmount paymentStatus }
    }
  }`;

interface Dashboard {
  QuerySalesOrders: { totalCount: number; nodes: { salesOrderDate: string; totalGrossAmount: number }[] };
}

describe('other people’s clients, unchanged', () => {
  it('graphql-request reads a dashboard, newest orders first', async () => {
    const request = new GraphQLClient(client.url, { headers: client.headers });
    const { QuerySalesOrders: orders } = await request.request<Dashboard>(
      gql`
        ${dashboard}
      `,
      { first: 200 },
    );
    expect(orders.totalCount).toBe(300);
    expect(orders.nodes).toHaveLength(200);
    const dates = orders.nodes.map((order) => order.salesOrderDate);
    expect(dates).toEqual([...dates].sort().reverse());
    expect(orders.nodes.every((order) => Number.isInteger(Math.round(order.totalGrossAmount * 100)))).toBe(
      true,
    );
  });

  it('graphql-request raises the error of a refused page', async () => {
    const request = new GraphQLClient(client.url, { headers: client.headers });
    await expect(
      request.request(
        gql`
          ${dashboard}
        `,
        { first: 501 },
      ),
    ).rejects.toThrow('The maximum allowed items per page were exceeded.');
  });

  it('urql reads the same', async () => {
    const urql = new Client({
      url: client.url,
      exchanges: [cacheExchange, fetchExchange],
      preferGetMethod: false,
      fetchOptions: { headers: client.headers },
    });
    const result = await urql.query<Dashboard>(urqlGql(dashboard), { first: 3 }).toPromise();
    expect(result.error).toBeUndefined();
    expect(result.data?.QuerySalesOrders.nodes).toHaveLength(3);
  });

  it('graphql-codegen makes types of the schema document and checks operations against it', async () => {
    const document = await (await fetch(`${client.emulator.url}/openapi/erp-v2.graphql`)).text();
    const output = await codegen({
      filename: 'types.ts',
      schema: parse(document),
      documents: [{ document: parse(dashboard) }],
      plugins: [{ typescript: {} }, { operations: {} }],
      pluginMap: { typescript, operations: typescriptOperations },
      config: {},
    });
    expect(output).toContain('export type DashboardQuery =');
    expect(output).toContain("hasNextPage: Scalars['Boolean']['output'];");
  });
});
