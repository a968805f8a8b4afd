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
  'V1.Delivery.CreateReserveRequest': deliveryViewsV1.ReserveSalesOrdersRequest,
  'V1.Delivery.CreateReassignRequest': deliveryViewsV1.ReserveSalesOrdersRequest,
  'V1.Delivery.CreatePicklistReserveOptions':
    deliveryViewsV1['ReserveSalesOrdersRequest.PicklistReserveOptions'],
  'V1.Delivery.CreateSalesOrderPosition': deliveryViewsV1['ReassignStockRequest.SalesOrderPosition'],
  'V1.Delivery.ReserveResponse': deliveryViewsV1.ReserveSalesOrdersResponse,
  'V1.Delivery.ReassignResponse': deliveryViewsV1.ReassignStockResponse,
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
  'V1.Delivery.CreateDeliverRequest': deliveryViewsV1.DeliverSalesOrderRequest,
  'V1.Delivery.CreateDeliverOptions': deliveryViewsV1['DeliverSalesOrderRequest.DeliverOptions'],
  'V1.Delivery.CreateDeliveryPositionNotes': deliveryViewsV1['DeliverSalesOrderRequest.DeliveryPositionNote'],
  'V1.Delivery.CreateDeliverySerialNumber': deliveryViewsV1['DeliverSalesOrderRequest.DeliverySerialNumber'],
};
