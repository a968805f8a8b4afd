import axios, { type AxiosError } from 'axios';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Emulator, startEmulator } from '../../src/index.ts';

const bergmann = '7c9e6679-7425-40de-944b-e07fc1f90ae7';

let emulator: Emulator;
let headers: Record<string, string>;

beforeAll(async () => {
  emulator = await startEmulator();
});

afterAll(() => emulator.close());

beforeEach(async () => {
  await emulator.reset();
  headers = { Authorization: `Bearer ${await emulator.tokens.access()}`, 'X-Tenant-ID': bergmann };
});

const items = (timeout = 20_000) =>
  axios.get(`${emulator.url}/erp/v1/items?pageSize=50`, { headers, timeout });

describe('a fault in axios', () => {
  it.each([
    ['a status', { status: 503 }, (error: AxiosError) => error.response?.status === 503],
    ['a lost connection', { reset: true }, (error: AxiosError) => error.code === 'ECONNRESET'],
    [
      'a body cut off',
      { truncate: 0.5 },
      (error: AxiosError) => error.code === 'ERR_BAD_RESPONSE' || error.code === 'ECONNRESET',
    ],
    ['more latency than it waits', { latency: 30_000 }, (error: AxiosError) => error.code === 'ECONNABORTED'],
  ])('%s, and all is well once it is gone', async (_what, effect, isExpected) => {
    emulator.faults.add({ match: { service: 'erp' }, effect, times: 1 });
    const error = await items('latency' in effect ? 300 : undefined).then(
      () => undefined,
      (thrown: unknown) => thrown as AxiosError,
    );
    expect(error === undefined ? 'no error' : isExpected(error) || error.code).toBe(true);
    expect((await items()).status).toBe(200);
  });
});

it('a fault on a GraphQL field fails that field and no other, as the platform masks it', async () => {
  emulator.faults.add({ match: { field: 'QueryItems' }, effect: { status: 500 } });
  const { data, headers: answered } = await axios.post<{
    data: object;
    errors: { path: string[]; message: string }[];
  }>(
    `${emulator.url}/erp/v2/graphql`,
    { query: '{ QueryItems(first: 1) { totalCount } QueryCustomers(first: 1) { totalCount } }' },
    { headers: { ...headers, 'Content-Type': 'application/json' } },
  );
  expect(data.data).toEqual({ QueryItems: null, QueryCustomers: { totalCount: 120 } });
  expect(data.errors).toMatchObject([{ path: ['QueryItems'], message: 'An unexpected error occurred.' }]);
  expect(answered['x-emulator-reason']).toContain('fault');
});
