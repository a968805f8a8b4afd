import { add, multiply, zero, type Decimal } from '../../../store/values/decimal.ts';
import type { DeliveryNote, ShipmentPackage } from '../schema/logistics.ts';
import type { Company } from '../../master-data/schema/master.ts';
import type { Address } from '../../../store/shared-entities.ts';
import type { Warehouse } from '../../stock/schema/stock.ts';
import { unpackKey } from '../../../contract/keys.ts';
import { notFound } from '../../../store/errors.ts';
import type { TenantData } from '../../../store/tenant-data.ts';

/**
 * Finds a package by what stands on it.
 * @param text its integer id, or its tracking id
 * @throws DomainError `not-found`
 */
export function packageNamed(data: TenantData, text: string): ShipmentPackage {
  const packages = data.of('shipmentPackage');
  const byId = /^\d{1,9}$/.test(text) ? packages.get(Number(text)) : undefined;
  const found = byId ?? packages.where('trackingId', text).next().value;
  if (!found) throw notFound('package', text);
  return found;
}

/** All that a packing place needs to know about a package. */
export interface PackageOrderData {
  parcel: ShipmentPackage;
  note: DeliveryNote;
  customerId?: number;
  company: Company;
  warehouse: Warehouse;
  shippingAddress: Address;
  content: { itemId: number; sku: string; quantity: Decimal; weight: Decimal }[];
}

/** @throws DomainError `not-found` */
export function packageOrderData(data: TenantData, packageId: number): PackageOrderData {
  const parcel = data.get('shipmentPackage', packageId);
  const note = data.get('deliveryNote', parcel.deliveryNoteId);
  const order = data.get('salesOrder', note.salesOrderId);
  return {
    parcel,
    note,
    ...(order.customerId === undefined ? {} : { customerId: order.customerId }),
    company: data.get('company', order.companyId),
    warehouse: warehouseOf(data, note),
    shippingAddress: order.shipmentAddress ?? order.billingAddress,
    content: note.lineItems.flatMap(({ itemId, sku = '', quantity }) => {
      if (itemId === undefined) return [];
      const weight = multiply(data.get('item', itemId).weights.shippingWeight, quantity);
      return [{ itemId, sku, quantity, weight }];
    }),
  };
}

/** The warehouse the goods left; for goods that a supplier sent, the first one. */
function warehouseOf(data: TenantData, note: DeliveryNote): Warehouse {
  const id = note.warehouseId ?? note.lineItems.find((line) => line.warehouseId !== undefined)?.warehouseId;
  const known = id === undefined ? undefined : data.of('warehouse').get(id);
  return known ?? data.get('warehouse', data.of('warehouse').values().next().value?.id ?? 0);
}

/** @returns the weight of a package in kilograms: as weighed, or the sum of its content */
export function weightOf({ parcel, content }: PackageOrderData): Decimal {
  return parcel.weight === zero ? add(zero, ...content.map((one) => one.weight)) : parcel.weight;
}

/**
 * @param text a package's key, its integer id or the tracking id that is printed on it
 * @throws DomainError `not-found`
 */
export function packageBy(data: TenantData, text: string): ShipmentPackage {
  const key = unpackKey('VersandKey', text);
  return key.ok ? data.get('shipmentPackage', key.id) : packageNamed(data, text);
}
