import { describe, expect, it } from 'vitest';
import { packKey } from '../../src/wawi/contract/keys.ts';
import { shopOfFile } from './sales-client.ts';

const { erp } = shopOfFile();

const kundeKey = (id: number): string => packKey('KundeKey', id);

const newCustomer = {
  CustomerGroupId: 1,
  InternalCompanyId: 1,
  LanguageIso: 'DE',
  BillingAddress: { FirstName: 'Änne', LastName: 'Öztürk', Street: 'Weg 1', City: 'Köln', CountryIso: 'DE' },
};

interface Customer {
  Id: number;
  Number: string;
  BillingAddress: Record<string, unknown>;
  Shipmentaddress: Record<string, unknown>;
  PaymentSettings: Record<string, unknown>;
  OtherAddresses: Record<string, Record<string, unknown>[]>;
  IsLocked: boolean;
  Website?: string;
}

describe('customers in v1', () => {
  it('live from create over read and update to delete, after which they are 404', async () => {
    const created = await erp<Customer>('POST /customers', newCustomer);
    expect(created.status).toBe(201);
    expect(created.json.Number).toMatch(/^K\d+$/);
    const path = `/customers/${created.json.Id}`;
    expect((await erp<Customer>(`GET ${path}`)).json).toEqual(created.json);

    const updated = await erp<Customer>(`PATCH ${path}`, {
      Website: 'https://example.com',
      PaymentSettings: { Discount: 2.5 },
      BillingAddress: { City: 'Bonn' },
    });
    expect(updated.status).toBe(201);
    expect(updated.json.BillingAddress).toEqual({ ...created.json.BillingAddress, City: 'Bonn' });
    expect(updated.json.PaymentSettings['Discount']).toBe(2.5);
    expect(updated.json.PaymentSettings['PaymentTarget']).toBe(14);

    const cleared = await erp<Customer>(`PATCH ${path}`, { Website: null });
    expect(cleared.json).not.toHaveProperty('Website');

    expect((await erp(`DELETE ${path}`)).status).toBe(204);
    expect((await erp(`GET ${path}`)).status).toBe(404);
    expect((await erp(`PATCH ${path}`, { IsLocked: true })).status).toBe(404);
  });

  it.each([
    ['without a billing address', { ...newCustomer, BillingAddress: undefined }, 400, 'BillingAddress'],
    ['of a group that does not exist', { ...newCustomer, CustomerGroupId: 99 }, 400, 'CustomerGroupId'],
    ['with a number that is taken', { ...newCustomer, Number: 'k10001' }, 409, 'Number'],
  ])('%s are refused', async (_what, body, status, field) => {
    const before = await erp<{ TotalItems: number }>('GET /customers');
    const refused = await erp<{ ValidationErrors: Record<string, string> }>('POST /customers', body);
    expect(refused.status).toBe(status);
    expect(Object.keys(refused.json.ValidationErrors)).toContain(field);
    expect((await erp<{ TotalItems: number }>('GET /customers')).json.TotalItems).toBe(
      before.json.TotalItems,
    );
  });

  it.each([
    ['searchKeyWord=grün', ['K10001']],
    ['number=K10003', ['K10003']],
    ['groupId=2', ['K10003']],
    ['searchKeyWord=lübeck&groupId=2', []],
  ])('are found by %s', async (query, numbers) => {
    const page = await erp<{ Items: Customer[] }>(`GET /customers?${encodeURI(query)}`);
    expect(page.json.Items.map((customer) => customer.Number)).toEqual(numbers);
  });

  it('with orders cannot be deleted', async () => {
    const refused = await erp('DELETE /customers/1');
    expect(refused.status).toBe(409);
    expect(refused.reason).toContain('sales order');
    expect((await erp('GET /customers/1')).status).toBe(200);
  });
});

describe('the parts of a customer in v1', () => {
  it.each([
    ['contacts', { LastName: 'Möller' }, { Department: 'Einkauf' }, 'Id'],
    ['bankaccounts', { AccountHolder: 'Käthe Grünwald' }, { IBAN: 'DE02120300000000202051' }, 'Id'],
    ['notes', { NoteBody: 'ruft zurück' }, { NoteBody: 'hat zurückgerufen' }, 'NoteId'],
  ])('%s are added, read, changed and taken away', async (part, body, change, idField) => {
    const base = `/customers/1/${part}`;
    const created = await erp<Record<string, unknown>>(`POST ${base}`, body);
    expect(created.status).toBe(201);
    expect(created.json).toMatchObject(body);
    const path = `${base}/${String(created.json[idField])}`;

    expect((await erp(`PATCH ${path}`, change)).status).toBe(204);
    const changed = { ...created.json, ...change };
    expect((await erp(`GET ${path}`)).json).toEqual(changed);
    expect((await erp<unknown[]>(`GET ${base}`)).json).toContainEqual(changed);

    expect((await erp(`DELETE ${path}`)).status).toBe(204);
    expect((await erp(`GET ${path}`)).status).toBe(404);
    expect((await erp(`GET /customers/4711/${part}`)).status).toBe(404);
  });
});

