import { readFile } from 'node:fs/promises';
import { isValidIBAN } from 'ibantools';
import { austria, checkVAT, france, germany, italy, switzerland } from 'jsvat';
import { parse } from 'yaml';
import { describe, expect, it } from 'vitest';
import { tenantFromFixture, type TenantDocument } from '../../src/wawi/areas/generate/fixture.ts';
import { gtinOf, ibanOf, vatIdOf } from '../../src/wawi/areas/master-data/generate/check-digits.ts';
import { townsIn } from '../../src/wawi/areas/master-data/generate/towns.ts';
import type { TenantData } from '../../src/wawi/store/tenant-data.ts';
import { isGtin, shops } from './generated-shops.ts';

const vatCountries = [austria, france, germany, italy, switzerland];

/** All values in the data under member names that fit, however deep. */
function valuesNamed(value: unknown, name: RegExp, found: string[] = []): string[] {
  if (typeof value !== 'object' || value === null) return found;
  for (const [key, member] of Object.entries(value)) {
    if (name.test(key) && typeof member === 'string') found.push(member);
    valuesNamed(member, name, found);
  }
  return found;
}

function everything(data: TenantData): unknown[] {
  const kinds = [
    'company',
    'customer',
    'supplier',
    'salesOrder',
    'item',
    'responsiblePerson',
    'warehouse',
  ] as const;
  return kinds.flatMap((kind): unknown[] => data.of(kind).list().slice());
}

describe.each(shops)('the people of a generated shop (seed $seed)', ({ data }) => {
  const addresses = [
    ...data
      .of('customer')
      .list()
      .flatMap((one) => [one.billingAddress, one.shipmentAddress ?? one.billingAddress]),
    ...data
      .of('salesOrder')
      .list()
      .flatMap((one) => [one.billingAddress, one.shipmentAddress ?? one.billingAddress]),
    ...data
      .of('supplier')
      .list()
      .map(({ phone, ...one }) => ({ ...one, phoneNumber: phone, vatId: undefined })),
    data.of('responsiblePerson').list()[0]!.address!,
  ];

  it('live in real towns with their postal codes, and are called by the dialling code of the town', () => {
    const calling: Record<string, string> = { DE: '49', AT: '43', CH: '41', FR: '33', IT: '39' };
    expect(addresses.length).toBeGreaterThan(800);
    for (const { postalCode, city, countryIso = '', phoneNumber } of addresses) {
      const town = townsIn(countryIso).find((one) => one.postalCode === postalCode);
      expect([postalCode, city]).toEqual([postalCode, town?.name]);
      if (phoneNumber !== undefined)
        expect(phoneNumber).toMatch(
          new RegExp(String.raw`^\+${calling[countryIso] ?? ''} ${town?.diallingCode ?? ''} \d{5,8}$`),
        );
    }
  });

  it('have VAT numbers of their country and IBANs, all with correct check digits', () => {
    const firms = addresses.filter(({ vatId }) => vatId !== undefined);
    expect(new Set(firms.map(({ countryIso }) => countryIso))).toEqual(
      new Set(['DE', 'AT', 'FR', 'CH', 'IT']),
    );
    for (const { vatId = '', countryIso } of firms) {
      const { isValid, country } = checkVAT(vatId, vatCountries);
      expect([vatId, isValid, country?.isoCode.short]).toEqual([vatId, true, countryIso]);
    }
    const ibans = data
      .of('customer')
      .list()
      .flatMap((one) => one.bankAccounts.map(({ iban = '' }) => iban));
    expect(ibans.length).toBeGreaterThan(5);
    expect(ibans.filter((iban) => !isValidIBAN(iban))).toEqual([]);
  });

  it('have mail addresses and home pages on reserved domains only', () => {
    const mails = everything(data).flatMap((row) => valuesNamed(row, /^(?:email|emailAddress)$/));
    const pages = data
      .of('manufacturer')
      .list()
      .map(({ homepage = '' }) => new URL(homepage).hostname);
    expect(mails.length).toBeGreaterThan(400);
    const reserved = /(?:^|[@.])(?:example\.(?:com|net|org)|[a-z]+\.example)$/;
    expect([...mails, ...pages].filter((name) => !reserved.test(name))).toEqual([]);
  });
});

describe('check digits', () => {
  it('are correct for any number', () => {
    for (let n = 10_000_000; n < 99_000_000; n += 1_234_567) {
      const ids = ['DE', 'AT', 'CH', 'FR', 'IT'].map((country) => vatIdOf(country, String(n)) ?? '');
      expect(ids.filter((id) => !checkVAT(id, vatCountries).isValid)).toEqual([]);
      expect(isValidIBAN(ibanOf('DE', `12345678${String(n).padStart(10, '0')}`))).toBe(true);
      expect(isGtin(gtinOf(401_200_000_000 + n))).toBe(true);
    }
    expect(vatIdOf('SE', '12345678')).toBeUndefined();
  });

  it.each(['kaffee-kontor', 'neuland', 'funkloch'])(
    'are correct in %s, which is written by hand',
    async (slug) => {
      const text = await readFile(`fixtures/tenants/${slug}.yaml`, 'utf8');
      const data = await tenantFromFixture(parse(text) as TenantDocument, slug);
      const rows = everything(data);
      const vatIds = rows.flatMap((row) => valuesNamed(row, /^(?:vatId|customerVatId)$/));
      const ibans = rows.flatMap((row) => valuesNamed(row, /^iban$/));
      expect(vatIds.length).toBeGreaterThan(0);
      expect(vatIds.filter((id) => !checkVAT(id, vatCountries).isValid)).toEqual([]);
      expect(ibans.filter((iban) => !isValidIBAN(iban))).toEqual([]);
      expect(rows.flatMap((row) => valuesNamed(row, /^gtin$/)).filter((gtin) => !isGtin(gtin))).toEqual([]);
    },
  );
});
