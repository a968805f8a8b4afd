import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { add, decimal, toNumber, zero } from '../../src/wawi/store/values/decimal.ts';
import type { StockTransferLineItem } from '../../src/wawi/areas/stock/schema/inventory.ts';
import type { Stock } from '../../src/wawi/areas/stock/schema/stock.ts';
import { countries } from '../../src/wawi/areas/master-data/generate/countries.ts';
import { numberOf } from '../../src/wawi/areas/system/rules/number-ranges.ts';
import { obstacleTo, transferActions } from '../../src/wawi/areas/stock/rules/stock-transfers.ts';
import {
  availableQuantity,
  isDelivered,
  leavingOrder,
  openQuantity,
  quantityInPickLists,
  sameGoods,
} from '../../src/wawi/areas/stock/rules/stock.ts';
import { countryRate, taxRate } from '../../src/wawi/areas/pricing/rules/tax-rates.ts';
import { trackingUrl } from '../../src/wawi/areas/delivery/rules/tracking.ts';

const goods: Stock = { id: 1, itemId: 1, warehouseId: 1, storageLocationId: 1, quantity: decimal(5) };

describe('the rules of stock', () => {
  it.each([
    ['delivered in part', { quantity: 5, quantityDelivered: 2, itemId: 1 }, false, 3],
    ['delivered too often', { quantity: 5, quantityDelivered: 7, itemId: 1 }, false, 0],
    ['cancelled', { quantity: 5, quantityDelivered: 0, itemId: 1 }, true, 0],
    ['without an item', { quantity: 5, quantityDelivered: 0 }, false, 0],
  ])('say what of a line is open when it is %s', (_how, line, isCancelled, open) => {
    const { quantity, quantityDelivered, ...rest } = line;
    const decimals = { quantity: decimal(quantity), quantityDelivered: decimal(quantityDelivered) };
    expect(toNumber(openQuantity({ isCancelled }, { ...rest, ...decimals }))).toBe(open);
  });

  it('take an order without goods as never delivered', () => {
    expect(isDelivered({ isCancelled: false, lineItems: [] })).toBe(false);
  });

  it('tell goods apart by batch and date as much as by place', () => {
    expect(sameGoods(goods, { ...goods })).toBe(true);
    expect(sameGoods(goods, { ...goods, batchNumber: 'A' })).toBe(false);
    expect(sameGoods({ ...goods, shelfLifeExpirationDate: '2027-01-01' }, goods)).toBe(false);
  });

  it('count only open positions of the very same goods as held back', () => {
    const position = {
      ...goods,
      pickListId: 1,
      salesOrderId: 1,
      salesOrderLineItemId: 1,
      priority: 0,
      serialNumbers: [],
      createdAt: '2026-01-01',
    };
    const held = quantityInPickLists(goods, [
      { ...position, status: 10, quantity: decimal(2) },
      { ...position, status: 20, quantity: decimal(1) },
      { ...position, status: 40, quantity: decimal(9) },
      { ...position, status: 10, quantity: decimal(9), batchNumber: 'A' },
    ]);
    expect(held).toBe('3');
  });

  it('let go first what expires first, and what does not expire last', () => {
    const rows = [
      { ...goods, id: 1 },
      { ...goods, id: 2, shelfLifeExpirationDate: '2028-01-01' },
      { ...goods, id: 3, shelfLifeExpirationDate: '2027-01-01' },
      { ...goods, id: 4 },
    ];
    expect(rows.sort(leavingOrder).map((row) => row.id)).toEqual([3, 2, 1, 4]);
  });

  it('have available, reserved and locked quantities add up to the total', () => {
    const quantity = fc.integer({ min: 0, max: 100_000 }).map((n) => decimal(n / 100));
    fc.assert(
      fc.property(quantity, quantity, quantity, (total, reserved, locked) => {
        expect(add(availableQuantity(total, reserved, locked), reserved, locked)).toBe(total);
      }),
    );
  });
});

describe('the rules of transfers', () => {
  const line: StockTransferLineItem = {
    id: 1,
    itemId: 1,
    quantity: decimal(2),
    shippedQuantity: decimal(2),
    receivedQuantity: zero,
    writtenOffQuantity: zero,
    inTransit: [],
  };

  it.each([
    [
      'open',
      { status: 0 as const, lineItems: [line] },
      ['UPDATE', 'CREATE_LINE_ITEM', 'UPDATE_LINE_ITEM', 'DELETE_LINE_ITEM', 'TO_TRANSIT', 'CANCEL'],
    ],
    [
      'open and empty',
      { status: 0 as const, lineItems: [] },
      ['UPDATE', 'CREATE_LINE_ITEM', 'UPDATE_LINE_ITEM', 'DELETE_LINE_ITEM', 'CANCEL'],
    ],
    [
      'in transit',
      { status: 1 as const, lineItems: [line] },
      ['UPDATE', 'FROM_TRANSIT', 'WRITE_OFF_TRANSIT'],
    ],
    ['completed', { status: 2 as const, lineItems: [line] }, []],
  ])('allow in a transfer that is %s what makes sense', (_state, transfer, allowed) => {
    expect(transferActions.filter((action) => obstacleTo(action, transfer) === undefined)).toEqual(allowed);
  });
});

describe('the rules of taxes', () => {
  const country = (iso: string) => {
    const found = countries.find((one) => one.iso === iso);
    if (!found) throw new Error(`no country ${iso}`);
    return found;
  };
  const rate = (from: string, to: string, type: number, more = {}) =>
    taxRate({ taxClass: { id: 1, type }, departure: country(from), shipment: country(to), ...more });

  it.each([
    ['DE', 'DE', 4, '19'],
    ['DE', 'DE', 3, '7'],
    ['DE', 'DE', 0, '0'],
    ['DE', 'FR', 2, '2.1'],
    ['DE', 'US', 4, '0'],
    ['CH', 'CH', 4, '8.1'],
    ['CH', 'DE', 4, '0'],
  ])('from %s to %s for type %i', (from, to, type, expected) => {
    expect(rate(from, to, type)).toBe(expected);
  });

  it('put a zone’s own rate before the country’s', () => {
    const zone = { rates: [{ id: 1, taxClassId: 1, rate: decimal('4.5') }] };
    expect(rate('DE', 'AT', 4, { zone })).toBe('4.5');
    expect(rate('DE', 'AT', 4, { zone, vatId: 'ATU1' })).toBe('0');
  });

  it('use the reduced rate where a country has no further one', () => {
    expect(countryRate({ taxRates: { 3: decimal(7), 4: decimal(19) } }, 1)).toBe('7');
  });
});

describe('numbers and tracking', () => {
  it('fill the date into a range’s prefix and suffix', () => {
    const range = { prefix: 'RE{YYYY}-{MM}-', suffix: '/{YY}{DD}{X}' };
    expect(numberOf(range, 7, '2026-03-09T23:00:00.000Z')).toBe('RE2026-03-7/2609{X}');
  });

  it.each([
    ['DHL Paket', 'A B', 'piececode=A%20B'],
    ['dpd Classic', '1', 'tracking.dpd.de'],
    ['Abholung', '1', undefined],
    ['DHL Paket', undefined, undefined],
    [undefined, '1', undefined],
  ])('give %s a page for %s', (method, id, part) => {
    const url = trackingUrl(method, id);
    if (part === undefined) expect(url).toBeUndefined();
    else expect(url).toContain(part);
  });
});
