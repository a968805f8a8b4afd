import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadGraphqlContract, type GraphqlContractData } from '../../src/wawi/contract/graphql-contract.ts';
import { apis } from '../../src/wawi/areas/index.ts';
import { packKey } from '../../src/wawi/contract/keys.ts';
import { areaCases } from './area-cases.ts';
import { GraphqlClient } from './graphql-client.ts';
import { salesCases } from './sales-mutation-cases.ts';
import { selectionOf } from './selections.ts';

let client: GraphqlClient;
let contract: GraphqlContractData;
beforeAll(async () => {
  client = await GraphqlClient.start();
  contract = await loadGraphqlContract('2.1');
});
afterAll(() => client.close());

type Result = Record<string, unknown>;

/** Runs a mutation with every field of its answer. */
async function run<T = Result>(name: string, request: unknown): Promise<T> {
  const row = contract.mutations[name]!;
  const query = `mutation($request: ${row.args['request']!.replace(/!$/, '')}!) { ${name}(request: $request) ${selectionOf(contract, row)} }`;
  return (await client.data<Record<string, T>>(query, { request }))[name]!;
}

const ids = {
  company: packKey('FirmaKey', 1),
  customer: packKey('KundeKey', 1),
  customerGroup: packKey('KundenGruppeKey', 1),
  item: packKey('ArtikelKey', 1),
  otherItem: packKey('ArtikelKey', 2),
  category: packKey('KategorieKey', 1),
  taxReason: packKey('RechnungStornogrundKey', 1),
};

const address = {
  street: 'Möllner Landstraße 1',
  city: 'Hamburg',
  postalCode: '22111',
  countryIso: 'DE',
  lastName: 'Groß',
};

