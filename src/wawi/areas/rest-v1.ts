import type { BindingsV1 } from '../wire/rest/call.ts';
import { customerBindingsV1 } from './customers/rest/v1.ts';
import { itemImageBindingsV1 } from './items/rest/images.ts';
import { itemMasterBindingsV1 } from './items/rest/v1-master.ts';
import { itemPartBindingsV1 } from './items/rest/v1-parts.ts';
import { itemBindingsV1 } from './items/rest/v1.ts';
import { salesBindingsV1 } from './sales-orders/rest/v1.ts';
import { systemBindingsV1 } from './system/rest/v1.ts';
import { masterBindingsV1 } from './master-data/rest/v1.ts';
import { stockBindingsV1 } from './stock/rest/v1.ts';
import { deliveryBindingsV1 } from './delivery/rest/v1.ts';
import { documentBindingsV1 } from './invoices/rest/v1.ts';
import { taxBindings } from './pricing/rest/taxes.ts';
import { returnBindingsV1 } from './returns/rest/returns.ts';

/** The handlers of the operations of v1. */
export const bindingsV1: BindingsV1 = {
  ...itemBindingsV1,
  ...itemPartBindingsV1,
  ...itemImageBindingsV1,
  ...itemMasterBindingsV1,
  ...customerBindingsV1,
  ...salesBindingsV1,
  ...systemBindingsV1,
  ...masterBindingsV1,
  ...stockBindingsV1,
  ...deliveryBindingsV1,
  ...documentBindingsV1,
  ...taxBindings,
  ...returnBindingsV1,
};
