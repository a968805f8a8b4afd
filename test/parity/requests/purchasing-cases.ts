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
];
