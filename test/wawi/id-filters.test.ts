import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startEmulator, type Emulator } from '../../src/index.ts';
import { loadContractV1 } from '../../src/wawi/contract/load.ts';
import { erpOf, type Erp } from './sales-client.ts';

const bergmann = '7c9e6679-7425-40de-944b-e07fc1f90ae7';
const contract = await loadContractV1();

/** Every id that a list of v1 can be filtered by. */
const filters = contract.operations
  .filter(({ method, path }) => method === 'GET' && !path.includes('{'))
  .flatMap(({ path, query, answers }) =>
    query
      .filter(({ name, type }) => type.kind === 'scalar' && type.name === 'int32' && /id$/i.test(name))
      .filter(() => answers.get(200)?.kind === 'page')
      .map(({ name }) => [path, name] as const),
  );

let emulator: Emulator;
let erp: Erp;

beforeAll(async () => {
  emulator = await startEmulator();
  erp = await erpOf(emulator, bergmann);
});
afterAll(() => emulator.close());

type Row = Readonly<Record<string, unknown>>;

/** Every page of a list. */
async function rowsOf(path: string, query = ''): Promise<Row[]> {
  const rows: Row[] = [];
  for (let page = 1; ; page++) {
    const { json } = await erp<{ Items: Row[]; HasNextPage: boolean }>(
      `GET ${path}?pageSize=1000&pageNumber=${page}${query}`,
    );
    rows.push(...json.Items);
    if (!json.HasNextPage) return rows;
  }
}

describe('a list of v1 filtered by an id that its rows show', () => {
  it.each(filters)('%s?%s= has those rows and no others', async (path, parameter) => {
    const whole = await rowsOf(path);
    const field = Object.keys(whole[0] ?? {}).find((name) => name.toLowerCase() === parameter.toLowerCase());
    if (field === undefined) return;
    for (const id of new Set(whole.map((row) => row[field]).filter((value) => value !== undefined))) {
      const found = await rowsOf(path, `&${parameter}=${String(id)}`);
      const expected = whole.filter((row) => row[field] === id);
      expect(found.map((row) => row['Id'])).toEqual(expected.map((row) => row['Id']));
    }
  });

  it('finds items without a parent by 0, as they show it', async () => {
    const all = await rowsOf('/items');
    const without = await rowsOf('/items', '&parentItemId=0');
    expect(without.length).toBeGreaterThan(0);
    expect(without.map((row) => row['Id'])).toEqual(
      all.filter((row) => row['ParentItemId'] === 0).map((row) => row['Id']),
    );
  });
});
