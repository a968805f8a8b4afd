import {
  addSuppliedLine,
  changePurchaseLine,
  createPurchaseOrder,
  removePurchaseLine,
  updatePurchaseOrder,
  type SuppliedLineDraft,
} from './operations/purchase-orders.ts';
import type { BindingsV2 } from '../../wire/rest/call.ts';
import { create, idOf, one, update } from '../../wire/rest/handlers.ts';
import { assuming } from '../../wire/rest/bindings.ts';
import { sortedPage } from '../../wire/rest/sorted-lists.ts';
import { numberParam } from '../../wire/rest/params.ts';

/** Purchase orders; since 2.1. Changing a line answers the whole order. */
export const purchasingBindingsV2: BindingsV2 = assuming(['purchase-order-status'], {
  'GET /purchase-orders': sortedPage('purchaseOrder', {
    sorts: {
      id: 'id',
      number: 'number',
      supplierId: 'supplierId',
      status: 'status',
      createdAt: 'createdAt',
      deliveryDate: 'deliveryDate',
    },
    dates: { createdAt: 'createdAt', deliveryDate: 'deliveryDate' },
    filters: { supplierId: 'supplierId', status: 'status' },
  }),
  'POST /purchase-orders': create((data, draft, call) => createPurchaseOrder(data, draft, call.now)),
  'GET /purchase-orders/{purchaseOrderId}': one('purchaseOrder'),
  'PATCH /purchase-orders/{purchaseOrderId}': update(updatePurchaseOrder),
  'POST /purchase-orders/{purchaseOrderId}/line-items': create((data, draft, call) =>
    // A line always names an item, by the contract.
    addSuppliedLine(data, idOf(call), draft as SuppliedLineDraft),
  ),
  'PATCH /purchase-orders/{purchaseOrderId}/line-items/{lineItemId}': update((data, id, draft, call) =>
    changePurchaseLine(data, id, numberParam(call, 'lineItemId'), draft),
  ),
  'DELETE /purchase-orders/{purchaseOrderId}/line-items/{lineItemId}': update((data, id, _draft, call) =>
    removePurchaseLine(data, id, numberParam(call, 'lineItemId')),
  ),
});
