import { expect, it } from 'vitest';
import { kaffeeKontor } from './sales-client.ts';

it('an app’s calls of a tenant are counted together, for all versions', async () => {
  const { emulator, erp } = await kaffeeKontor();
  await emulator.clock.freeze();
  const left = async (operation: string, version: 'v1' | 'v2', body?: object) =>
    Number((await erp(operation, body, version)).headers.get('x-ratelimit-remaining'));
  const first = await left('GET /companies', 'v1');
  expect(await left('GET /companies', 'v2')).toBe(first - 1);
  expect(await left('POST /graphql', 'v2', { query: '{ QueryCompanies { nodes { name } } }' })).toBe(
    first - 2,
  );
  expect(await left('GET /companies', 'v1')).toBe(first - 3);
  await emulator.close();
});
