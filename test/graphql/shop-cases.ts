import { expect } from 'vitest';
import { packKey } from '../../src/wawi/contract/keys.ts';
import type { AreaCases, CaseTools } from './area-cases.ts';

const salesChannelId = '2-2-1';
const settings = (kind: string): string => `/sales-channels/${salesChannelId}/shop/${kind}`;
const group = (id: number): string => packKey('KundenGruppeKey', id);

/** Three lists that cannot be saved: an empty one, one without a default, and one that names an entry twice. */
async function refusesLists(tools: CaseTools, mutation: string, field: string, entry: object): Promise<void> {
  for (const list of [[], [{ ...entry, isDefault: false }], [entry, { ...entry, isDefault: false }]])
    expect(await tools.refused(mutation, { salesChannelId, [field]: list })).toEqual({
      code: 'VALIDATION_ERROR',
      fields: [`request.${field}`],
    });
  for (const unknown of ['1-1-1', '9-9-9'])
    expect(await tools.refused(mutation, { salesChannelId: unknown, [field]: [entry] })).toMatchObject({
      code: 'NOT_FOUND',
    });
}

/** Settings of online shops. */
export const shopCases: AreaCases = {
  SaveShopCurrencies: async (tools) => {
    const currencies = [
      { currencyCode: 'chf', isDefault: false },
      { currencyCode: 'EUR', isDefault: true },
    ];
    const saved = await tools.run('SaveShopCurrencies', { salesChannelId, currencies });
    expect(saved).toMatchObject({
      currencies: [
        { currencyCode: 'CHF', isDefault: false },
        { currencyCode: 'EUR', isDefault: true },
      ],
    });
    const { QueryShopCurrencies: all } = await tools.client.data<{ QueryShopCurrencies: Assigned[] }>(
      `{ QueryShopCurrencies(salesChannelId: "${salesChannelId}") { currencyCode name isAssigned isDefault } }`,
    );
    expect(all.filter((one) => one.isAssigned).map((one) => one.currencyCode)).toEqual(['EUR', 'CHF']);
    expect(all.filter((one) => one.isDefault).map((one) => one.currencyCode)).toEqual(['EUR']);
    expect(all.length).toBeGreaterThan(2);
    expect(await tools.client.rest('GET', settings('currencies'))).toEqual(all);
    await refusesLists(tools, 'SaveShopCurrencies', 'currencies', { currencyCode: 'EUR', isDefault: true });
    const unknown = { salesChannelId, currencies: [{ currencyCode: 'XXX', isDefault: true }] };
    expect(await tools.refused('SaveShopCurrencies', unknown)).toEqual({
      code: 'VALIDATION_ERROR',
      fields: ['request.currencies[0].currencyCode'],
    });
    expect(await tools.client.rest('GET', settings('currencies'))).toEqual(all);
  },
  SaveShopLanguages: async (tools) => {
    const languages = [
      { iso: 'EN', isDefault: true },
      { iso: 'de', isDefault: false },
    ];
    expect(await tools.run('SaveShopLanguages', { salesChannelId, languages })).toEqual({
      languages: [
        { iso: 'en', nameGerman: 'Englisch', nameEnglish: 'English', isAssigned: true, isDefault: true },
        { iso: 'de', nameGerman: 'Deutsch', nameEnglish: 'German', isAssigned: true, isDefault: false },
      ],
    });
    const shown = await tools.client.rest<{ iso: string; isAssigned: boolean }[]>(
      'GET',
      settings('languages'),
    );
    expect(shown.filter((one) => one.isAssigned).map((one) => one.iso)).toEqual(['de', 'en']);
    await refusesLists(tools, 'SaveShopLanguages', 'languages', { iso: 'de', isDefault: true });
    const unknown = { salesChannelId, languages: [{ iso: 'xx', isDefault: true }] };
    expect(await tools.refused('SaveShopLanguages', unknown)).toMatchObject({
      fields: ['request.languages[0].iso'],
    });
  },
  SaveShopCustomerGroups: async (tools) => {
    const both = [
      { customerGroupId: group(2), isDefault: true },
      { customerGroupId: group(1), isDefault: false },
    ];
    expect(await tools.run('SaveShopCustomerGroups', { salesChannelId, customerGroups: both })).toEqual({
      customerGroups: both.map((one) => ({ ...one, isAssigned: true })),
      resyncFailed: false,
      resyncError: null,
    });
    const member = await tools.client.rest<{ id: string }>('POST', '/customers', {
      customerGroupId: group(1),
      billingAddress: { street: 'Gasse 1', city: 'Köln', countryIso: 'DE' },
    });
    const customerGroups = [{ customerGroupId: group(2), isDefault: true }];
    const refused = await tools.refused('SaveShopCustomerGroups', { salesChannelId, customerGroups });
    expect(refused.code).toBe('CONFLICT');
    const replacement = (to: number) => ({
      salesChannelId,
      customerGroups,
      replacements: [{ removedCustomerGroupId: group(1), replacementCustomerGroupId: group(to) }],
    });
    expect(await tools.refused('SaveShopCustomerGroups', replacement(3))).toEqual({
      code: 'VALIDATION_ERROR',
      fields: ['request.replacements[0].replacementCustomerGroupId'],
    });
    await tools.run('SaveShopCustomerGroups', replacement(2));
    expect(await tools.client.rest('GET', settings('customer-groups'))).toEqual(
      expect.arrayContaining([
        { customerGroupId: group(1), isAssigned: false, isDefault: false },
        { customerGroupId: group(2), isAssigned: true, isDefault: true },
      ]),
    );
    expect(await tools.client.rest('GET', `/customers/${member.id}`)).toMatchObject({
      customerGroupId: group(2),
    });
    await refusesLists(tools, 'SaveShopCustomerGroups', 'customerGroups', {
      customerGroupId: group(2),
      isDefault: true,
    });
  },
  SaveShopTransferParameters: async (tools) => {
    const parameters = {
      maxFilesPerArchive: 11,
      quickSyncArticleCount: 12,
      maxImagesPerArchive: 0,
      orderTransferCount: 51,
      maxArchiveSizeInKilobytes: 13,
      maxImageArchiveSizeInKilobytes: 14,
    };
    type Parameters = Record<string, number>;
    const before = await tools.client.rest<Parameters>('GET', settings('transfer-parameters'));
    expect(await tools.run('SaveShopTransferParameters', { salesChannelId, ...parameters })).toBe(true);
    const saved = {
      ...parameters,
      maxImagesPerArchive: before['maxImagesPerArchive'],
      orderTransferCount: 50,
    };
    for (const shop of [salesChannelId, '2-1-1'])
      expect(await tools.client.rest('GET', `/sales-channels/${shop}/shop/transfer-parameters`)).toEqual(
        saved,
      );
    const negative = { salesChannelId, ...parameters, quickSyncArticleCount: -1 };
    expect(await tools.refused('SaveShopTransferParameters', negative)).toEqual({
      code: 'VALIDATION_ERROR',
      fields: ['request.quickSyncArticleCount'],
    });
    expect(
      await tools.refused('SaveShopTransferParameters', { ...parameters, salesChannelId: '1-1-1' }),
    ).toMatchObject({ code: 'NOT_FOUND' });
    expect(
      await tools.client.rest('PUT', settings('transfer-parameters'), { maxFilesPerArchive: 21 }),
    ).toMatchObject({
      maxFilesPerArchive: 21,
      orderTransferCount: 50,
    });
  },
};

interface Assigned {
  currencyCode: string;
  isAssigned: boolean;
  isDefault: boolean;
}
