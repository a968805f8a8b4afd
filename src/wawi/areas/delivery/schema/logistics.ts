import type { Static } from 'typebox';
import type {
  deliveryNote,
  deliveryNoteLineItem,
  logisticsEntities,
  pickList,
  pickListPosition,
  pickListStatus,
  pickListTemplate,
  shipmentPackage,
} from './logistics.schema.ts';
import type { Entities } from '../../../store/fields.ts';
import type { EntityKind } from '../../../store/collections/collection.ts';

export type PickListTemplate = Static<typeof pickListTemplate>;

/** 10 created, 11 in progress, 20 picked, 30 in shipping box, 40 completed: the numbers of the contract. */
export type PickListStatus = Static<typeof pickListStatus>;

/** The goods to pick in one warehouse, or to buy from one supplier, for sales orders. */
export type PickList = Static<typeof pickList>;

/** Stock reserved for a line of a sales order. Without a storage location the goods come from a supplier. */
export type PickListPosition = Static<typeof pickListPosition>;

export type DeliveryNoteLineItem = Static<typeof deliveryNoteLineItem>;

export type DeliveryNote = Static<typeof deliveryNote>;

/** A parcel of a delivery note. */
export type ShipmentPackage = Static<typeof shipmentPackage>;

export type LogisticsEntities = Entities<typeof logisticsEntities>;

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
