import Big from 'big.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compare, decimal, isNegative, isZero, type Decimal } from '../../src/wawi/store/values/decimal.ts';

/** Decimals on both sides of 15 characters, close to each other more often than not. */
const decimals = fc
  .tuple(
    fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }),
    fc.integer({ min: 0, max: 20 }),
    fc.integer({ min: -1, max: 1 }),
  )
  .map(([digits, places, step]) => {
    const unit = new Big(10).pow(-places);
    const value = new Big(String(digits)).times(unit);
    return [value, value.plus(unit.times(step))] as const;
  });

describe('the order of decimals', () => {
  it('is exact, however many digits they have', () => {
    fc.assert(
      fc.property(decimals, ([a, b]) => {
        const texts = [decimal(a.toFixed()), decimal(b.toFixed())] as const;
        expect(Math.sign(compare(texts[0], texts[1]))).toBe(a.cmp(b));
      }),
    );
  });

  it.each([
    ['0.1', '0.10000000000001', -1],
    ['99999999999999.9', '99999999999999.8', 1],
    ['123456789012345678', '123456789012345677', 1],
    ['-0.00000000000001', '0', -1],
  ])('of %s and %s is %i', (a, b, order) => {
    expect(Math.sign(compare(decimal(a), decimal(b)))).toBe(order);
  });

  it('knows zero in every spelling, and its sides', () => {
    for (const zero of ['0', '-0', '0.00'] as Decimal[]) {
      expect([isZero(zero), isNegative(zero)]).toEqual([true, false]);
    }
    expect(isNegative(decimal('-0.00000000000000000001'))).toBe(true);
    expect(isZero(decimal('0.00000000000000000001'))).toBe(false);
  });
});
