import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { add, compare, decimal, subtract, zero, type Decimal } from '../../src/wawi/store/values/decimal.ts';
import type { LineItem } from '../../src/wawi/areas/pricing/schema/sales-documents.ts';
import { printable } from '../../src/wawi/areas/system/documents/win-ansi.ts';
import { retaxed } from '../../src/wawi/areas/pricing/rules/line-taxes.ts';
import { taxSettingOf } from '../../src/wawi/areas/pricing/rules/taxes.ts';
import {
  grossOf,
  lineTotals,
  orderPaymentStatus,
  orderTotals,
  stillToPay,
} from '../../src/wawi/areas/pricing/rules/totals.ts';

const cents = (most: number) => fc.integer({ min: 0, max: most }).map((n) => decimal(n / 100));
const rate = fc.constantFrom('0', '7', '19', '25.5').map(decimal);

const line = fc
  .record({
    quantity: fc.integer({ min: 0, max: 999 }).map(decimal),
    net: cents(500_000),
    discount: cents(10_000),
    taxRate: rate,
  })
  .map(({ quantity, net, discount, taxRate }): LineItem => ({
    id: 1,
    name: 'Zeile',
    type: 0,
    quantity,
    salesPriceNet: net,
    salesPriceGross: grossOf(net, taxRate),
    discount,
    purchasePriceNet: zero,
    taxRate,
  }));

const payment = cents(1_000_000).map((amount) => ({ id: 1, amount, date: '2026-01-01T00:00:00.000Z' }));

const isCents = (value: Decimal): boolean => /^-?\d+(\.\d{1,2})?$/.test(value);

describe('totals', () => {
  it('of a document are the sum of its lines, in whole cents, in any order', () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 20 }), (lineItems) => {
        const { net, gross } = orderTotals({ lineItems });
        expect(net).toBe(add(zero, ...lineItems.map((one) => lineTotals(one).net)));
        expect(isCents(net) && isCents(gross)).toBe(true);
        expect(orderTotals({ lineItems: [...lineItems].reverse() })).toEqual({ net, gross });
      }),
    );
  });

  it('of a part and of the rest make those of the whole', () => {
    fc.assert(
      fc.property(fc.array(line), fc.array(line), (some, others) => {
        const whole = orderTotals({ lineItems: [...some, ...others] });
        expect(whole.gross).toBe(
          add(orderTotals({ lineItems: some }).gross, orderTotals({ lineItems: others }).gross),
        );
      }),
    );
  });
});

describe('the open amount', () => {
  it('is never below zero, and nothing is open exactly when the status says paid', () => {
    fc.assert(
      fc.property(fc.array(line), fc.array(payment, { maxLength: 5 }), (lineItems, payments) => {
        const document = { lineItems, payments };
        const open = stillToPay(document);
        expect(compare(open, zero)).toBeGreaterThanOrEqual(0);
        expect(orderPaymentStatus(document) === 2).toBe(compare(open, zero) === 0);
      }),
    );
  });
});

describe('another tax rate', () => {
  it('leaves the net price alone in mode 1 and the gross price in mode 2', () => {
    fc.assert(
      fc.property(line, rate, (before, taxRate) => {
        expect(retaxed(before, taxRate, 1).salesPriceNet).toBe(before.salesPriceNet);
        const kept = retaxed(before, taxRate, 2);
        expect(kept.salesPriceGross).toBe(before.salesPriceGross);
        const difference = subtract(grossOf(kept.salesPriceNet, taxRate), kept.salesPriceGross);
        expect(compare(difference, decimal('0.0001'))).toBeLessThan(0);
        expect(compare(difference, decimal('-0.0001'))).toBeGreaterThan(0);
      }),
    );
  });

  it.each([
    ['DE', 'DE', true, 'DE123456789', 0],
    ['DE', 'AT', true, undefined, 0],
    ['DE', 'AT', true, 'ATU12345678', 10],
    ['DE', 'CH', false, undefined, 20],
    ['DE', 'CH', false, 'CHE123456789', 20],
  ])('from %s to %s (EU: %s) with VAT id %s is taxed by setting %i', (from, to, withinEu, vatId, setting) => {
    expect(
      taxSettingOf({ departureCountryIso: from, shippingCountryIso: to, withinEu, customerVatId: vatId }),
    ).toBe(setting);
  });
});

describe('a text for print', () => {
  const latin = { getCharacterSet: () => Array.from({ length: 224 }, (_, n) => n + 32) };

  it.each([
    ['Grünwald & Söhne', 'Grünwald & Söhne'],
    ['Łódź', '?ódz'],
    ['Yılmaz Şahin', 'Y?lmaz Sahin'],
    ['☕ Kaffee\tfein', '? Kaffee fein'],
  ])('%s becomes %s', (text, expected) => {
    expect(printable(text, latin)).toBe(expected);
  });

  it('contains only characters of the font, for any input', () => {
    const known = new Set(latin.getCharacterSet());
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        for (const character of printable(text, latin))
          expect(known.has(character.codePointAt(0) ?? 0)).toBe(true);
      }),
    );
  });
});
