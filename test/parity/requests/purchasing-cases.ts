import type { CommandCase, CommandTools } from './command-cases.ts';
import { addressAt, instruction, keys, noPage } from './values.ts';

const supplier = {
  'address.countryIso': 'AT',
  'contact.emailAddress': 'einkauf@kai.example',
  currencyIso: 'EUR',
  languageIso: 'DE',
  status: 'ACTIVE',
  vatId: 'ATU12345678',
};

async function supplierOf(tools: CommandTools, supplierId: unknown): Promise<unknown[]> {
  return [
    await tools.query('GetSupplierById', { supplierId }),
    await tools.query('QuerySuppliers', { first: 500 }),
    await tools.v2(`/suppliers/${String(supplierId)}`),
  ];
}

const lineAmounts = { quantity: 2, netPurchasePriceAmount: 3.5, vatRatePercentage: 19 };

/** A purchase order of one item. @returns the keys of the order and its line */
async function newOrder(tools: CommandTools): Promise<{ purchaseOrderId: string; lineItemId: string }> {
  const { purchaseOrderId } = await tools.run<{ purchaseOrderId: string }>('CreatePurchaseOrder', {
    supplierId: keys.supplier,
    requestedDeliveryDate: '2027-02-01T00:00:00Z',
    items: [{ itemId: keys.item, ...lineAmounts }],
  });
  type Lines = { lineItems: { lineItemId: string }[] };
  const { lineItems } = await tools.query<Lines>('GetPurchaseOrderById', { purchaseOrderId });
  return { purchaseOrderId, lineItemId: lineItems[0]!.lineItemId };
}

/** A new item that the supplier has: only such items can be added to a purchase order. */
async function suppliedItem(tools: CommandTools): Promise<unknown> {
  const { itemId } = await tools.run('CreateItem', {
    categories: { categories: [{ categoryId: keys.category }] },
    identifiers: {},
    descriptions: { defaultDescriptions: [{ languageIso: 'DE', descriptionData: { itemName: 'Tau' } }] },
  });
  await tools.run('AddItemSupplier', { itemId, itemSupplier: { supplierId: keys.supplier } });
  return itemId;
}

export const purchasingCases: readonly CommandCase[] = [
  {
    mutation: 'CreateSupplier',
    given: () => ({ ...supplier, defaultCompanyId: keys.company, defaultWarehouseId: keys.warehouse }),
    read: (tools, { id }) => supplierOf(tools, id),
  },
  {
    mutation: 'UpdateSupplier',
    given: async (tools) => {
      const { id } = await tools.create('CreateSupplier', {
        ...supplier,
        defaultCompanyId: keys.company,
        defaultWarehouseId: keys.warehouse,
      });
      return { ...supplier, supplierId: id };
    },
    read: (tools, _, { supplierId }) => supplierOf(tools, supplierId),
    otherNames: { supplierId: 'id' },
  },
  {
    mutation: 'CreatePurchaseOrder',
    given: () => ({
      ...addressAt('deliveryAddress'),
      ...addressAt('billingAddress'),
      supplierId: keys.supplier,
      warehouseId: keys.warehouse,
      'items.itemId': keys.item,
    }),
    read: (tools, { purchaseOrderId }) => tools.query('GetPurchaseOrderById', { purchaseOrderId }),
    unshown: {
      disableAutomaticWorkflows: instruction,
      deliveryAddress: noPage,
      billingAddress: noPage,
      'items.note': noPage,
      'items.deliveryDate': noPage,
    },
  },
  {
    mutation: 'CreatePurchaseOrderLineItem',
    given: async (tools) => ({
      purchaseOrderId: (await newOrder(tools)).purchaseOrderId,
      itemId: await suppliedItem(tools),
    }),
    read: (tools, _, { purchaseOrderId }) => tools.query('GetPurchaseOrderById', { purchaseOrderId }),
  },
  {
    mutation: 'UpdatePurchaseOrderLineItem',
    given: newOrder,
    read: (tools, _, { purchaseOrderId }) => tools.query('GetPurchaseOrderById', { purchaseOrderId }),
    unshown: { disableAutomaticWorkflows: instruction },
  },
  {
    mutation: 'DeletePurchaseOrderLineItem',
    given: async (tools) => {
      const { purchaseOrderId, lineItemId } = await newOrder(tools);
      const line = { itemId: await suppliedItem(tools), ...lineAmounts };
      await tools.run('CreatePurchaseOrderLineItem', { purchaseOrderId, ...line });
      return { purchaseOrderId, lineItemId };
    },
    read: (tools, _, { purchaseOrderId }) => tools.query('GetPurchaseOrderById', { purchaseOrderId }),
    unshown: { disableAutomaticWorkflows: instruction },
    removes: ['lineItemId'],
  },
];
