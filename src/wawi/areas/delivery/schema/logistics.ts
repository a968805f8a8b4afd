import type { Decimal } from '../../../store/values/decimal.ts';
import type { EntityKind } from '../../../store/collections/collection.ts';
import type { StockIdentity } from '../../stock/schema/stock.ts';

export interface PickListTemplate {
  readonly id: number;
  name: string;
  /** How many orders a list made from it takes at most. */
  maxOrders: number;
}

/** 10 created, 11 in progress, 20 picked, 30 in shipping box, 40 completed: the numbers of the contract. */
export type PickListStatus = 10 | 11 | 20 | 30 | 40;

/** What is to be fetched from one warehouse, or bought from one supplier, for sales orders. */
export interface PickList {
  readonly id: number;
  number: string;
  /** Absent for goods that a supplier sends. */
  warehouseId?: number;
  supplierId?: number;
  contactPersonId?: number;
  templateId?: number;
  status: PickListStatus;
  /** ISO 8601. */
  createdAt: string;
}

/** Stock reserved for a line of a sales order. Without a storage location the goods come from a supplier. */
export interface PickListPosition extends Omit<StockIdentity, 'warehouseId' | 'storageLocationId'> {
  readonly id: number;
  pickListId: number;
  warehouseId?: number;
  storageLocationId?: number;
  salesOrderId: number;
  salesOrderLineItemId: number;
  quantity: Decimal;
  status: PickListStatus;
  priority: number;
  serialNumbers: string[];
  /** ISO 8601. */
  createdAt: string;
}

export interface DeliveryNoteLineItem {
  readonly id: number;
  salesOrderLineItemId?: number;
  itemId?: number;
  sku?: string;
  name: string;
  quantity: Decimal;
  warehouseId?: number;
  storageLocationId?: number;
  batchNumber?: string;
  shelfLifeExpirationDate?: string;
  serialNumbers: string[];
  notice?: string;
}

export interface DeliveryNote {
  readonly id: number;
  number: string;
  salesOrderId: number;
  customerId?: number;
  companyId: number;
  warehouseId?: number;
  /** ISO 8601. */
  deliveryNoteDate: string;
  /** True for notes that fulfilment partners keep and Wawi only knows of. */
  isExternal: boolean;
  notice?: string;
  lineItems: DeliveryNoteLineItem[];
}

/** A parcel of a delivery note. */
export interface ShipmentPackage {
  readonly id: number;
  deliveryNoteId: number;
  /** ISO 8601. */
  packageDate: string;
  shippedDate?: string;
  trackingId?: string;
  /** Kilograms. */
  weight: Decimal;
  shippingMethodId?: number;
  comment?: string;
  enclosedReturnIdentCode?: string;
}

export interface LogisticsEntities {
  pickListTemplate: PickListTemplate;
  pickList: PickList;
  pickListPosition: PickListPosition;
  deliveryNote: DeliveryNote;
  shipmentPackage: ShipmentPackage;
}

declare module '../../../store/entity-map.ts' {
  // eslint-disable-next-line @typescript-eslint/no-empty-object-type -- declaration merging
  interface EntityMap extends LogisticsEntities {}
}

export const logisticsKinds: { [N in keyof LogisticsEntities]: EntityKind<LogisticsEntities[N]> } = {
  pickListTemplate: { key: 'PicklisteVorlageKey', label: 'pick list template' },
  pickList: {
    key: 'PicklisteKey',
    label: 'pick list',
    unique: ['number'],
    references: { warehouseId: 'warehouse', templateId: 'pickListTemplate' },
  },
  pickListPosition: {
    key: 'PicklistePosKey',
    label: 'pick list position',
    references: { pickListId: 'pickList', itemId: 'item', salesOrderId: 'salesOrder' },
  },
  deliveryNote: {
    key: 'LieferscheinKey',
    label: 'delivery note',
    unique: ['number'],
    references: { salesOrderId: 'salesOrder', customerId: 'customer', companyId: 'company' },
  },
  shipmentPackage: {
    key: 'VersandKey',
    label: 'package',
    references: { deliveryNoteId: 'deliveryNote', shippingMethodId: 'shippingMethod' },
  },
};