/** Every mutation with what shows afterwards that it was done. */
const cases: Record<string, () => Promise<void>> = {
  ...salesCases({ client: () => client, run, createOrder }),
  CreateCategory: async () => {
    const { categoryId } = await run<{ categoryId: string }>('CreateCategory', {
      name: 'Kletterschuhe',
      sortNumber: 7,
    });
    expect(
      await client.data(
        `{ QueryCategories(where: {id: {eq: "${categoryId}"}}) { nodes { id name sortNumber } } }`,
      ),
    ).toEqual({
      QueryCategories: { nodes: [{ id: categoryId, name: 'Kletterschuhe', sortNumber: 7 }] },
    });
  },
  UpdateCategory: async () => {
    expect(await run('UpdateCategory', { categoryId: ids.category, name: 'Zelte & Planen' })).toEqual({
      categoryId: ids.category,
    });
    expect(
      await client.data(`{ GetCategoryById(categoryId: "${ids.category}") { descriptions { name } } }`),
    ).toMatchObject({
      GetCategoryById: {
        descriptions: expect.arrayContaining([expect.objectContaining({ name: 'Zelte & Planen' })]),
      },
    });
  },
  DeleteCategory: async () => {
    const { categoryId } = await run<{ categoryId: string }>('CreateCategory', { name: 'Vorübergehend' });
    expect(await run<boolean>('DeleteCategory', { categoryId })).toBe(true);
    expect(
      await client.data(`{ QueryCategories(where: {id: {eq: "${categoryId}"}}) { totalCount } }`),
    ).toEqual({ QueryCategories: { totalCount: 0 } });
  },
  CreateItem: async () => {
    const { itemId } = await run<{ itemId: string }>('CreateItem', {
      categories: { categories: [{ categoryId: ids.category }] },
      identifiers: { sku: 'GQL-1', gtin: '4006381333931' },
      descriptions: {
        defaultDescriptions: [{ languageIso: 'DE', descriptionData: { itemName: 'Schlafmütze' } }],
      },
      prices: { salesPriceNet: 19.99 },
    });
    expect(await client.rest('GET', `/items/${itemId}`)).toMatchObject({
      id: itemId,
      identifiers: { sku: 'GQL-1', gtin: '4006381333931' },
      prices: { salesPriceNet: 19.99 },
    });
  },
  ChangeItem: async () => {
    const changed = await run<{ item: { id: string; measurements: { weight: number } } }>('ChangeItem', {
      itemId: ids.item,
      measurements: { weight: 0.3 },
    });
    expect(changed.item).toMatchObject({ id: ids.item, measurements: { weight: 0.3 } });
  },
  AddItemSupplier: async () => {
    const suppliers = await client.data<{ QuerySuppliers: { nodes: { id: string }[] } }>(
      '{ QuerySuppliers { nodes { id } } }',
    );
    const supplierId = suppliers.QuerySuppliers.nodes.at(-1)!.id;
    const before = `{ QueryItemSuppliersById(itemId: "${ids.otherItem}") { nodes { supplierId netPurchasePrice } } }`;
    const had = await client.data<{ QueryItemSuppliersById: { nodes: { supplierId: string }[] } }>(before);
    if (had.QueryItemSuppliersById.nodes.some((one) => one.supplierId === supplierId)) return;
    expect(
      await run('AddItemSupplier', {
        itemId: ids.otherItem,
        itemSupplier: { supplierId, netPurchasePrice: 4.2 },
      }),
    ).toEqual({ itemId: ids.otherItem });
    expect((await client.data<typeof had>(before)).QueryItemSuppliersById.nodes).toContainEqual({
      supplierId,
      netPurchasePrice: 4.2,
    });
  },
  UpdateItemSalesChannels: async () => {
    expect(
      await run<boolean>('UpdateItemSalesChannels', {
        itemKeys: [ids.item],
        activateSalesChannels: ['2-1-1'],
      }),
    ).toBe(true);
  },
  CreateProductGroup: async () => {
    const { id } = await run<{ id: string }>('CreateProductGroup', { name: 'Gartenmöbel' });
    expect(
      await client.data('{ QueryProductGroups(where: {name: {eq: "gartenmöbel"}}) { nodes { id name } } }'),
    ).toEqual({
      QueryProductGroups: { nodes: [{ id, name: 'Gartenmöbel' }] },
    });
  },
  CreateShippingClass: async () => {
    const { id } = await run<{ id: string }>('CreateShippingClass', { name: 'Gefahrgut' });
    expect(
      await client.data(`{ QueryShippingClasses(where: {id: {eq: "${id}"}}) { nodes { name } } }`),
    ).toEqual({
      QueryShippingClasses: { nodes: [{ name: 'Gefahrgut' }] },
    });
  },
  CreateTaxClass: async () => {
    const id = await run<string>('CreateTaxClass', {
      name: 'Zwischensatz',
      taxType: 'INTERMEDIATE',
      isStandard: false,
    });
    expect(
      await client.data(`{ QueryTaxClasses(where: {id: {eq: "${id}"}}) { nodes { id name } } }`),
    ).toEqual({
      QueryTaxClasses: { nodes: [{ id, name: 'Zwischensatz' }] },
    });
  },
  UpdateTaxClass: async () => {
    const taxClassId = await run<string>('CreateTaxClass', {
      name: 'Sondersatz',
      taxType: 'NONE',
      isStandard: false,
    });
    await run('UpdateTaxClass', { id: taxClassId, name: 'Sondersatz 2', taxType: 'REDUCED' });
    expect(
      await client.data(`{ QueryTaxClasses(where: {id: {eq: "${taxClassId}"}}) { nodes { name taxType } } }`),
    ).toEqual({
      QueryTaxClasses: { nodes: [{ name: 'Sondersatz 2', taxType: 'REDUCED' }] },
    });
  },
  DeleteTaxClass: async () => {
    const taxClassId = await run<string>('CreateTaxClass', {
      name: 'Vorübergehender Satz',
      taxType: 'NONE',
      isStandard: false,
    });
    expect(await run<boolean>('DeleteTaxClass', { id: taxClassId })).toBe(true);
    expect(
      await client.data(`{ QueryTaxClasses(where: {id: {eq: "${taxClassId}"}}) { totalCount } }`),
    ).toEqual({
      QueryTaxClasses: { totalCount: 0 },
    });
  },
  CreateCustomer: async () => {
    const { customerId } = await createCustomer();
    expect(
      await client.data(
        `{ GetCustomerById(customerId: "${customerId}") { customerId customerAddresses { addressType city lastName } } }`,
      ),
    ).toMatchObject({
      GetCustomerById: {
        customerId,
        customerAddresses: expect.arrayContaining([
          expect.objectContaining({ addressType: 'BILLING_ADDRESS', city: 'Hamburg', lastName: 'Groß' }),
        ]),
      },
    });
  },
  UpdateCustomer: async () => {
    const { customerId } = await createCustomer();
    const { GetCustomerById: customer } = await client.data<{
      GetCustomerById: { customerAddresses: { customerAddressId: string }[] };
    }>(`{ GetCustomerById(customerId: "${customerId}") { customerAddresses { customerAddressId } } }`);
    const { customerAddressId } = customer.customerAddresses[0]!;
    expect(
      await run('UpdateCustomer', { customerId, addresses: [{ customerAddressId, city: 'Lübeck' }] }),
    ).toEqual({
      customerId,
    });
    expect(
      await client.data(
        `{ QueryCustomers(where: {id: {eq: "${customerId}"}}) { nodes { city lastName street } } }`,
      ),
    ).toEqual({
      QueryCustomers: { nodes: [{ city: 'Lübeck', lastName: 'Groß', street: address.street }] },
    });
  },
  ActivateLanguage: async () => {
    expect(await run<boolean>('ActivateLanguage', { cultureOrIso: 'fr-FR' })).toBe(true);
    expect(await languages()).toContain('fr-FR');
  },
  DeactivateLanguage: async () => {
    await run('ActivateLanguage', { cultureOrIso: 'it-IT' });
    expect(await run<boolean>('DeactivateLanguage', { cultureOrIso: 'it-IT' })).toBe(true);
    expect(await languages()).not.toContain('it-IT');
  },
  CreateSalesOrder: async () => {
    const salesOrderId = await createOrder();
    const { GetSalesOrderById: order } = await client.data<{ GetSalesOrderById: Result }>(
      `{ GetSalesOrderById(salesOrderId: "${salesOrderId}") { id customerId billingAddress { city } lineItems { itemId name quantity salesPriceNet } keyFigures { totalNetAmount } } }`,
    );
    expect(order).toMatchObject({
      id: salesOrderId,
      customerId: ids.customer,
      billingAddress: { city: 'Hamburg' },
      lineItems: [{ itemId: ids.item, quantity: 2, salesPriceNet: 10.1 }],
      keyFigures: { totalNetAmount: 20.2 },
    });
  },
  UpdateSalesOrder: async () => {
    const salesOrderId = await createOrder();
    expect(await run('UpdateSalesOrder', { salesOrderId, customerSalesOrderNumber: 'PO-7' })).toEqual({
      salesOrderId,
    });
    expect(
      await client.data(
        `{ GetSalesOrderById(salesOrderId: "${salesOrderId}") { customerSalesOrderNumber billingAddress { city } } }`,
      ),
    ).toEqual({
      GetSalesOrderById: { customerSalesOrderNumber: 'PO-7', billingAddress: { city: 'Hamburg' } },
    });
  },
  CalculateSalesOrder: async () => {
    const result = await run<{ totalNetAmount: number; totalGrossAmount: number; lineItems: unknown[] }>(
      'CalculateSalesOrder',
      {
        recalculateTaxMode: 'KEEP_NET_PRICES',
        calculateSalesOrderRequest: {
          companyId: ids.company,
          customerId: ids.customer,
          departureCountryIso: 'DE',
          lineItems: [
            { syncNumber: 1, itemId: ids.item, quantity: 3, salesPriceNet: 10, discountPercent: 0 },
          ],
        },
        changes: [{ lineItemChanges: { update: [{ syncNumber: 1, quantity: 4 }] } }],
      },
    );
    expect(result).toMatchObject({
      lineItems: [{ syncNumber: 1, quantity: 4, salesPriceNet: 10, salesPriceGross: 11.9, taxRate: 19 }],
      totalNetAmount: 40,
      totalGrossAmount: 47.6,
      vatAmounts: [{ taxRate: 19, vatAmount: 7.6 }],
    });
  },
  CreateSalesInvoice: async () => {
    const invoiceId = await createInvoice();
    expect(
      await client.data(
        `{ QuerySalesInvoices(where: {salesInvoiceId: {eq: "${invoiceId}"}}) { nodes { totalNetAmount isCancelled } } }`,
      ),
    ).toEqual({
      QuerySalesInvoices: { nodes: [{ totalNetAmount: 20.2, isCancelled: false }] },
    });
  },
  CancelSalesInvoice: async () => {
    const salesInvoiceId = await createInvoice();
    expect(
      await run<boolean>('CancelSalesInvoice', {
        salesInvoiceId,
        cancellationReasonId: ids.taxReason,
        cancellationComment: 'Irrtum',
      }),
    ).toBe(true);
    expect(
      await client.data(
        `{ QuerySalesInvoices(where: {salesInvoiceId: {eq: "${salesInvoiceId}"}}) { nodes { isCancelled } } }`,
      ),
    ).toEqual({
      QuerySalesInvoices: { nodes: [{ isCancelled: true }] },
    });
  },
  CreateSalesInvoiceCorrection: async () => {
    const { salesInvoiceCorrectionId } = await correctInvoice();
    expect(await corrections(salesInvoiceCorrectionId)).toMatchObject([{ cancelledDate: null }]);
  },
  CancelSalesInvoiceCorrection: async () => {
    const { salesInvoiceCorrectionId } = await correctInvoice();
    const cancellationReasonId = packKey('GutschriftStornogrundKey', 1);
    expect(
      await run<boolean>('CancelSalesInvoiceCorrection', {
        salesInvoiceCorrectionId,
        cancellationReasonId,
        cancellationComment: 'Irrtum',
      }),
    ).toBe(true);
    expect(await corrections(salesInvoiceCorrectionId)).toMatchObject([
      { cancelledDate: expect.any(String) as string },
    ]);
  },
  CreateSalesQuotation: async () => {
    const { salesQuotationId } = await createQuotation();
    expect(
      await client.data(`{ GetSalesQuotationById(id: "${salesQuotationId}") { id isCancelled } }`),
    ).toEqual({
      GetSalesQuotationById: { id: salesQuotationId, isCancelled: false },
    });
  },
  CancelSalesQuotation: async () => {
    const { salesQuotationId } = await createQuotation();
    const cancellationReasonId = packKey('AuftragStornogrundKey', 1);
    expect(
      await run<boolean>('CancelSalesQuotation', {
        salesQuotationId,
        cancellationReasonId,
        cancellationComment: 'zu teuer',
      }),
    ).toBe(true);
    expect(await client.data(`{ GetSalesQuotationById(id: "${salesQuotationId}") { isCancelled } }`)).toEqual(
      {
        GetSalesQuotationById: { isCancelled: true },
      },
    );
  },
  UpdateSalesQuotation: async () => {
    const { salesQuotationId } = await createQuotation();
    await run('UpdateSalesQuotation', {
      salesQuotationId,
      customerSalesQuotationNumber: 'Anfrage 12',
      billingAddress: { city: 'Kiel' },
      externalDetails: { externalSalesQuotationNumber: 'EXT-77' },
      paymentDetails: { paymentDueDateInDays: 21 },
      shippingDetails: { shippingPriority: 3 },
      lineItems: [{ itemId: ids.otherItem, quantity: 4, salesPriceNet: 12.5, discountPercent: 10 }],
    });
    const fields =
      'customerSalesQuotationNumber billingAddress { city street } paymentDetails { paymentDueDateInDays } ' +
      'externalDetails { externalSalesQuotationNumber } shippingDetails { shippingPriority } ' +
      'lineItems { itemId quantity salesPriceNet discountPercent }';
    expect(
      await client.data(`{ GetSalesQuotationById(id: "${salesQuotationId}") { ${fields} } }`),
    ).toMatchObject({
      GetSalesQuotationById: {
        customerSalesQuotationNumber: 'Anfrage 12',
        billingAddress: { city: 'Kiel', street: address.street },
        externalDetails: { externalSalesQuotationNumber: 'EXT-77' },
        paymentDetails: { paymentDueDateInDays: 21 },
        shippingDetails: { shippingPriority: 3 },
        lineItems: expect.arrayContaining([
          { itemId: ids.otherItem, quantity: 4, salesPriceNet: 12.5, discountPercent: 10 },
        ]) as unknown,
      },
    });
  },
  CreateSalesOrderFromSalesQuotation: async () => {
    const { salesQuotationId } = await createQuotation();
    const { salesOrderId } = await run<{ salesOrderId: string }>('CreateSalesOrderFromSalesQuotation', {
      salesQuotationId,
    });
    expect(
      await client.data(`{ GetSalesOrderById(salesOrderId: "${salesOrderId}") { customerId } }`),
    ).toEqual({
      GetSalesOrderById: { customerId: ids.customer },
    });
  },
  CreateWorkbenchResourceType: async () => {
    expect(await createResourceType('Prüfplatz')).toMatch(/^[0-9a-f-]{36}$/);
  },
  CreateWorkbenchResource: async () => {
    const workbenchResourceTypeId = await createResourceType('Packtisch');
    const { id } = await run<{ id: string }>('CreateWorkbenchResource', {
      number: 'WB-77',
      name: 'Packtisch 77',
      description: 'am Tor',
      workbenchResourceTypeId,
      hostName: 'pack77',
      warehouseId: packKey('WarenlagerKey', 1),
      reservationMode: 'ITERATION',
      autoShowProcessParameterValuesInProduction: false,
      expiredComponentsUsage: 'PERMITTED',
      replenishmentCreationStockReservationMode: 'AUTO',
    });
    expect(await client.data(`{ QueryWorkbenchResourceById(id: "${id}") { name reservationMode } }`)).toEqual(
      {
        QueryWorkbenchResourceById: { name: 'Packtisch 77', reservationMode: 'ITERATION' },
      },
    );
  },
  ChangePackageWeight: async () => {
    const packageId = packKey('VersandKey', 1);
    expect(await run<boolean>('ChangePackageWeight', { packageId, weight: 2.75 })).toBe(true);
    expect(await client.data(`{ QueryOrderData(packageId: "${packageId}") { totalWeight } }`)).toEqual({
      QueryOrderData: { totalWeight: 2.75 },
    });
  },
  CreateDeliverPackage: async () => {
    expect(
      await run<boolean>('CreateDeliverPackage', {
        packageId: packKey('VersandKey', 1),
        trackingCode: 'JJD0001',
        shippingDate: '2026-10-31T10:00:00Z',
      }),
    ).toBe(true);
  },
  CopyItemdetails: async () => {
    expect(
      await run('CopyItemdetails', {
        copyDetailsFromItemId: ids.item,
        copyDetailsIntoItemIds: [ids.otherItem],
        copyOptions: { measurementsCopyOptions: { isActive: true, copyAction: 'REPLACE' } },
      }),
    ).toEqual({ itemId: [ids.otherItem] });
    const weights = await client.data<Record<string, unknown>>(
      `{ from: GetItemById(itemId: "${ids.item}") { measurements { weight } }
         into: GetItemById(itemId: "${ids.otherItem}") { measurements { weight } } }`,
    );
    expect(weights['into']).toEqual(weights['from']);
  },
  DuplicateItems: async () => {
    const { createdItems } = await run<{ createdItems: string[] }>('DuplicateItems', {
      executeItemCreatedWorkflowOnCreation: false,
      duplicateItemId: ids.item,
      duplicatesToCreate: [{ sku: 'GQL-DUP', name: 'Doppelt' }],
      itemDuplicationOptions: { measurementssDuplicationOptions: { isActive: true } },
    });
    expect(
      await client.data(`{ GetItemById(itemId: "${createdItems[0]!}") { identifiers { sku } } }`),
    ).toEqual({
      GetItemById: { identifiers: { sku: 'GQL-DUP' } },
    });
  },
  AddProductGroups: async () => {
    expect(await run<boolean>('AddProductGroups', { names: ['Kerzen', 'Lampions'] })).toBe(true);
    expect(await groups(['Kerzen', 'Lampions'])).toHaveLength(2);
  },
  CreateProductGroups: async () => {
    expect(await run<boolean>('CreateProductGroups', { names: ['Fackeln', 'Laternen'] })).toBe(true);
    expect(await groups(['Fackeln', 'Laternen'])).toHaveLength(2);
  },
  UpdateProductGroups: async () => {
    await run('AddProductGroups', { names: ['Kreide'] });
    const [group] = await groups(['Kreide']);
    expect(
      await run<boolean>('UpdateProductGroups', {
        productGroups: [{ productGroupId: group!.id, name: 'Kreiden' }],
      }),
    ).toBe(true);
    expect(await groups(['Kreiden'])).toEqual([{ id: group!.id, name: 'Kreiden' }]);
  },
  DeleteProductGroups: async () => {
    await run('AddProductGroups', { names: ['Weg damit'] });
    const [group] = await groups(['Weg damit']);
    expect(await run<boolean>('DeleteProductGroups', { ids: [group!.id] })).toBe(true);
    expect(await groups(['Weg damit'])).toEqual([]);
  },
  UploadFile: async () => {
    const form = new FormData();
    form.append(
      'operations',
      JSON.stringify({
        query: 'mutation($file: Upload!) { UploadFile(file: $file) { fileName size fileHandle } }',
        variables: { file: null },
      }),
    );
    form.append('map', JSON.stringify({ 0: ['variables.file'] }));
    form.append('0', new Blob(['Grüße'], { type: 'text/plain' }), 'gruß.txt');
    const answer = await client.fetch('', { method: 'POST', body: form });
    expect(answer.errors).toBeUndefined();
    const { fileName, size, fileHandle } = (
      answer.data as { UploadFile: { fileName: string; size: number; fileHandle: string } }
    ).UploadFile;
    expect([fileName, size]).toEqual(['gruß.txt', 7]);
    const file = await fetch(fileHandle, { headers: client.headers });
    expect(await file.text()).toBe('Grüße');
  },
};

