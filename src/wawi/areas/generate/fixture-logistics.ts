import { zero } from '../../store/values/decimal.ts';
import type { DeliveryNote, ShipmentPackage } from '../delivery/schema/logistics.ts';
import type { Stock, StorageLocation, Warehouse } from '../stock/schema/stock.ts';
import { completed, without } from '../../store/values/merge.ts';
import { locationFor } from '../stock/operations/stock.ts';
import type { TenantData } from '../../store/tenant-data.ts';

type Fields = Record<string, unknown>;

/** A warehouse as far as a fixture describes it; the rest is an active one without bins. */
export function fixtureWarehouse(data: TenantData, fields: Fields): Omit<Warehouse, 'id'> {
  const fresh: Omit<Warehouse, 'id'> = {
    name: '',
    typeId: 'Standard',
    priority: 1,
    companyId: 1,
    address: { id: data.nextId('address') },
    lockForShipment: false,
    lockForAvailability: false,
    isActive: true,
  };
  return completed(fresh, fields);
}

/** A storage location as far as a fixture describes it; the rest is an unlocked one. */
export function fixtureStorageLocation(_data: TenantData, fields: Fields): Omit<StorageLocation, 'id'> {
  const fresh: Omit<StorageLocation, 'id'> = {
    warehouseId: 1,
    name: '',
    typeId: 'Standard',
    sortNumber: 0,
    priority: 0,
    lockForShipment: false,
    lockForAvailability: false,
    dimensions: { length: zero, width: zero, height: zero },
  };
  return completed(fresh, fields);
}

/**
 * Stock that a fixture puts somewhere; without a place on the first location of the first warehouse. It is booked in,
 * so that the history agrees with it.
 * @param now ISO 8601
 * @throws DomainError for a warehouse or location that is not there
 */
export function fixtureStock(data: TenantData, fields: Fields, now: string): Omit<Stock, 'id'> {
  const { warehouseId = 1, storageLocationId } = fields as Partial<Stock>;
  const place = { warehouseId, ...(storageLocationId === undefined ? {} : { storageLocationId }) };
  const stock = { quantity: zero, ...place, ...fields, storageLocationId: locationFor(data, place).id };
  const row = without(stock as Stock, 'id');
  data.insert('stockChange', { ...row, changedDate: now, userName: 'admin', serialNumbers: [] });
  return row;
}

/** A delivery note as far as a fixture describes it: of an order, without lines unless it lists them. */
export function fixtureDeliveryNote(data: TenantData, fields: Fields, now: string): Omit<DeliveryNote, 'id'> {
  const { salesOrderId } = fields as { salesOrderId?: number };
  const order = salesOrderId === undefined ? undefined : data.of('salesOrder').get(salesOrderId);
  const fresh: Omit<DeliveryNote, 'id'> = {
    number: `LS${data.nextId('fixtureDeliveryNote')}`,
    salesOrderId: 0,
    ...(order?.customerId === undefined ? {} : { customerId: order.customerId }),
    companyId: order?.companyId ?? 1,
    deliveryNoteDate: now,
    isExternal: false,
    lineItems: [],
  };
  return completed(fresh, fields);
}

/** A parcel as far as a fixture describes it. */
export function fixturePackage(_data: TenantData, fields: Fields, now: string): Omit<ShipmentPackage, 'id'> {
  const fresh: Omit<ShipmentPackage, 'id'> = { deliveryNoteId: 0, packageDate: now, weight: zero };
  return completed(fresh, fields);
}
