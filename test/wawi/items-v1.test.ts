import { afterAll, beforeAll, expect, test } from 'vitest';
import { startEmulator, type Emulator } from '../../src/index.ts';
let emulator: Emulator;
let token: string;
const tenant = '7c9e6679-7425-40de-944b-e07fc1f90ae7';
beforeAll(async () => {
  emulator = await startEmulator();
  token = await emulator.tokens.access({});
});
afterAll(() => emulator.close());
test('reads', async () => {
  for (const p of [
    '/items?pageSize=1',
    '/items/26',
    '/items/26/descriptions',
    '/items/26/suppliers',
    '/items/26/variations',
    '/items/26/properties',
    '/items/26/specialprices',
    '/items/26/customerPrices',
    '/items/26/salesChannelPrices',
    '/items/customfields',
    '/items/workflowEvents',
    '/categories?pageSize=2',
    '/categories/11',
    '/manufacturers',
    '/suppliers',
    '/properties',
    '/properties/1/values',
    '/conditions',
    '/responsiblePersons',
    '/items/26/images',
  ]) {
    const r = await fetch(`${emulator.url}/erp/v1${p}`, {
      headers: { Authorization: `Bearer ${token}`, 'X-Tenant-ID': tenant },
    });
    console.log(p, r.status, (await r.text()).slice(0, 700), r.headers.get('x-emulator-reason'));
  }
});
