import type { SalesOrder } from '../schema/sales.ts';
import { wrongState } from '../../../store/errors.ts';
import { without } from '../../../store/values/merge.ts';
import { isOpen } from '../../stock/rules/stock.ts';
import { deliveryStatusOf } from '../rules/order-status.ts';
import type { TenantData } from '../../../store/tenant-data.ts';
import { cancellationOf, type CancellationDraft } from './cancellations.ts';
import { raiseEvent } from '../../system/operations/workflows.ts';

/**
 * Cancels an order of which no goods were shipped.
 * @throws DomainError `state` for an order that is cancelled, shipped, on a pick list or invoiced; as {@link cancellationOf}
 */
export function cancelSalesOrder(
  data: TenantData,
  id: number,
  draft: CancellationDraft,
  now: string,
): SalesOrder {
  const order = data.get('salesOrder', id);
  const cancellation = cancellationOf(data, 'cancellationReason', draft, now);
  const obstacle = obstacleToCancelling(data, order);
  if (obstacle) throw wrongState(`The sales order ${order.number} ${obstacle} and cannot be cancelled.`);
  const cancelled = data.update('salesOrder', id, { isCancelled: true, cancellation });
  raiseEvent(data, 'salesOrder', id, 'cancelled', { now });
  return cancelled;
}

function obstacleToCancelling(data: TenantData, order: SalesOrder): string | undefined {
  if (order.isCancelled) return 'is cancelled already';
  if (deliveryStatusOf(order) > 1) return 'has been shipped';
  const picked = [...data.of('pickListPosition').where('salesOrderId', order.id)].find(isOpen);
  if (picked) return `is on the pick list ${data.get('pickList', picked.pickListId).number}`;
  const invoice = [...data.of('salesInvoice').where('salesOrderId', order.id)].find(
    (one) => !one.isCancelled,
  );
  return invoice && `has the invoice ${invoice.number}`;
}

/** @throws DomainError `state` for an order that is not cancelled */
export function undoCancellation(data: TenantData, id: number): SalesOrder {
  const order = data.get('salesOrder', id);
  if (!order.isCancelled) throw wrongState(`The sales order ${order.number} is not cancelled.`);
  return data.replace('salesOrder', id, { ...without(order, 'cancellation'), isCancelled: false });
}
