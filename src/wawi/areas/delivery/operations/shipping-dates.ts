import type { ShipmentPackage } from '../schema/logistics.ts';
import type { TenantData } from '../../../store/tenant-data.ts';

/** The parcels of an order, over all its delivery notes. */
export function packagesOfOrder(data: TenantData, salesOrderId: number): ShipmentPackage[] {
  return [...data.of('deliveryNote').where('salesOrderId', salesOrderId)].flatMap((note) => [
    ...data.of('shipmentPackage').where('deliveryNoteId', note.id),
  ]);
}

/** @returns when the last parcel of an order left, ISO 8601, or undefined while none has */
export function lastShippingDateOf(data: TenantData, salesOrderId: number): string | undefined {
  return packagesOfOrder(data, salesOrderId)
    .flatMap((one) => one.shippedDate ?? [])
    .sort()
    .at(-1);
}