async function createCustomer(): Promise<{ customerId: string }> {
  return run('CreateCustomer', {
    companyId: ids.company,
    customerGroupId: ids.customerGroup,
    billingAddress: address,
  });
}

async function createOrder(more: object = {}): Promise<string> {
  const order = await run<{ salesOrderId: string }>('CreateSalesOrder', {
    customerId: ids.customer,
    companyId: ids.company,
    languageIso: 'DE',
    vatId: '',
    billingAddress: address,
    shipmentAddress: address,
    departureCountry: { countryIso: 'DE', currencyIso: 'EUR' },
    paymentDetails: { currencyIso: 'EUR' },
    lineItems: [{ itemId: ids.item, quantity: 2, salesPriceNet: 10.1, type: 'ITEM' }],
    ...more,
  });
  return order.salesOrderId;
}

async function createInvoice(): Promise<string> {
  return (await run<{ salesInvoiceId: string }>('CreateSalesInvoice', { salesOrderId: await createOrder() }))
    .salesInvoiceId;
}

async function correctInvoice(): Promise<{ salesInvoiceCorrectionId: string }> {
  return run('CreateSalesInvoiceCorrection', { salesInvoiceId: await createInvoice() });
}

async function createQuotation(): Promise<{ salesQuotationId: string }> {
  return run('CreateSalesQuotation', {
    customerId: ids.customer,
    companyId: ids.company,
    languageIso: 'DE',
    billingAddress: address,
    departureCountry: { countryIso: 'DE', currencyIso: 'EUR' },
    paymentDetails: { currencyIso: 'EUR' },
    lineItems: [{ itemId: ids.item, quantity: 1 }],
  });
}