describe('customers in v2', () => {
  it('are created, changed by address and read as GraphQL shows them', async () => {
    const created = await erp<{ id: string }>(
      'POST /customers',
      {
        companyId: packKey('FirmaKey', 1),
        customerGroupId: packKey('KundenGruppeKey', 1),
        accountsReceivableNumber: 70001,
        paymentMethodId: packKey('ZahlungsartKey', 2),
        billingAddress: {
          street: 'Ring 5',
          city: 'Trier',
          countryIso: 'DE',
          additionalAddressLine: 'Hof',
          firstName: 'Uwe',
          companyName: 'Uwe & Söhne',
          emailAddress: 'uwe@example.com',
        },
      },
      'v2',
    );
    expect(created.status).toBe(201);
    const { id } = created.json;
    const read = await erp<{ customerAddresses: Record<string, unknown>[] }>(
      `GET /customer/${id}`,
      undefined,
      'v2',
    );
    expect(read.json).toMatchObject({
      customerId: id,
      customerGroup: { name: 'Endkunden' },
      customerAddresses: [
        {
          addressType: 1,
          isDefault: true,
          companyName: 'Uwe & Söhne',
          street: 'Ring 5',
          additionalAddressLine: 'Hof',
          countryIso: 'DE',
          emailAddress: 'uwe@example.com',
        },
      ],
    });
    const addressId = String(read.json.customerAddresses[0]?.['customerAddressId']);
    const changed = await erp(
      `PATCH /customers/${id}/addresses/${addressId}`,
      { address: { city: 'Worms' } },
      'v2',
    );
    expect(changed).toMatchObject({ status: 200, json: { id: addressId } });
    const again = await erp<{ customerAddresses: Record<string, unknown>[] }>(
      `GET /customer/${id}`,
      undefined,
      'v2',
    );
    expect(again.json.customerAddresses[0]).toMatchObject({ city: 'Worms', street: 'Ring 5' });
  });

  it('show in v1 what v2 wrote, and are gone everywhere once deleted', async () => {
    const created = await erp<{ customerId: string }>(
      'POST /customer/create',
      {
        companyId: packKey('FirmaKey', 1),
        customerGroupId: packKey('KundenGruppeKey', 2),
        customerNumber: 'V2-1',
        billingAddress: { street: 'Allee 2', city: 'Jena', countryIso: 'DE', companyName: 'Jena Optik' },
        paymentSettings: { paymentDueDateInDays: 30, isDunningBlocked: true },
      },
      'v2',
    );
    expect(created.status).toBe(201);
    const found = await erp<{ Items: Customer[] }>('GET /customers?number=V2-1');
    expect(found.json.Items).toMatchObject([
      {
        CustomerGroupId: 2,
        BillingAddress: { Company: 'Jena Optik', City: 'Jena' },
        PaymentSettings: { PaymentTarget: 30, StopPaymentRequest: true },
      },
    ]);
    const id = found.json.Items[0]?.Id ?? 0;
    expect(created.json.customerId).toBe(kundeKey(id));
    expect((await erp(`DELETE /customers/${kundeKey(id)}`, undefined, 'v2')).status).toBe(204);
    expect((await erp(`GET /customers/${id}`)).status).toBe(404);
    expect((await erp(`GET /customer/${kundeKey(id)}`, undefined, 'v2')).status).toBe(404);
  });

  it('keep what the Wawi app sends: further addresses, notes, bank accounts and contacts', async () => {
    const created = await erp<{ internalCustomerKey: string; number: string }>(
      'POST /wawiapp/customers',
      {
        customerGroup: packKey('KundenGruppeKey', 1),
        street: 'Kai 9',
        city: 'Emden',
        countryIso2: 'DE',
        lastName: 'Janßen',
        notes: [{ noteText: 'Stammkunde' }],
        bankAccounts: [{ accountOwner: 'J. Janßen', iBAN: 'DE02120300000000202051' }],
        additionalAddresses: [
          { addressType: 0, isStandard: true, street: 'Lager 1', city: 'Leer', countryIso2: 'DE' },
          { addressType: 1, isStandard: false, street: 'Büro 2', city: 'Aurich', countryIso2: 'DE' },
        ],
      },
      'v2',
    );
    expect(created.status).toBe(201);
    expect(created.json).toMatchObject({ city: 'Emden', lastName: 'Janßen' });
    const page = await erp<{ Items: Customer[] }>(`GET /customers?number=${created.json.number}`);
    const [customer] = page.json.Items;
    expect(customer?.Shipmentaddress['City']).toBe('Leer');
    expect(customer?.OtherAddresses['OtherBillingAddresses']?.[0]?.['City']).toBe('Aurich');
    const notes = await erp<Record<string, unknown>[]>(`GET /customers/${customer?.Id}/notes`);
    expect(notes.json.map((note) => note['NoteBody'])).toEqual(['Stammkunde']);
    const accounts = await erp<Record<string, unknown>[]>(`GET /customers/${customer?.Id}/bankaccounts`);
    expect(accounts.json[0]).toMatchObject({ AccountHolder: 'J. Janßen', IBAN: 'DE02120300000000202051' });
  });

  it('remember history until it is deleted', async () => {
    const base = `/customers/${kundeKey(2)}`;
    expect((await erp(`POST ${base}/add-history`, { inputObject: 1, text: 'Anruf' }, 'v2')).status).toBe(204);
    const entry = `${base}/delete-history/${packKey('HistorieKey', 1)}`;
    expect((await erp(`DELETE ${entry}`, undefined, 'v2')).status).toBe(204);
    expect((await erp(`DELETE ${entry}`, undefined, 'v2')).status).toBe(404);
  });

  it('name a key of another kind, with both kinds', async () => {
    const refused = await erp(`GET /customer/${packKey('ArtikelKey', 1)}`, undefined, 'v2');
    expect(refused.status).toBe(400);
    expect(refused.reason).toMatch(/ArtikelKey.*KundeKey/);
  });
});

