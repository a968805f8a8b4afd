import { expect } from 'vitest';
import { packKey } from '../../src/wawi/contract/keys.ts';
import type { AreaCases, CaseTools } from './area-cases.ts';
import { newItem } from './item-cases.ts';

const address = {
  street: 'Kai 1',
  postalCode: '20457',
  city: 'Hamburg',
  countryIso: 'DE',
  lastName: 'Petersen',
};

async function newSupplier({ run }: CaseTools, supplierNumber: string): Promise<string> {
  const made = await run<{ id: string }>('CreateSupplier', {
    companyName: 'Tauwerk Nord',
    address,
    contact: { emailAddress: 'tau@example.com', phoneNumber: '+49 40 1' },
    currencyIso: 'EUR',
    languageIso: 'DE',
    defaultCompanyId: packKey('FirmaKey', 1),
    defaultWarehouseId: packKey('WarenlagerKey', 2),
    supplierNumber,
  });
  return made.id;
}

async function supplier({ client }: CaseTools, id: string): Promise<unknown> {
  const { GetSupplierById: found } = await client.data<Record<string, unknown>>(
    `{ GetSupplierById(supplierId: "${id}") { supplierNumber companyName isActive currencyIso
      address { street city lastName } contact { emailAddress phoneNumber } } }`,
  );
  return found;
}

async function newOrder(
  tools: CaseTools,
  itemId: string,
): Promise<{ purchaseOrderId: string; supplierId: string }> {
  const supplierId = await newSupplier(tools, `TN-${itemId}`);
  await tools.run('AddItemSupplier', { itemId, itemSupplier: { supplierId, supplierItemNumber: 'TN-SEIL' } });
  const { purchaseOrderId } = await tools.run<{ purchaseOrderId: string }>('CreatePurchaseOrder', {
    supplierId,
    requestedDeliveryDate: '2027-02-01T00:00:00Z',
    externalOrderNumber: 'EXT-1',
    internalComment: 'eilig',
    items: [line(itemId, 10)],
  });
  return { purchaseOrderId, supplierId };
}

function line(itemId: string, quantity: number): object {
  return { itemId, quantity, netPurchasePriceAmount: 2.5, vatRatePercentage: 19 };
}

interface Line {
  lineItemId: string;
  quantity: number;
}

async function order({ client }: CaseTools, id: string): Promise<{ lineItems: Line[] }> {
  const { GetPurchaseOrderById: found } = await client.data<Record<string, { lineItems: Line[] }>>(
    `{ GetPurchaseOrderById(purchaseOrderId: "${id}") { supplierId supplierName externalOrderNumber status
      currencyIso warehouseId internalComment requestedDeliveryDate allowancesAndCharges { netAmount }
      lineItems { lineItemId lineItemType itemId supplierItemNumber quantity deliveredQuantity openQuantity
        netPurchasePriceAmount vatRatePercentage } } }`,
  );
  return found!;
}

