import { view, type ViewTable } from '../../../wire/views/views.ts';
import { deliveryViewsV1 } from './v1.ts';

/** Reserving and delivering in v2; pick lists' and lines' names differ from the domain's. */
export const deliveryViewsV2: ViewTable = {
  'V1.WMS.PickListTemplate': deliveryViewsV1.PickListTemplate,
  'V1.WMS.PickList': deliveryViewsV1.PickList,
  'V1.WMS.CreatePickList': deliveryViewsV1.CreatePickList,
  'WMS.PickListPosition': deliveryViewsV1.PickListPosition,
  'V1.WMS.PickListPosition': deliveryViewsV1.PickListPosition,
  'V1.DeliveryNote.DeliveryNote': deliveryViewsV1.DeliveryNote,
  'V1.DeliveryNote.DeliveryNotePackage': deliveryViewsV1.DeliveryNotePackage,
  'V1.Delivery.CreateReserveRequest': view({ PicklistReserveOptions: 'pickListReserveOptions' }),
  'V1.Delivery.CreateReassignRequest': view({ PicklistReserveOptions: 'pickListReserveOptions' }),
  'V1.Delivery.CreatePicklistReserveOptions': view({ PicklistPerOrder: 'pickListPerOrder' }),
  'V1.Delivery.CreateSalesOrderPosition': view({ SalesOrderPositionId: 'salesOrderLineItemId' }),
  'V1.Delivery.ReserveResponse': view({ Picklists: 'pickLists', OrderReservations: 'orders' }),
  'V1.Delivery.ReassignResponse': view({ Picklists: 'pickLists', SalesOrderPositions: 'lines' }),
  'V1.Delivery.Picklist': view({ PicklistId: 'id' }),
  'V1.Delivery.SalesOrderPositionReservation': view({ SalesOrderPositionId: 'salesOrderLineItemId' }),
  'V1.Delivery.Reservation': view({ SalesOrderPositionId: 'salesOrderLineItemId' }),
  'V1.Delivery.PicklistReservations': view({ PicklistId: 'id', Timestamp: 'createdAt' }),
  'V1.Delivery.PicklistReservationOrderPosition': view({
    SalesOrderPositionId: 'salesOrderLineItemId',
    PickPositionId: 'id',
    Amount: 'quantity',
  }),
  'V1.Delivery.CreateCancelReservationRequest': view({ PicklistIds: 'pickListIds' }),
  'V1.Delivery.CreateDeliverRequest': view({
    PicklistIds: 'pickListIds',
    DeliveryPackage: 'packages',
    DeliverOptions: 'options',
    DeliveryPositionNotes: 'positionNotes',
    DeliverySerialNumbers: 'serialNumbers',
  }),
  'V1.Delivery.CreateDeliverOptions': view({ IsDelilveryNotePerWarehouse: 'isDeliveryNotePerWarehouse' }),
  'V1.Delivery.CreateDeliveryPositionNotes': view({ SalesOrderPositionId: 'salesOrderLineItemId' }),
  'V1.Delivery.CreateDeliverySerialNumber': view({
    PickpositionId: 'pickListPositionId',
    Description1: { read: () => undefined, write: false },
    Description2: { read: () => undefined, write: false },
  }),
};
