import { afterAll, beforeAll, expect, it } from 'vitest';
import { TenantClient } from '../contract/tenant-client.ts';

const channel = '2-1-1';
let client: TenantClient;

beforeAll(async () => {
  client = await TenantClient.open('2.3');
});

afterAll(async () => {
  await client.close();
});

it('a change of a category leaves its sales channels alone without a list and with null', async () => {
  const made = await client.send('POST', '/erp/v2/categories', {
    body: { name: 'Seile', salesChannels: [{ salesChannelId: channel }] },
  });
  const path = `/erp/v2/categories/${(made.json as { id: string }).id}`;
  const channels = async (body: object): Promise<unknown> => {
    const { status, json } = await client.send('PATCH', path, { body });
    expect(status).toBe(201);
    return (json as { shops: { values: unknown } }).shops.values;
  };
  expect(await channels({ sortNumber: 2 })).toEqual([{ shopId: channel }]);
  expect(await channels({ salesChannels: null })).toEqual([{ shopId: channel }]);
  expect(await channels({ salesChannels: [] })).toEqual([]);
});
