import type { EntityMap } from '../../../store/entity-map.ts';
import { ruleBroken } from '../../../store/errors.ts';
import type { TenantData } from '../../../store/tenant-data.ts';
import { deliveryBlock } from '../rules/delivery-blocks.ts';

type SalesOrder = EntityMap['salesOrder'];

/** @returns why an order is neither picked nor delivered; undefined where it can be */
export function blockOf(data: TenantData, order: SalesOrder): string | undefined {
  const { customerId } = order;
  return deliveryBlock(order, customerId === undefined ? undefined : data.of('customer').get(customerId));
}

/**
 * @param action such as `reserved`
 * @throws DomainError `rule` for an order that is neither picked nor delivered
 */
export function refuseBlocked(data: TenantData, order: SalesOrder, action: string): void {
  const block = blockOf(data, order);
  if (block)
    throw ruleBroken(`The sales order ${order.id} (${order.number}) ${block}; it cannot be ${action}.`);
}