async function createResourceType(name: string): Promise<string> {
  return (await run<{ id: string }>('CreateWorkbenchResourceType', { name })).id;
}

async function corrections(id: string): Promise<unknown[]> {
  const { QuerySalesInvoiceCorrections: found } = await client.data<{
    QuerySalesInvoiceCorrections: { nodes: unknown[] };
  }>(`{ QuerySalesInvoiceCorrections(where: {id: {eq: "${id}"}}) { nodes { id cancelledDate } } }`);
  return found.nodes;
}

async function groups(names: string[]): Promise<{ id: string; name: string }[]> {
  const { QueryProductGroups: found } = await client.data<{
    QueryProductGroups: { nodes: { id: string; name: string }[] };
  }>('query($names: [String]) { QueryProductGroups(where: {name: {in: $names}}) { nodes { id name } } }', {
    names,
  });
  return found.nodes;
}

async function languages(): Promise<unknown[]> {
  const { QueryLanguages: found } = await client.data<{
    QueryLanguages: { nodes: { cultureIso: string }[] };
  }>('{ QueryLanguages { nodes { cultureIso } } }');
  return found.nodes.map((node) => node.cultureIso);
}

describe('the mutations', () => {
  it('all have a case here or among those of their area', () => {
    const served = Object.keys(apis.graphql.mutations).filter((name) => name in contract.mutations);
    const elsewhere = served.filter((name) => name in areaCases);
    expect([...Object.keys(cases), ...elsewhere].sort()).toEqual(served.sort());
  });

  it.each(Object.entries(cases))('%s shows in what is read afterwards', async (_, check) => {
    await check();
  });
});

