import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { apis } from '../../src/wawi/areas/index.ts';
import { loadGraphqlContract } from '../../src/wawi/contract/graphql-contract.ts';
import { packKey } from '../../src/wawi/contract/keys.ts';
import { domainName } from '../../src/wawi/wire/views/entity-names.ts';
import { fieldView } from '../../src/wawi/wire/views/views.ts';
import { GraphqlClient } from './graphql-client.ts';
import { sources } from './shown-fields.ts';

/** Fields that show null or a default, by type, and why. The list can only shrink. */
const notShown: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  CustomerListItem: { labels: 'no public operation writes labels of customers' },
  SalesInvoiceCorrectionListItem: { shortText: 'no page says what it holds' },
  SalesInvoiceListItem: { dunningDate: 'no public operation starts a dunning run' },
  SalesOrder: { otherAddress: 'no public operation writes it' },
  SalesOrderKeyFigures: { paymentMailDate: 'no public operation sends the mail' },
  SalesOrderListItem: {
    amazonUserId: 'no marketplace sends orders',
    onlineSalesOrderId: 'no shop sends orders',
    paymentMailDate: 'no public operation sends the mail',
    shopPaymentModule: 'no shop sends orders',
    wmsLocked: 'no page says what locks an order in the warehouse',
    wmsPartialShipment: 'no page says where it is set',
    wmsPrePicking: 'no page says where it is set',
  },
  SalesQuotation: { otherAddress: 'no public operation writes it' },
};

const versions = ['2.0', '2.1', '2.2', '2.3'] as const;

async function unshown(): Promise<Record<string, string[]>> {
  const found = new Map<string, Set<string>>();
  for (const version of versions) {
    const { types } = await loadGraphqlContract(version);
    for (const [type, { properties }] of Object.entries(sources)) {
      for (const field of Object.keys(types[type] ?? {})) {
        if (fieldView(apis.graphql.views, type, field) !== undefined || domainName(field) in properties)
          continue;
        found.set(type, (found.get(type) ?? new Set()).add(field));
      }
    }
  }
  return Object.fromEntries([...found].map(([type, fields]) => [type, [...fields].sort()]));
}

describe('every field of the types of sales', () => {
  it('has a view or a property of its entity, except those that are listed with a reason', async () => {
    const listed = Object.entries(notShown).map(([type, fields]) => [type, Object.keys(fields).sort()]);
    expect(await unshown()).toEqual(Object.fromEntries(listed));
  });
});

describe('a field that had no view', () => {
  let client: GraphqlClient;
  beforeAll(async () => {
    client = await GraphqlClient.start({ erpVersion: '2.3' });
  });
  afterAll(() => client.close());

  const billingAddress = { street: 'Kai 3', city: 'Kiel', countryIso: 'DE' };

  it('shows the state of departure, the address that decides the tax and the image of a line', async () => {
    const itemId = packKey('ArtikelKey', 1);
    const { CreateSalesOrder: created } = await client.data<{ CreateSalesOrder: { salesOrderId: string } }>(
      `mutation($request: CreateSalesOrderCommandRequestInput!) { CreateSalesOrder(request: $request) { salesOrderId } }`,
      {
        request: {
          customerId: packKey('KundeKey', 1),
          companyId: packKey('FirmaKey', 1),
          languageIso: 'DE',
          billingAddress,
          shipmentAddress: { ...billingAddress, countryIso: 'AT' },
          departureCountry: { countryIso: 'DE', currencyIso: 'EUR', stateCode: 'HH' },
          paymentDetails: { currencyIso: 'EUR' },
          taxDetails: { taxReference: 'BILLING_ADDRESS' },
          lineItems: [{ itemId, quantity: 1 }],
        },
      },
    );
    const answer = await client.data<Record<string, unknown>>(
      `{ GetSalesOrderById(salesOrderId: "${created.salesOrderId}") {
           departureCountry { stateCode } taxDetails { taxReference } lineItems { taxRate itemImage { blobIdentifier } } }
         GetItemById(itemId: "${itemId}") { images { defaultImages { blobIdentifier } } } }`,
    );
    const { images } = answer['GetItemById'] as { images: { defaultImages: object[] } };
    expect(answer['GetSalesOrderById']).toEqual({
      departureCountry: { stateCode: 'HH' },
      taxDetails: { taxReference: 'BILLING_ADDRESS' },
      // The billing address is in Germany; Austria has 20 %.
      lineItems: [{ taxRate: 19, itemImage: images.defaultImages[0] ?? null }],
    });
  });

  it('shows when a customer was changed', async () => {
    const customerId = packKey('KundeKey', 1);
    const read = `{ GetCustomerById(customerId: "${customerId}") { createdDate lastChanged } }`;
    const { GetCustomerById: before } = await client.data<{ GetCustomerById: Record<string, string> }>(read);
    expect(before['lastChanged']).toBe(before['createdDate']);
    await client.data(
      `mutation { UpdateCustomer(request: {customerId: "${customerId}", homepage: "https://kai3.example"}) { customerId } }`,
    );
    const { GetCustomerById: after } = await client.data<{ GetCustomerById: Record<string, string> }>(read);
    expect(after['lastChanged']! > before['lastChanged']!).toBe(true);
  });
});
