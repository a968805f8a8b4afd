import { v2View, type V2Views } from '../../../wire/rest/schema-views.ts';
import { sameFields } from '../../../wire/views/named-views.ts';
import { deliveryViewsV1 } from './v1.ts';

/** Reserving and delivering in v2; pick lists' and lines' names differ from the domain's. */
export const deliveryViewsV2: V2Views = {
  'V1.WMS.PickListTemplate': sameFields(deliveryViewsV1.PickListTemplate),
  'V1.WMS.PickList': sameFields(deliveryViewsV1.PickList),
  'V1.WMS.CreatePickList': sameFields(deliveryViewsV1.CreatePickList),
  'WMS.PickListPosition': sameFields(deliveryViewsV1.PickListPosition),
  'V1.WMS.PickListPosition': sameFields(deliveryViewsV1.PickListPosition),
  'V1.DeliveryNote.DeliveryNote': sameFields(deliveryViewsV1.DeliveryNote),
  'V1.DeliveryNote.DeliveryNotePackage': sameFields(deliveryViewsV1.DeliveryNotePackage),
  'Delivery.ShipPackage': v2View<'Delivery.ShipPackage'>({
    ShippingDate: 'shippedDate',
    TrackingNumber: 'trackingId',
  }),
  'V1.Delivery.CreateReserveRequest': sameFields(deliveryViewsV1.ReserveSalesOrdersRequest),
  'V1.Delivery.CreateReassignRequest': sameFields(deliveryViewsV1.ReserveSalesOrdersRequest),
  'V1.Delivery.CreatePicklistReserveOptions': sameFields(
    deliveryViewsV1['ReserveSalesOrdersRequest.PicklistReserveOptions'],
  ),
  'V1.Delivery.CreateSalesOrderPosition': sameFields(
    deliveryViewsV1['ReassignStockRequest.SalesOrderPosition'],
  ),
  'V1.Delivery.ReserveResponse': sameFields(deliveryViewsV1.ReserveSalesOrdersResponse),
  'V1.Delivery.ReassignResponse': sameFields(deliveryViewsV1.ReassignStockResponse),
  'V1.Delivery.Picklist': v2View<'V1.Delivery.Picklist'>({ PicklistId: 'id' }),
  'V1.Delivery.SalesOrderPositionReservation': v2View<'V1.Delivery.SalesOrderPositionReservation'>({
    SalesOrderPositionId: 'salesOrderLineItemId',
  }),
  'V1.Delivery.Reservation': v2View<'V1.Delivery.Reservation'>({
    SalesOrderPositionId: 'salesOrderLineItemId',
  }),
  'V1.Delivery.PicklistReservations': v2View<'V1.Delivery.PicklistReservations'>({
    PicklistId: 'id',
    Timestamp: 'createdAt',
  }),
  'V1.Delivery.PicklistReservationOrderPosition': v2View<'V1.Delivery.PicklistReservationOrderPosition'>({
    SalesOrderPositionId: 'salesOrderLineItemId',
    PickPositionId: 'id',
    Amount: 'quantity',
  }),
  'V1.Delivery.CreateCancelReservationRequest': v2View<'V1.Delivery.CreateCancelReservationRequest'>({
    PicklistIds: 'pickListIds',
  }),
  'V1.Delivery.CreateDeliverRequest': sameFields(deliveryViewsV1.DeliverSalesOrderRequest),
  'V1.Delivery.CreateDeliverOptions': sameFields(deliveryViewsV1['DeliverSalesOrderRequest.DeliverOptions']),
  'V1.Delivery.CreateDeliveryPositionNotes': sameFields(
    deliveryViewsV1['DeliverSalesOrderRequest.DeliveryPositionNote'],
  ),
  'V1.Delivery.CreateDeliverySerialNumber': sameFields(
    deliveryViewsV1['DeliverSalesOrderRequest.DeliverySerialNumber'],
  ),
};
