import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { packKey } from '../../src/wawi/contract/keys.ts';
import { CommandTools } from '../parity/requests/command-cases.ts';
import { keys } from '../parity/requests/values.ts';

let tools: CommandTools;
beforeAll(async () => {
  tools = await CommandTools.open('2.3');
});
afterAll(() => tools.close());

async function newItem(): Promise<string> {
  const { itemId } = await tools.run<{ itemId: string }>('CreateItem', {
    categories: { categories: [{ categoryId: keys.category }] },
    identifiers: {},
    descriptions: { defaultDescriptions: [{ languageIso: 'DE', descriptionData: { itemName: 'Tau' } }] },
  });
  return itemId;
}

describe('the texts of a supplier on an item', () => {
  const limits = [
    ['supplierItemName', 255],
    ['supplierItemNumber', 255],
    ['notes', 512],
  ] as const;

  it.each(limits)('%s has at most %i characters', async (field, most) => {
    const itemId = await newItem();
    const add = (length: number): Promise<unknown> =>
      tools.run('AddItemSupplier', {
        itemId,
        itemSupplier: { supplierId: keys.supplier, [field]: 'x'.repeat(length) },
      });
    await expect(add(most + 1)).rejects.toThrow(`request.itemSupplier.${field}`);
    expect(await add(most)).toEqual({ itemId });
  });

  it.each(limits)('%s is held to its limit by CreateItem and ChangeItem too', async (field, most) => {
    const suppliers = [{ supplierId: keys.supplier, [field]: 'x'.repeat(most + 1) }];
    const change = tools.run('ChangeItem', { itemId: await newItem(), suppliers: { suppliers } });
    await expect(change).rejects.toThrow('VALIDATION_ERROR');
  });
});

describe('a special price', () => {
  async function after(price: object): Promise<unknown> {
    const itemId = await newItem();
    const specialPrices = [{ customerGroupId: keys.customerGroup, ...price }];
    await tools.run('ChangeItem', {
      itemId,
      specialPrices: { salesChannelSpecialPrices: [{ salesChannelId: '2-1-1', specialPrices }] },
    });
    type Shown = { specialPrices: { salesChannelSpecialPrices: { specialPrices: unknown[] }[] } };
    const shown = await tools.query<Shown>('GetItemById', { itemId });
    return shown.specialPrices.salesChannelSpecialPrices[0]?.specialPrices[0];
  }

  it('is inactive without a price', async () => {
    const customerGroupId = keys.customerGroup;
    expect(await after({ netPrice: 5, isActive: true })).toEqual({
      customerGroupId,
      netPrice: 5,
      isActive: true,
    });
    expect(await after({ netPrice: null, isActive: true })).toEqual({
      customerGroupId,
      netPrice: null,
      isActive: false,
    });
  });
});

describe('the weight of a package', () => {
  const weigh = (weight: number): Promise<unknown> =>
    tools.run('ChangePackageWeight', { packageId: packKey('VersandKey', 1), weight });

  it('is from 0 to 10,000 kg', async () => {
    for (const weight of [-0.01, 10_000.01]) await expect(weigh(weight)).rejects.toThrow('request.weight');
    for (const weight of [0, 10_000]) expect(await weigh(weight)).toBe(true);
  });
});

describe('the standard tax class', () => {
  it('is the one that was made standard last', async () => {
    const made = await tools.run<string>('CreateTaxClass', {
      name: 'Neu',
      taxType: 'NONE',
      isStandard: true,
    });
    type Classes = { nodes: { id: string; isStandard: boolean }[] };
    const { nodes } = await tools.query<Classes>('QueryTaxClasses', { first: 500 });
    expect(nodes.filter((one) => one.isStandard).map((one) => one.id)).toEqual([made]);
  });
});

describe('a calculation', () => {
  const line = {
    syncNumber: 1,
    quantity: 1,
    taxRate: 19,
    lineItemType: 'CUSTOM',
    totalSalesPriceNet: 1,
    totalSalesPriceGross: 1.19,
  };

  function calculate(change: object): Promise<unknown> {
    return tools.run('CalculateSalesEntity', {
      recalculateTaxMode: 'KEEP_NET_PRICES',
      calculateSalesEntityRequest: {
        companyId: keys.company,
        customerId: keys.customer,
        currencyIso: 'EUR',
        currencyFactor: 1,
        departureCountryIso: 'DE',
        taxSetting: 'DELIVERY_WITH_VAT',
        lineItems: [line],
      },
      changes: [{ lineItemChanges: change }],
    });
  }

  it('refuses a new line with the sync number of another one', async () => {
    const added = (syncNumber: number): object => ({ syncNumber, quantity: 1 });
    await expect(calculate({ create: [added(1)] })).rejects.toThrow('The sync number 1 stands twice');
    await expect(calculate({ create: [added(2), added(2)] })).rejects.toThrow(
      'The sync number 2 stands twice',
    );
    expect(await calculate({ create: [added(1)], delete: [1] })).toMatchObject({
      lineItems: [{ syncNumber: 1 }],
    });
  });
});

describe('a sales order', () => {
  it.each([null, ''])('takes %j as the VAT id of the merchant', async (vatId) => {
    const made = await tools.run('CreateSalesOrder', {
      customerId: keys.customer,
      companyId: keys.company,
      vatId,
      languageIso: 'DE',
      billingAddress: { street: 'Kai 3', city: 'Kiel', countryIso: 'DE', lastName: 'Boysen' },
      departureCountry: { countryIso: 'DE', currencyIso: 'EUR' },
      paymentDetails: { currencyIso: 'EUR' },
      lineItems: [{ itemId: keys.item, quantity: 1, salesPriceNet: 10 }],
    });
    expect(made['salesOrderId']).toMatch(/^[0-9a-f-]{36}$/);
  });
});
