import { expect } from 'vitest';
import { packKey } from '../../src/wawi/contract/keys.ts';
import type { AreaCases, CaseTools } from './area-cases.ts';
import { reservedOrder } from './reserved-order.ts';

type Result = Record<string, unknown>;

const address = { street: 'Kai 3', city: 'Kiel', countryIso: 'DE', lastName: 'Boysen' };
const warehouseId = packKey('WarenlagerKey', 1);
const taxClassId = packKey('SteuerklasseKey', 1);

interface OrderedLine {
  orderId: string;
  lineId: string;
}

/** An order of five pieces of the first item. */
export async function newOrder({ client, run }: CaseTools): Promise<OrderedLine> {
  const { salesOrderId: orderId } = await run<{ salesOrderId: string }>('CreateSalesOrder', {
    customerId: packKey('KundeKey', 1),
    companyId: packKey('FirmaKey', 1),
    languageIso: 'DE',
    billingAddress: address,
    departureCountry: { countryIso: 'DE', currencyIso: 'EUR' },
    paymentDetails: { currencyIso: 'EUR' },
    lineItems: [{ itemId: packKey('ArtikelKey', 1), quantity: 5, salesPriceNet: 10 }],
  });
  const { GetSalesOrderById: order } = await client.data<{
    GetSalesOrderById: { lineItems: { id: string }[] };
  }>(`{ GetSalesOrderById(salesOrderId: "${orderId}") { lineItems { id } } }`);
  return { orderId, lineId: order.lineItems[0]!.id };
}

/** Ships three of five pieces by position and two by item, in a package that has left and one that has not. */
async function shipped(
  tools: CaseTools,
): Promise<{ orderId: string; notes: { packages: { id: string }[] }[] }> {
  const { orderId } = await newOrder(tools);
  const { picklistId, positionId } = await reservedOrder(tools.client, orderId);
  const { deliveryNotes: notes } = await tools.run<{ deliveryNotes: { packages: { id: string }[] }[] }>(
    'ShipOrder',
    {
      orderId,
      picklistId,
      warehouseId,
      userId: packKey('BenutzerKey', 1),
      comment: 'Tor 2',
      packages: [
        {
          positions: [{ picklistPositionId: positionId, quantity: 3 }],
          shippingMethodId: packKey('VersandartKey', 1),
          weight: 1.25,
          trackingId: 'T-31',
          deliveryDate: '2026-11-05T08:00:00Z',
        },
        {
          positions: [{ itemId: packKey('ArtikelKey', 1), quantity: 2 }],
          shippingMethodId: packKey('VersandartKey', 2),
          weight: 0.5,
        },
      ],
    },
  );
  return { orderId, notes };
}

async function newReturn(tools: CaseTools): Promise<OrderedLine & { returnId: string }> {
  const ordered = await newOrder(tools);
  const made = await tools.client.rest<{ id: string }>('POST', '/returns', {
    companyId: packKey('FirmaKey', 1),
    salesOrderId: ordered.orderId,
    warehouseId,
    items: [
      { quantity: 1, returnReasonId: packKey('RueckgabegrundKey', 1), salesOrderLineItemId: ordered.lineId },
    ],
  });
  return { ...ordered, returnId: made.id };
}

async function returnLines({ client }: CaseTools, returnId: string): Promise<Result[]> {
  return client.rest('GET', `/returns/${returnId}/line-items`);
}

const taxCode = {
  name: 'Umsatzsteuer 19 %',
  generalLedgerAccount: '1776',
  cashDiscountAccount: '8736',
  isAutomatic: true,
};

async function taxCodes({ client }: CaseTools): Promise<Result[]> {
  const { QueryTaxCodes: found } = await client.data<{ QueryTaxCodes: { nodes: Result[] } }>(
    '{ QueryTaxCodes { nodes { id name number generalLedgerAccount cashDiscountAccount isAutomatic } } }',
  );
  return found.nodes;
}

async function salesTax({ client }: CaseTools, shipmentAddressCountryIso: string): Promise<unknown> {
  const { ListTaxClassesWithTaxRates: classes } = await client.data<{
    ListTaxClassesWithTaxRates: { id: string; rate: number }[];
  }>(
    `{ ListTaxClassesWithTaxRates(companyId: "${packKey('FirmaKey', 1)}", departureCountryIso: "DE",
         shipmentAddressCountryIso: "${shipmentAddressCountryIso}") { id rate } }`,
  );
  return classes.find(({ id }) => id === taxClassId)?.rate;
}

