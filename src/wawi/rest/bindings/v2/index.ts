import type { Bindings } from '../../call.ts';
import { status } from '../status.ts';
import { salesBindingsV2 } from './sales.ts';
import { masterBindingsV2 } from './master.ts';
import { stockBindingsV2 } from './stock.ts';
import { deliveryBindingsV2 } from './delivery.ts';
import { systemBindingsV2 } from './system.ts';

/** What each operation of v2 does. */
export const bindingsV2: Bindings = {
  ...salesBindingsV2,
  'GET /info': status,
  'HEAD /info': status,
  ...masterBindingsV2,
  ...stockBindingsV2,
  ...deliveryBindingsV2,
  ...systemBindingsV2,
};
