import { v1View, type V1Views } from '../../../wire/rest/schema-views.ts';
import { trackingUrl } from '../rules/tracking.ts';
import type { DeliveryNote, PickList, ShipmentPackage } from '../schema/logistics.ts';

/** Pick lists and delivery notes in v1. */
export const deliveryViewsV1 = {
  PickListTemplate: v1View<'PickListTemplate'>({ PickListTemplateId: 'id' }),
  PickList: v1View<'PickList', PickList>({
    PicklistNumber: 'number',
    PickListTemplateId: 'templateId',
    PickListTemplateName: (list, { data }) =>
      list.templateId === undefined ? undefined : data.of('pickListTemplate').get(list.templateId)?.name,
  }),
  CreatePickList: v1View<'CreatePickList'>({ PickListTemplateId: 'templateId' }),
  PickListPosition: v1View<'PickListPosition'>({ PicklistId: 'pickListId' }),
  ReserveSalesOrdersRequest: v1View<'ReserveSalesOrdersRequest'>({
    PicklistReserveOptions: 'pickListReserveOptions',
  }),
  'ReserveSalesOrdersRequest.PicklistReserveOptions':
    v1View<'ReserveSalesOrdersRequest.PicklistReserveOptions'>({ PicklistPerOrder: 'pickListPerOrder' }),
  ReserveSalesOrdersResponse: v1View<'ReserveSalesOrdersResponse'>({
    Picklists: 'pickLists',
    OrderReservations: 'orders',
  }),
  'ReserveSalesOrdersResponse.Picklist': v1View<'ReserveSalesOrdersResponse.Picklist'>({ PicklistId: 'id' }),
  'ReserveSalesOrdersResponse.OrderReservation.Reservation':
    v1View<'ReserveSalesOrdersResponse.OrderReservation.Reservation'>({
      SalesOrderPositionId: 'salesOrderLineItemId',
    }),
  ReassignStockRequest: { likes: 'ReserveSalesOrdersRequest' },
  'ReassignStockRequest.PicklistReserveOptions': {
    likes: 'ReserveSalesOrdersRequest.PicklistReserveOptions',
  },
  'ReassignStockRequest.SalesOrderPosition': v1View<'ReassignStockRequest.SalesOrderPosition'>({
    SalesOrderPositionId: 'salesOrderLineItemId',
  }),
  ReassignStockResponse: v1View<'ReassignStockResponse'>({
    Picklists: 'pickLists',
    SalesOrderPositions: 'lines',
  }),
  'ReassignStockResponse.Picklist': v1View<'ReassignStockResponse.Picklist'>({ PicklistId: 'id' }),
  'ReassignStockResponse.SalesOrderPosition': v1View<'ReassignStockResponse.SalesOrderPosition'>({
    SalesOrderPositionId: 'salesOrderLineItemId',
  }),
  'ReassignStockResponse.SalesOrderPosition.Reservation':
    v1View<'ReassignStockResponse.SalesOrderPosition.Reservation'>({
      SalesOrderPositionId: 'salesOrderLineItemId',
    }),
  'ChangeReservationResponse.UpdatedPosition': v1View<'ChangeReservationResponse.UpdatedPosition'>({
    PicklistId: 'pickListId',
  }),
  DeliverSalesOrderRequest: v1View<'DeliverSalesOrderRequest'>({
    PicklistIds: 'pickListIds',
    DeliveryPackage: 'packages',
    DeliverOptions: 'options',
    DeliveryPositionNotes: 'positionNotes',
    DeliverySerialNumbers: 'serialNumbers',
  }),
  'DeliverSalesOrderRequest.DeliverOptions': v1View<'DeliverSalesOrderRequest.DeliverOptions'>({
    IsDelilveryNotePerWarehouse: 'isDeliveryNotePerWarehouse',
  }),
  'DeliverSalesOrderRequest.DeliveryPositionNote': v1View<'DeliverSalesOrderRequest.DeliveryPositionNote'>({
    SalesOrderPositionId: 'salesOrderLineItemId',
  }),
  'DeliverSalesOrderRequest.DeliverySerialNumber': v1View<'DeliverSalesOrderRequest.DeliverySerialNumber'>({
    PickpositionId: 'pickListPositionId',
    Description1: { read: () => undefined, write: false },
    Description2: { read: () => undefined, write: false },
  }),
  DeliveryNote: v1View<'DeliveryNote', DeliveryNote>({
    Packages: (note, { data }) => [...data.of('shipmentPackage').where('deliveryNoteId', note.id)],
  }),
  DeliveryNotePackage: v1View<'DeliveryNotePackage', ShipmentPackage>({
    Weights: 'weight',
    TrackingUrl: (parcel, { data }) =>
      trackingUrl(
        parcel.shippingMethodId === undefined
          ? undefined
          : data.of('shippingMethod').get(parcel.shippingMethodId)?.name,
        parcel.trackingId,
      ),
  }),
} satisfies V1Views;