/** Mutations of suppliers and purchase orders. */
export const purchasingCases: AreaCases = {
  CreateSupplier: async (tools) => {
    expect(await supplier(tools, await newSupplier(tools, 'TN-1'))).toEqual({
      supplierNumber: 'TN-1',
      companyName: 'Tauwerk Nord',
      isActive: true,
      currencyIso: 'EUR',
      address: { street: 'Kai 1', city: 'Hamburg', lastName: 'Petersen' },
      contact: { emailAddress: 'tau@example.com', phoneNumber: '+49 40 1' },
    });
  },
  UpdateSupplier: async (tools) => {
    const id = await newSupplier(tools, 'TN-2');
    const moved = { street: 'Kai 2', postalCode: '20457', city: 'Bremen', countryIso: 'DE' };
    expect(await tools.run('UpdateSupplier', { supplierId: id, address: moved })).toEqual({ id });
    expect(await supplier(tools, id)).toMatchObject({
      supplierNumber: 'TN-2',
      companyName: 'Tauwerk Nord',
      address: { street: 'Kai 2', city: 'Bremen', lastName: null },
      contact: { emailAddress: 'tau@example.com' },
    });
  },
  CreatePurchaseOrder: async (tools) => {
    const itemId = await newItem(tools, 'CASE-BUY-1');
    const { purchaseOrderId, supplierId } = await newOrder(tools, itemId);
    expect(await order(tools, purchaseOrderId)).toMatchObject({
      supplierId,
      supplierName: 'Tauwerk Nord',
      externalOrderNumber: 'EXT-1',
      status: 'OPEN',
      currencyIso: 'EUR',
      warehouseId: packKey('WarenlagerKey', 2),
      internalComment: 'eilig',
      requestedDeliveryDate: '2027-02-01T00:00:00.000Z',
      allowancesAndCharges: [],
      lineItems: [
        {
          lineItemType: 'ITEM',
          itemId,
          supplierItemNumber: 'TN-SEIL',
          quantity: 10,
          deliveredQuantity: 0,
          openQuantity: 10,
          netPurchasePriceAmount: 2.5,
          vatRatePercentage: 19,
        },
      ],
    });
    const { QueryPurchaseOrders: found } = await tools.client.data<Record<string, { nodes: unknown[] }>>(
      `{ QueryPurchaseOrders(where: {supplierId: {eq: "${supplierId}"}}) { nodes { purchaseOrderId status } } }`,
    );
    expect(found!.nodes).toEqual([{ purchaseOrderId, status: 'OPEN' }]);
  },
  CreatePurchaseOrderLineItem: async (tools) => {
    const itemId = await newItem(tools, 'CASE-BUY-2');
    const { purchaseOrderId, supplierId } = await newOrder(tools, itemId);
    const other = await newItem(tools, 'CASE-BUY-3');
    const request = { purchaseOrderId, ...line(other, 3) };
    expect(await tools.refused('CreatePurchaseOrderLineItem', request)).toEqual({
      code: 'VALIDATION_ERROR',
      fields: ['request.itemId'],
    });
    await tools.run('AddItemSupplier', { itemId: other, itemSupplier: { supplierId } });
    const { lineItemId } = await tools.run<{ lineItemId: string }>('CreatePurchaseOrderLineItem', request);
    expect((await order(tools, purchaseOrderId)).lineItems[1]).toMatchObject({ lineItemId, quantity: 3 });
  },
  UpdatePurchaseOrderLineItem: async (tools) => {
    const { purchaseOrderId } = await newOrder(tools, await newItem(tools, 'CASE-BUY-4'));
    const { lineItemId } = (await order(tools, purchaseOrderId)).lineItems[0]!;
    const request = { purchaseOrderId, lineItemId, quantity: 12 };
    expect(await tools.run('UpdatePurchaseOrderLineItem', request)).toMatchObject({
      purchaseOrderId,
      lineItems: [{ lineItemId, quantity: 12 }],
    });
    await tools.client.rest('PATCH', `/purchase-orders/${purchaseOrderId}`, { status: 20 });
    expect(await tools.refused('UpdatePurchaseOrderLineItem', request)).toMatchObject({ code: 'CONFLICT' });
  },
  DeletePurchaseOrderLineItem: async (tools) => {
    const itemId = await newItem(tools, 'CASE-BUY-5');
    const { purchaseOrderId } = await newOrder(tools, itemId);
    const added = await tools.run<{ lineItemId: string }>('CreatePurchaseOrderLineItem', {
      purchaseOrderId,
      ...line(itemId, 1),
    });
    const left = await tools.run<{ lineItems: Line[] }>('DeletePurchaseOrderLineItem', {
      purchaseOrderId,
      ...added,
    });
    expect(left.lineItems).toHaveLength(1);
    const last = { purchaseOrderId, lineItemId: left.lineItems[0]!.lineItemId };
    expect(await tools.refused('DeletePurchaseOrderLineItem', last)).toMatchObject({ code: 'CONFLICT' });
  },
};
