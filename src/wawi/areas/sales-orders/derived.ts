import type { EntityMap } from '../../store/entity-map.ts';
import { registry } from '../../store/registry.ts';
import type { TenantData } from '../../store/tenant-data.ts';

/** Values of a sales order that the area delivery derives. */
export interface DerivedOfSalesOrder {
  /** @returns the packages of all delivery notes of the order */
  packages(data: TenantData, salesOrderId: number): EntityMap['shipmentPackage'][];
  /** @returns when the last package left, ISO 8601; undefined while none has left */
  lastShippingDate(data: TenantData, salesOrderId: number): string | undefined;
}

export const derivedOfSalesOrder = registry<DerivedOfSalesOrder>('sales-orders');
