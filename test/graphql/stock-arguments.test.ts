import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { packKey } from '../../src/wawi/contract/keys.ts';
import { GraphqlClient } from './graphql-client.ts';

const warehouseId = packKey('WarenlagerKey', 2);

describe('the arguments of lists of stock', () => {
  let client: GraphqlClient;
  beforeAll(async () => {
    client = await GraphqlClient.start({ erpVersion: '2.3' });
  });
  afterAll(() => client.close());

  async function nodes<T>(query: string, args: string, fields: string): Promise<T[]> {
    const text = `{ list: ${query}(warehouseId: "${warehouseId}", ${args}) { nodes { ${fields} } } }`;
    return (await client.data<{ list: { nodes: T[] } }>(text)).list.nodes;
  }

  it('filter bin locations by status and by type', async () => {
    const request = { warehouseId, name: 'F-01-01', type: 5 };
    const create =
      'mutation($request: CreateBinLocationCommandRequestInput!) { CreateBinLocation(request: $request) { binLocationId } }';
    const { CreateBinLocation: made } = await client.data<{ CreateBinLocation: { binLocationId: string } }>(
      create,
      { request },
    );
    await client.data(
      'mutation($request: LockBinLocationCommandRequestInput!) { LockBinLocation(request: $request) }',
      { request: made },
    );
    const fields = 'binLocationId status type';
    const found = { ...made, status: 2, type: 5 };
    expect(await nodes('QueryBinLocations', 'typeFilter: 5', fields)).toEqual([found]);
    expect(await nodes('QueryBinLocations', 'statusFilter: 2, typeFilter: 5', fields)).toEqual([found]);
    expect(await nodes('QueryBinLocations', 'statusFilter: 1, typeFilter: 5', fields)).toEqual([]);
  });

  it('find stock by a serial number that lies in it', async () => {
    const { QuerySerialNumbers: all } = await client.data<{
      QuerySerialNumbers: { nodes: { serialNumber: string; itemId: string; warehouseId: string }[] };
    }>('{ QuerySerialNumbers(first: 500) { nodes { serialNumber itemId warehouseId } } }');
    const { serialNumber, itemId } = all.nodes.find((one) => one.warehouseId === warehouseId)!;
    const rows = await nodes<{ articleId: string }>(
      'QueryStock',
      `serialNumber: "${serialNumber}"`,
      'articleId',
    );
    expect(rows).toEqual([{ articleId: itemId }]);
    expect(await nodes('QueryStock', 'serialNumber: "none"', 'articleId')).toEqual([]);
  });

  it('find movements by article, source and target', async () => {
    interface Movement {
      articleNumber: string;
      sourceBinLocation: string | null;
      targetBinLocation: string | null;
    }
    const fields = 'articleNumber sourceBinLocation targetBinLocation';
    const movements = (args: string) => nodes<Movement>('QueryStockMovementHistory', args, fields);
    const [first] = await movements('first: 1');
    const article = first!.articleNumber;
    const place = (first!.sourceBinLocation ?? first!.targetBinLocation)!;
    const ofArticle = await movements(`article: "${article.toLowerCase()}"`);
    expect(new Set(ofArticle.map((one) => one.articleNumber))).toEqual(new Set([article]));
    const from = await movements(`sourceBinLocation: "${place}"`);
    const into = await movements(`targetBinLocation: "${place}"`);
    expect([...from, ...into].length).toBeGreaterThan(0);
    expect(from.every((one) => one.sourceBinLocation?.includes(place))).toBe(true);
    expect(into.every((one) => one.targetBinLocation?.includes(place))).toBe(true);
  });
});
