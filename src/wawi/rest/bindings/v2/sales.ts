import type { Bindings } from '../../call.ts';
import { part } from '../../combinators.ts';

export const salesBindingsV2: Bindings = {
  'GET /sales-orders/{salesOrderId}/line-items': part('salesOrder', (order) =>
    order.lineItems.map((line) => ({ ...line, salesOrderId: order.id })),
  ),
};
