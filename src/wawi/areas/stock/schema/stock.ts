import type { Static } from 'typebox';
import type {
  serialNumber,
  stock,
  stockChange,
  stockEntities,
  stockIdentity,
  storageLocation,
  warehouse,
} from './stock.schema.ts';
import type { Entities } from '../../../store/fields.ts';
import { addressCodes } from '../../../store/collections/code-paths.ts';
import type { EntityKind } from '../../../store/collections/collection.ts';

export type Warehouse = Static<typeof warehouse>;

/** A place in a warehouse; warehouses without bins have exactly one. */
export type StorageLocation = Static<typeof storageLocation>;

/** The properties that distinguish goods of one item on one storage location. */
export type StockIdentity = Static<typeof stockIdentity>;

/** How much of an item lies on a storage location, one row per batch and best-before date; none at zero. */
export type Stock = Static<typeof stock>;

/** One booking; the stock is the sum of its bookings. */
export type StockChange = Static<typeof stockChange>;

export type SerialNumber = Static<typeof serialNumber>;

export type StockEntities = Entities<typeof stockEntities>;

declare module '../../../store/entity-map.ts' {
  // eslint-disable-next-line @typescript-eslint/no-empty-object-type -- declaration merging
  interface EntityMap extends StockEntities {}
}

const place = { itemId: 'item', warehouseId: 'warehouse', storageLocationId: 'storageLocation' } as const;

export const stockKinds: { [N in keyof StockEntities]: EntityKind<StockEntities[N]> } = {
  warehouse: {
    key: 'WarenlagerKey',
    label: 'warehouse',
    references: { companyId: 'company' },
    codes: addressCodes('address'),
  },
  storageLocation: {
    key: 'WarenLagerPlatzKey',
    label: 'storage location',
    references: { warehouseId: 'warehouse' },
  },
  stock: { key: 'WarenLagerEingangKey', label: 'stock', references: place },
  stockChange: { key: 'LagerbuchungKey', label: 'stock change' },
  serialNumber: { key: 'SeriennummerKey', label: 'serial number' },
};
