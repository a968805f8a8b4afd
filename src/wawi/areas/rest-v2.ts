import type { BindingsV2 } from '../wire/rest/call.ts';
import { itemImageBindingsV2 } from './items/rest/images.ts';
import { status } from './system/rest/status.ts';
import { salesBindingsV2 } from './sales-orders/rest/v2.ts';
import { masterBindingsV2 } from './master-data/rest/v2.ts';
import { stockBindingsV2 } from './stock/rest/v2.ts';
import { deliveryBindingsV2 } from './delivery/rest/v2.ts';
import { systemBindingsV2 } from './system/rest/v2.ts';
import { fileBindingsV2 } from './system/rest/files.ts';
import { itemMasterBindingsV2 } from './items/rest/v2-master.ts';
import { itemBindingsV2 } from './items/rest/v2.ts';
import { laterItemBindingsV2 } from './items/rest/v2-items.ts';
import { supplierBindingsV2 } from './items/rest/suppliers.ts';
import { packageBindingsV2 } from './delivery/rest/packages.ts';
import { documentBindingsV2 } from './invoices/rest/v2.ts';
import { customerBindingsV2 } from './customers/rest/v2.ts';
import { inventoryBindingsV2, stockTransferBindingsV2 } from './stock/rest/inventory.ts';
import { laterDeliveryBindingsV2 } from './delivery/rest/v2-later.ts';
import { purchasingBindingsV2 } from './purchasing/rest.ts';
import { laterCustomerBindingsV2 } from './customers/rest/v2-later.ts';
import { laterInvoiceBindingsV2 } from './invoices/rest/v2-later.ts';
import { taxClassBindingsV2 } from './pricing/rest/tax-classes.ts';
import { taxBindings } from './pricing/rest/taxes.ts';
import { returnBindingsV2 } from './returns/rest/returns.ts';
import { laterReturnBindingsV2 } from './returns/rest/v2-later.ts';
import { laterSalesBindingsV2 } from './sales-orders/rest/v2-later.ts';

/** The handlers of the operations of v2. */
export const bindingsV2: BindingsV2 = {
  ...itemBindingsV2,
  ...itemImageBindingsV2,
  ...itemMasterBindingsV2,
  ...supplierBindingsV2,
  ...laterItemBindingsV2,
  ...fileBindingsV2,
  ...salesBindingsV2,
  'GET /info': status,
  'HEAD /info': status,
  ...masterBindingsV2,
  ...stockBindingsV2,
  ...deliveryBindingsV2,
  ...systemBindingsV2,
  ...packageBindingsV2,
  ...documentBindingsV2,
  ...customerBindingsV2,
  ...inventoryBindingsV2,
  ...stockTransferBindingsV2,
  ...laterDeliveryBindingsV2,
  ...purchasingBindingsV2,
  ...laterSalesBindingsV2,
  ...laterCustomerBindingsV2,
  ...laterInvoiceBindingsV2,
  ...laterReturnBindingsV2,
  ...returnBindingsV2,
  ...taxBindings,
  ...taxClassBindingsV2,
};
