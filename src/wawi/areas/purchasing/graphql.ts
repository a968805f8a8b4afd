import { byKey, list } from '../../wire/graphql/bindings.ts';
import type { RootBindings } from '../../wire/graphql/call.ts';
import { creates, changes } from '../../wire/graphql/commands.ts';
import { without } from '../../store/values/merge.ts';
import {
  addSuppliedLine,
  changePurchaseLine,
  createPurchaseOrder,
  removePurchaseLine,
  type PurchaseLineDraft,
} from './operations/purchase-orders.ts';

/** Purchase orders. */
export const purchasingQueries: RootBindings = {
  GetPurchaseOrderById: byKey('inventories.read', 'purchaseOrder', 'purchaseOrderId'),
  QueryPurchaseOrders: list('inventories.read', 'purchaseOrder'),
};

interface LineOf {
  purchaseOrderId: number;
  lineItemId: number;
}

/** Commands for purchase orders and their lines. */
export const purchasingMutations: RootBindings = {
  CreatePurchaseOrder: creates<object>('inventories.write', async (call) => {
    call.assume('purchase-order-status');
    const { id } = await call.write((data) => createPurchaseOrder(data, call.draft, call.now));
    return { purchaseOrderId: id };
  }),
  CreatePurchaseOrderLineItem: creates<PurchaseLineDraft & { itemId: number; purchaseOrderId: number }>(
    'inventories.write',
    async (call) => {
      const { purchaseOrderId, ...line } = call.draft;
      const { lineItems } = await call.write((data) => addSuppliedLine(data, purchaseOrderId, line));
      return { lineItemId: lineItems.at(-1)?.id };
    },
  ),
  UpdatePurchaseOrderLineItem: changes<LineOf>('inventories.write', (call) => {
    const { purchaseOrderId, lineItemId } = call.draft;
    const change = without(call.draft, 'purchaseOrderId', 'lineItemId');
    return call.write((data) => changePurchaseLine(data, purchaseOrderId, lineItemId, change));
  }),
  DeletePurchaseOrderLineItem: changes<LineOf>('inventories.write', (call) =>
    call.write((data) => removePurchaseLine(data, call.draft.purchaseOrderId, call.draft.lineItemId)),
  ),
};