it('ships an order to a copy of its billing address where the command says so', async () => {
  const salesOrderId = await createOrder({
    shipmentAddress: { ...address, city: 'Kiel' },
    useBillingAddressAsShipmentAddress: true,
  });
  expect(
    await client.data(
      `{ GetSalesOrderById(salesOrderId: "${salesOrderId}") { billingAddress { city } shipmentAddress { city } } }`,
    ),
  ).toEqual({
    GetSalesOrderById: { billingAddress: { city: 'Hamburg' }, shipmentAddress: { city: 'Hamburg' } },
  });
});

it('keeps the address that the tax of an order refers to', async () => {
  const taxDetails = { taxReference: 'BILLING_ADDRESS' };
  for (const [details, shown] of [
    [{}, 'SHIPMENT_ADDRESS'],
    [{ taxDetails }, 'BILLING_ADDRESS'],
  ] as const) {
    const id = await createOrder(details);
    expect(
      await client.data(`{ GetSalesOrderById(salesOrderId: "${id}") { taxDetails { taxReference } } }`),
    ).toEqual({ GetSalesOrderById: { taxDetails: { taxReference: shown } } });
  }
});

it('taxes an order by the country of the address that its tax refers to', async () => {
  const rateOf = async (taxReference: string): Promise<unknown> => {
    const id = await createOrder({
      customerVatId: '',
      billingAddress: { ...address, countryIso: 'AT' },
      taxDetails: { taxReference },
    });
    const { GetSalesOrderById: order } = await client.data<{
      GetSalesOrderById: { lineItems: { taxRate: number }[] };
    }>(`{ GetSalesOrderById(salesOrderId: "${id}") { lineItems { taxRate } } }`);
    return order.lineItems[0]?.taxRate;
  };
  expect(await rateOf('SHIPMENT_ADDRESS')).toBe(19);
  expect(await rateOf('BILLING_ADDRESS')).toBe(20);
});