describe('customer groups and categories', () => {
  it.each([
    ['v1', '/customerGroups', 'Id', 'Name'],
    ['v2', '/customer-groups', 'id', 'name'],
    ['v1', '/customerCategories', 'Id', 'Name'],
    ['v2', '/customer-categories', 'id', 'name'],
  ] as const)('live in %s at %s', async (version, base, id, name) => {
    const created = await erp(`POST ${base}`, { [name]: `Stammgäste ${version}` }, version);
    expect(created.status).toBe(201);
    const path = `${base}/${String(created.json[id])}`;
    const renamed = await erp(`PATCH ${path}`, { [name]: `Freunde ${version}` }, version);
    expect(renamed).toMatchObject({ status: 201, json: { [name]: `Freunde ${version}` } });
    expect((await erp<unknown[]>(`GET ${base}`, undefined, version)).json).toContainEqual(renamed.json);
    expect((await erp(`DELETE ${path}`, undefined, version)).status).toBe(204);
    expect((await erp(`GET ${path}`, undefined, version)).status).toBe(404);
  });

  it('of customers that exist cannot be deleted', async () => {
    expect((await erp('DELETE /customerGroups/1')).status).toBe(409);
  });

  it('pass the default mark on to the one that asks for it', async () => {
    const created = await erp<{ Id: number }>('POST /customerGroups', { Name: 'Neu', IsDefault: true });
    const groups = await erp<{ Id: number; IsDefault: boolean }[]>('GET /customerGroups');
    expect(groups.json.filter((group) => group.IsDefault).map((group) => group.Id)).toEqual([
      created.json.Id,
    ]);
    await erp('PATCH /customerGroups/1', { IsDefault: true });
    await erp(`DELETE /customerGroups/${created.json.Id}`);
  });
});

describe('workflow events of customers', () => {
  it('are listed, triggered, and refused when unknown', async () => {
    const events = await erp<{ Id: number; Name: string }[]>('GET /customers/workflowEvents');
    expect(events.json.map((event) => event.Id)).toEqual([1, 2, 101]);
    expect((await erp('POST /customers/1/workflow/1')).status).toBe(204);
    expect((await erp('POST /customers/1/workflowEvents', { Id: 101 })).status).toBe(204);
    const refused = await erp('POST /customers/1/workflowEvents', { Id: 55 });
    expect(refused.status).toBe(400);
    expect(refused.reason).toContain('101');
    expect((await erp('POST /customers/4711/workflowEvents', { Id: 1 })).status).toBe(404);
  });
});
