import type { Bindings } from '../../call.ts';
import { customerBindingsV1 } from './customers.ts';
import { itemImageBindingsV1 } from '../item-images.ts';
import { itemMasterBindingsV1 } from './item-master.ts';
import { itemPartBindingsV1 } from './item-parts.ts';
import { itemBindingsV1 } from './items.ts';
import { salesBindingsV1 } from './sales.ts';
import { systemBindingsV1 } from './system.ts';
import { masterBindingsV1 } from './master.ts';
import { stockBindingsV1 } from './stock.ts';
import { deliveryBindingsV1 } from './delivery.ts';
import { documentBindingsV1 } from './documents.ts';

/** What each operation of v1 does. */
export const bindingsV1: Bindings = {
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
};
