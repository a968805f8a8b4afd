import { describe, expect, it } from 'vitest';
import { revenueAccountOf, taxSettingOf, type TaxCase } from '../../src/wawi/areas/pricing/rules/taxes.ts';
import { decimal } from '../../src/wawi/store/values/decimal.ts';

const delivery = (from: string, to: string, withinEu: boolean, customerVatId?: string): TaxCase => ({
  departureCountryIso: from,
  shippingCountryIso: to,
  withinEu,
  customerVatId,
});

describe('A delivery is taxed by its countries and the VAT id of the buyer', () => {
  it.each([
    ['within Germany, private', delivery('DE', 'DE', true), 0],
    ['within Germany, business', delivery('DE', 'DE', true, 'DE811907980'), 0],
    ['within Switzerland', delivery('CH', 'CH', false), 0],
    ['to Austria, private', delivery('DE', 'AT', true), 0],
    ['to Austria, empty VAT id', delivery('DE', 'AT', true, ''), 0],
    ['to Austria, business', delivery('DE', 'AT', true, 'ATU12345675'), 10],
    ['to Switzerland, private', delivery('DE', 'CH', false), 20],
    ['to Switzerland, business', delivery('DE', 'CH', false, 'CHE123456788'), 20],
  ])('%s', (_, taxCase, expected) => {
    expect(taxSettingOf(taxCase)).toBe(expected);
  });
});

describe('Revenue is booked to an SKR03 account', () => {
  it.each([
    ['19', 0, '8400'],
    ['7', 0, '8300'],
    ['0', 0, '8200'],
    ['20', 0, '8200'],
    ['19', 10, '8125'],
    ['0', 10, '8125'],
    ['7', 20, '8120'],
    ['0', 20, '8120'],
  ])('at %s %% with tax setting %i to %s', (rate, setting, account) => {
    expect(revenueAccountOf(decimal(rate), setting)).toBe(account);
  });
});
