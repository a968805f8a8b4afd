import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { decimal } from '../../src/wawi/store/values/decimal.ts';
import { tenantFromFixture, type TenantDocument } from '../../src/wawi/areas/generate/fixture.ts';
import { bookStock } from '../../src/wawi/areas/stock/operations/stock.ts';

const file = 'kaffee-kontor.yaml';
const fixture = parse(await readFile(`fixtures/tenants/${file}`, 'utf8')) as TenantDocument;
const now = '2026-05-01T10:00:00.000Z';

it('a booking over several batches writes each piece into the history once', async () => {
  const data = await tenantFromFixture(fixture, file);
  const { id: itemId, ...item } = data.get('item', 12);
  const fresh = { ...item, sku: 'KK-SERIE' };
  const { id } = data.insert('item', {
    ...fresh,
    storageOptions: { ...item.storageOptions, serialNumberItem: true, subjectToBatchItem: true },
  });
  expect(id).not.toBe(itemId);
  const book = (quantity: number, batch: object, serialNumbers?: string[]) =>
    bookStock(
      data,
      {
        itemId: id,
        warehouseId: 1,
        quantity: decimal(quantity),
        ...batch,
        ...(serialNumbers ? { serialNumbers } : {}),
      },
      now,
    );
  book(2, { batchNumber: 'A' }, ['S1', 'S2']);
  book(2, { batchNumber: 'B' }, ['S3', 'S4']);
  book(-3, {});
  const history = [...data.of('stockChange').where('itemId', id)];
  expect(history.map((one) => [one.batchNumber, one.quantity, one.serialNumbers])).toEqual([
    ['A', '2', ['S1', 'S2']],
    ['B', '2', ['S3', 'S4']],
    ['A', '-2', ['S1', 'S2']],
    ['B', '-1', ['S3']],
  ]);
});