/** Shipping, returns and taxes. */
export const logisticsCases: AreaCases = {
  ShipOrder: async (tools) => {
    const { orderId, notes } = await shipped(tools);
    const { QueryDeliveryNotesBySalesOrderId: found } = await tools.client.data<{
      QueryDeliveryNotesBySalesOrderId: { nodes: { id: string; number: string }[] };
    }>(
      `{ QueryDeliveryNotesBySalesOrderId(salesOrderId: "${orderId}") { nodes {
           id number salesOrderId packages { id deliveryNoteId trackingNumber weight shippingMethodId shippingDate trackingUrl } } } }`,
    );
    const note = found.nodes[0]!;
    expect(notes).toMatchObject([
      {
        id: note.id,
        number: note.number,
        packages: [
          { trackingId: 'T-31', isShipped: true },
          { trackingId: null, isShipped: false },
        ],
      },
    ]);
    expect(found.nodes).toMatchObject([
      {
        salesOrderId: orderId,
        packages: [
          {
            deliveryNoteId: note.id,
            trackingNumber: 'T-31',
            weight: 1.25,
            shippingMethodId: packKey('VersandartKey', 1),
            shippingDate: '2026-11-05T08:00:00.000Z',
          },
          {
            trackingNumber: null,
            weight: 0.5,
            shippingMethodId: packKey('VersandartKey', 2),
            shippingDate: null,
          },
        ],
      },
    ]);
    expect(
      await tools.client.data(
        `{ QueryDeliveryNoteLineItemsByDeliveryNoteId(deliveryNoteId: "${note.id}") { nodes { deliveryNoteId quantity } }
           GetDeliveryNoteById(deliveryNoteId: "${note.id}") { id } }`,
      ),
    ).toEqual({
      QueryDeliveryNoteLineItemsByDeliveryNoteId: {
        nodes: [
          { deliveryNoteId: note.id, quantity: 3 },
          { deliveryNoteId: note.id, quantity: 2 },
        ],
      },
      GetDeliveryNoteById: { id: note.id },
    });
  },
  ShipPackage: async (tools) => {
    const { orderId, notes } = await shipped(tools);
    const packageId = notes[0]!.packages[1]!.id;
    const ship = { packageId, shippingDate: '2026-11-06T10:00:00Z', trackingNumber: 'T-32' };
    expect(await tools.run('ShipPackage', ship)).toMatchObject({
      package: {
        id: packageId,
        shippingDate: '2026-11-06T10:00:00.000Z',
        trackingNumber: 'T-32',
        weight: 0.5,
      },
      overwritten: false,
    });
    expect(await tools.refused('ShipPackage', ship)).toEqual({ code: 'CONFLICT', fields: [] });
    expect(await tools.refused('ShipPackage', { packageId, trackingNumber: 'T'.repeat(256) })).toEqual({
      code: 'VALIDATION_ERROR',
      fields: ['request.trackingNumber'],
    });
    const again = { packageId, trackingNumber: 'T-33', overwrite: true };
    expect(await tools.run('ShipPackage', again)).toMatchObject({ overwritten: true });
    expect(
      await tools.client.data(
        `{ QueryDeliveryNotesBySalesOrderId(salesOrderId: "${orderId}") { nodes { packages { trackingNumber } } } }`,
      ),
    ).toEqual({
      QueryDeliveryNotesBySalesOrderId: {
        nodes: [{ packages: [{ trackingNumber: 'T-31' }, { trackingNumber: 'T-33' }] }],
      },
    });
  },
  UpdateReturn: async (tools) => {
    const { returnId, orderId } = await newReturn(tools);
    const header = {
      externalComment: 'Kunde rief an',
      internalComment: 'prüfen',
      contact: 'Frau Boysen',
      transmitToSalesChannel: true,
      warehouseId: packKey('WarenlagerKey', 2),
    };
    const changed = await tools.run<Result>('UpdateReturn', { returnId, ...header });
    expect(changed).toMatchObject({ id: returnId, salesOrderId: orderId, ...header });
    expect(await tools.client.rest('GET', `/returns/${returnId}`)).toMatchObject({
      number: changed['returnNumber'],
      ...header,
    });
  },
  AddReturnLineItem: async (tools) => {
    const { returnId, lineId } = await newReturn(tools);
    const line = {
      quantity: 2,
      returnReasonId: packKey('RueckgabegrundKey', 2),
      returnReasonComment: 'zu klein',
      conditionId: packKey('ZustandKey', 1),
      conditionComment: 'offen',
      credit: false,
      salesOrderLineItemId: lineId,
    };
    const { returnLineItemId: id } = await tools.run<{ returnLineItemId: string }>('AddReturnLineItem', {
      returnId,
      ...line,
    });
    expect((await returnLines(tools, returnId))[1]).toMatchObject({ id, ...line });
  },
  UpdateReturnLineItem: async (tools) => {
    const { returnId, lineId } = await newReturn(tools);
    const [line] = await returnLines(tools, returnId);
    const change = { quantity: 3, conditionComment: 'Karton fehlt', credit: false };
    expect(
      await tools.run('UpdateReturnLineItem', { returnId, lineItemId: line!['id'], ...change }),
    ).toMatchObject({ id: line!['id'], returnId, salesOrderLineItemId: lineId, ...change });
    expect(await returnLines(tools, returnId)).toMatchObject([change]);
  },
  DeleteReturnLineItem: async (tools) => {
    const { returnId } = await newReturn(tools);
    const [line] = await returnLines(tools, returnId);
    expect(await tools.run('DeleteReturnLineItem', { returnId, lineItemId: line!['id'] })).toBe(true);
    expect(await returnLines(tools, returnId)).toEqual([]);
  },
  CreateTaxCode: async (tools) => {
    const id = await tools.run<string>('CreateTaxCode', { ...taxCode, number: 40 });
    const next = await tools.run<string>('CreateTaxCode', { ...taxCode, name: 'Vorsteuer' });
    const found = await taxCodes(tools);
    expect(found).toContainEqual({ id, ...taxCode, number: 40 });
    expect(found).toContainEqual({ id: next, ...taxCode, name: 'Vorsteuer', number: 41 });
  },
  UpdateTaxCode: async (tools) => {
    const id = await tools.run<string>('CreateTaxCode', { ...taxCode, number: 50 });
    expect(await tools.run('UpdateTaxCode', { id, name: 'USt', number: 51, isAutomatic: false })).toBe(true);
    expect(await taxCodes(tools)).toContainEqual({
      ...taxCode,
      id,
      name: 'USt',
      number: 51,
      isAutomatic: false,
    });
  },
  DeleteTaxCode: async (tools) => {
    const id = await tools.run<string>('CreateTaxCode', { ...taxCode, number: 60 });
    expect(await tools.run('DeleteTaxCode', { id })).toBe(true);
    expect((await taxCodes(tools)).map((code) => code['id'])).not.toContain(id);
  },
  SaveTaxConfiguration: async (tools) => {
    const taxCodeId = await tools.run<string>('CreateTaxCode', { ...taxCode, number: 70 });
    const zone = {
      companyId: packKey('FirmaKey', 1),
      name: 'Schweiz',
      departureCountryIso: 'DE',
      vatIdB2B: 'FROM_DEPARTURE_COUNTRY',
      countries: [{ countryIso: 'AT' }],
      taxRates: [{ taxClassId, vatRate: 8.1, taxCodeId }],
    };
    expect(await tools.run('SaveTaxConfiguration', { taxZones: [zone] })).toBe(true);
    expect(await salesTax(tools, 'AT')).toBe(8.1);
    const { items } = await tools.client.rest<{ items: { id: string; name: string }[] }>('GET', '/tax-zones');
    expect(items.map(({ name }) => name)).toEqual(['Schweiz']);
    expect(await tools.refused('UpdateTaxCode', { id: taxCodeId, number: 71 })).toMatchObject({
      code: 'UNPROCESSABLE_ENTITY',
    });
    expect(await tools.refused('DeleteTaxCode', { id: taxCodeId })).toMatchObject({ code: 'CONFLICT' });
    const withoutRate = { ...zone, taxRates: [{ taxClassId }] };
    expect(await tools.refused('SaveTaxConfiguration', { taxZones: [withoutRate] })).toMatchObject({
      code: 'VALIDATION_ERROR',
    });
    expect(await salesTax(tools, 'AT')).toBe(8.1);
    const changed = { id: items[0]!.id, name: 'Alpen', countries: [{ countryIso: 'AT' }], taxRates: [] };
    await tools.run('SaveTaxConfiguration', { taxZones: [changed] });
    expect(await salesTax(tools, 'AT')).toBe(20);
  },
};
