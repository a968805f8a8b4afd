import type { EntityMap } from '../../../store/entity-map.ts';

type SalesOrder = EntityMap['salesOrder'];
type Customer = EntityMap['customer'];

/**
 * Sources: GraphQL 3.0, Customer (orders of a blocked customer are neither picked nor delivered); GraphQL 2.0,
 * SalesOrderKeyFigures.isLockedForDelivery.
 *
 * @param customer undefined for a guest
 * @returns why an order is neither picked nor delivered, such as `is on hold`; undefined where it can be
 */
export function deliveryBlock(
  order: Pick<SalesOrder, 'isCancelled' | 'shipping'>,
  customer: Pick<Customer, 'isLocked' | 'number'> | undefined,
): string | undefined {
  if (order.isCancelled) return 'is cancelled';
  if (order.shipping.onHoldReasonId !== undefined) return 'is on hold';
  return customer?.isLocked === true ? `belongs to the locked customer ${customer.number}` : undefined;
}