describe('a refused mutation', () => {
  it('names code, field and trace, and changes nothing', async () => {
    const before = await client.data('{ QueryItems { totalCount } }');
    const answer = await client.send(
      `mutation { CreateItem(request: {
        categories: {categories: [{categoryId: "${packKey('KategorieKey', 99999)}"}]}
        identifiers: {sku: "GQL-REFUSED"}
        descriptions: {defaultDescriptions: [{languageIso: "DE", descriptionData: {itemName: "x"}}]}
      }) { itemId } }`,
    );
    expect(answer.status).toBe(200);
    expect(answer.data).toBeNull();
    expect(answer.errors?.[0]).toMatchObject({
      path: ['CreateItem'],
      extensions: { code: 'VALIDATION_ERROR', traceId: expect.any(String) as string },
    });
    expect(Object.keys(answer.errors?.[0]?.extensions['validationErrors'] as object)[0]).toMatch(
      /^request\..*categoryId/i,
    );
    expect(await client.data('{ QueryItems { totalCount } }')).toEqual(before);
  });

  it('says CONFLICT for a number that is taken', async () => {
    const answer = await client.send(
      `mutation { CreateItem(request: {
        categories: {categories: []} identifiers: {sku: "BO-0003"}
        descriptions: {defaultDescriptions: [{languageIso: "DE", descriptionData: {itemName: "x"}}]}
      }) { itemId } }`,
    );
    expect(answer.errors?.[0]?.extensions).toMatchObject({ code: 'CONFLICT' });
  });
});
