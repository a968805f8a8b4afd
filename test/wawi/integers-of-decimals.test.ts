import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { defaultConfig } from '../../src/platform/config.ts';
import { loadGraphqlContract } from '../../src/wawi/contract/graphql-contract.ts';
import { packKey } from '../../src/wawi/contract/keys.ts';
import { loadContractV1, loadContractV2 } from '../../src/wawi/contract/load.ts';
import { GraphqlTypes, leafWriter } from '../../src/wawi/wire/graphql/types.ts';
import { Projector } from '../../src/wawi/wire/views/projector.ts';
import { apis } from '../../src/wawi/areas/index.ts';
import { GraphqlClient, tenants } from '../graphql/graphql-client.ts';
import { erpOf, type Erp } from './sales-client.ts';

const rest = [await loadContractV1(), await loadContractV2('2.2')];
const graphql = new GraphqlTypes(await loadGraphqlContract('2.2'), apis.graphql.views);

/** Stored decimals, and the integer that is shown. */
const shown: readonly (readonly [kept: string, whole: number])[] = [
  ['1.5', 1],
  ['0.99', 0],
  ['-1.5', -1],
  ['-0.5', 0],
  ['7', 7],
  ['3000000000.5', 2_147_483_647],
  ['-3000000000.5', -2_147_483_648],
];

describe.each(shown)('the decimal %s', (kept, whole) => {
  it.each(['v1', 'v2'])(`is ${whole} in every integer of %s`, (version) => {
    const contract = rest.find((one) => one.version === version)!;
    const projector = new Projector(contract, {}, defaultConfig);
    const context = {} as never;
    const types = contract.schemaNames
      .filter((name) => !contract.enumValues(name))
      .flatMap((name) => contract.object(name).properties.map(({ type }) => type))
      .filter((type) => type.kind === 'scalar' && type.name === 'int32');
    expect(types.length).toBeGreaterThan(100);
    for (const type of types) expect(projector.project(type, kept, context)).toBe(whole);
    expect(projector.project({ kind: 'scalar', name: 'decimal' }, kept, context)).toBe(Number(kept));
  });

  it(`is ${whole} in every integer of GraphQL, in names and numbers`, () => {
    const { enums, types } = graphql.contract;
    let count = 0;
    for (const name of Object.keys(types)) {
      const type = graphql.object(name);
      for (const field of type.dataFields.map((one) => type.field(one))) {
        if (field.type.name !== 'Int' || !field.leaf) continue;
        count++;
        for (const style of ['names', 'numbers'] as const)
          expect(leafWriter(field.leaf, true, style, enums)(kept)).toBe(whole);
      }
    }
    expect(count).toBeGreaterThan(50);
  });
});

describe('a quantity with a fraction', () => {
  let client: GraphqlClient;
  let erp: Erp;
  const item = packKey('ArtikelKey', 1);

  beforeAll(async () => {
    client = await GraphqlClient.start();
    erp = await erpOf(client.emulator, tenants.bergmann);
  });
  afterAll(() => client.close());

  it('that v1 takes breaks neither GraphQL nor v2, and is found as it is shown', async () => {
    const sent = await erp('PATCH /items/1/suppliers/2', { MinimumPurchaseQuantity: 1.5 });
    expect(sent.status).toBeLessThan(300);
    const inV1 = await erp<object[]>('GET /items/1/suppliers');
    expect(inV1.json).toContainEqual(expect.objectContaining({ MinimumPurchaseQuantity: 1.5 }));
    const query = `query($item: ID!, $whole: Int!) { QueryItemSuppliersById(itemId: $item, where: {minimumPurchaseQuantity: {eq: $whole}}) { nodes { minimumPurchaseQuantity } } }`;
    const found = await client.data<{ QueryItemSuppliersById: { nodes: object[] } }>(query, {
      item,
      whole: 1,
    });
    expect(found.QueryItemSuppliersById.nodes).toContainEqual({ minimumPurchaseQuantity: 1 });
    const inV2 = await erp(`GET /items/${item}`, undefined, 'v2');
    const quantities = [...JSON.stringify(inV2.json).matchAll(/"minimumPurchaseQuantity":([\d.]+)/g)];
    expect(quantities.map(([, quantity]) => quantity)).toContain('1');
    expect(quantities.filter(([, quantity]) => quantity?.includes('.'))).toEqual([]);
  });
});
