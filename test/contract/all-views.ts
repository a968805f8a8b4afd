import {
  getNamedType,
  isObjectType,
  isRequiredArgument,
  type GraphQLField,
  type GraphQLObjectType,
} from 'graphql';
import type { RestContract } from '../../src/wawi/contract/contract.ts';
import { GraphqlViews } from './graphql-views.ts';
import { nameOf } from './operation-names.ts';
import type { TenantClient } from './tenant-client.ts';

/** Things that are shown with other things as well: what hangs on the word in a path. */
const shownWith: Readonly<Record<string, readonly string[]>> = {
  purchaseorder: ['item', 'stock'],
  stock: ['item'],
  stocktransfer: ['item', 'stock'],
  wms: ['picklist', 'deliverynote', 'package', 'salesorder', 'stock', 'item'],
  delivery: ['picklist', 'deliverynote', 'package', 'salesorder', 'stock', 'item'],
  salesorder: ['invoice', 'stock'],
  salesinvoice: ['invoice', 'accounting'],
  invoice: ['salesorder', 'accounting'],
  return: ['salesorder', 'correction'],
  wawiapp: ['customer'],
  productgroup: ['item'],
};

/** Reads a tenant by all operations that need no id: lists of REST and roots of GraphQL. */
export class AllViews {
  private constructor(
    private readonly client: TenantClient,
    /** Name and path of each. */
    private readonly lists: readonly (readonly [string, string])[],
    private readonly queries: readonly (readonly [string, string])[],
  ) {}

  static async of(client: TenantClient, contracts: readonly RestContract[]): Promise<AllViews> {
    const lists = contracts.flatMap((contract) =>
      contract.operations
        .filter(
          ({ method, path, query }) =>
            method === 'GET' && !path.includes('{') && !query.some((one) => one.required),
        )
        .map((one) => [nameOf(one), `/erp/${one.version}${one.path}?pageSize=1000`] as const),
    );
    const views = await GraphqlViews.of(client);
    const queries = views.queries.flatMap((field) => {
      const text = queryOf(views, field);
      return text === undefined ? [] : [[field.name, text] as const];
    });
    return new AllViews(client, lists, queries);
  }

  /**
   * @param written path of the operation that has written
   * @returns the views of possibly changed entities that failed; empty as long as every view can show the tenant
   */
  async broken(written: string): Promise<string[]> {
    const words = written
      .split('/')
      .filter((step) => step !== '' && !step.includes('{'))
      .map(singular);
    const wanted = [...words, ...words.flatMap((word) => shownWith[word] ?? [])];
    const isWanted = ([name]: readonly [string, string]): boolean =>
      wanted.some((word) => singular(name).includes(word));
    const broken: string[] = [];
    for (const [name, path] of this.lists.filter(isWanted)) {
      const { status, reason } = await this.client.send('GET', path);
      if (status >= 500) broken.push(`${name}: ${status} ${reason}`);
    }
    for (const [name, query] of this.queries.filter(isWanted)) {
      const { status, text } = await this.client.send('POST', '/erp/v2/graphql', { body: { query } });
      if (status >= 500 || text.includes('INTERNAL_ERROR')) broken.push(`${name}: ${text.slice(0, 300)}`);
    }
    return broken;
  }
}

/** `sales-orders`, `salesOrders` and `QuerySalesOrders` are about the same things. */
function singular(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^a-z/]/g, '')
    .replace(/ies(?=$|\/)/g, 'y')
    .replace(/s(?=$|\/)/g, '');
}

/** @returns a query for all that a root shows, undefined for one that needs an argument or shows no objects */
function queryOf(views: GraphqlViews, field: GraphQLField<unknown, unknown>): string | undefined {
  const type = getNamedType(field.type);
  if (!isObjectType(type) || field.args.some(isRequiredArgument)) return undefined;
  const nodes = type.getFields()['nodes'];
  if (!nodes) return `{ ${field.name} ${views.selection(type)} }`;
  const node = getNamedType(nodes.type) as GraphQLObjectType;
  return `{ ${field.name}(first: 500) { nodes ${views.selection(node)} } }`;
}
