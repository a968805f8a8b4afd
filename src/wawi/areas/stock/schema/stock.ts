import type { Decimal } from '../../../store/values/decimal.ts';
import { addressCodes } from '../../../store/collections/code-paths.ts';
import type { EntityKind } from '../../../store/collections/collection.ts';
import type { Address } from '../../../store/shared-entities.ts';

export interface Warehouse {
  readonly id: number;
  name: string;
  code?: string;
  /** One of the fixed types of rules/warehouse-types.ts. */
  typeId: string;
  description?: string;
  priority: number;
  companyId: number;
  address: Address;
  lockForShipment: boolean;
  lockForAvailability: boolean;
  isActive: boolean;
}

/** A place in a warehouse; warehouses without bins have exactly one. */
export interface StorageLocation {
  readonly id: number;
  warehouseId: number;
  name: string;
  /** One of the fixed types of rules/warehouse-types.ts. */
  typeId: string;
  sortNumber: number;
  priority: number;
  lockForShipment: boolean;
  lockForAvailability: boolean;
  comment?: string;
  /** Centimetres. */
  dimensions: { length: Decimal; width: Decimal; height: Decimal };
}

/** What distinguishes goods of one item on one storage location. */
export interface StockIdentity {
  itemId: number;
  warehouseId: number;
  storageLocationId: number;
  batchNumber?: string;
  /** ISO 8601. */
  shelfLifeExpirationDate?: string;
}

/** How much of an item lies on a storage location, one row per batch and best-before date; none at zero. */
export interface Stock extends StockIdentity {
  readonly id: number;
  quantity: Decimal;
  comment?: string;
}

/** One booking; the stock is the sum of its bookings. */
export interface StockChange extends StockIdentity {
  readonly id: number;
  /** Negative for goods that left. */
  quantity: Decimal;
  /** ISO 8601. */
  changedDate: string;
  comment?: string;
  userName: string;
  purchasePriceNet?: Decimal;
  serialNumbers: string[];
}

export interface SerialNumber {
  readonly id: number;
  itemId: number;
  warehouseId: number;
  storageLocationId: number;
  serialNumber: string;
  /** False once the piece has left. */
  isActive: boolean;
}

export interface StockEntities {
  warehouse: Warehouse;
  storageLocation: StorageLocation;
  stock: Stock;
  stockChange: StockChange;
  serialNumber: SerialNumber;
}

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
