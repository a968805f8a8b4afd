import { view, type ViewTable } from '../../../wire/views/views.ts';
import { trackingUrl } from '../rules/tracking.ts';
import type { DeliveryNote, PickList, ShipmentPackage } from '../schema/logistics.ts';

/** Pick lists and delivery notes in v1. */
export const deliveryViewsV1 = {
  PickListTemplate: view({ PickListTemplateId: 'id' }),
  PickList: view<PickList>({
    PicklistNumber: 'number',
    PickListTemplateId: 'templateId',
    PickListTemplateName: (list, { data }) =>
      list.templateId === undefined ? undefined : data.of('pickListTemplate').get(list.templateId)?.name,
  }),
  CreatePickList: view({ PickListTemplateId: 'templateId' }),
  PickListPosition: view({ PicklistId: 'pickListId' }),
  ReserveSalesOrdersRequest: view({ PicklistReserveOptions: 'pickListReserveOptions' }),
  'ReserveSalesOrdersRequest.PicklistReserveOptions': view({ PicklistPerOrder: 'pickListPerOrder' }),
  ReserveSalesOrdersResponse: view({ Picklists: 'pickLists', OrderReservations: 'orders' }),
  'ReserveSalesOrdersResponse.Picklist': view({ PicklistId: 'id' }),
  'ReserveSalesOrdersResponse.OrderReservation.Reservation': view({
    SalesOrderPositionId: 'salesOrderLineItemId',
  }),
  ReassignStockRequest: { likes: 'ReserveSalesOrdersRequest' },
  'ReassignStockRequest.PicklistReserveOptions': {
    likes: 'ReserveSalesOrdersRequest.PicklistReserveOptions',
  },
  'ReassignStockRequest.SalesOrderPosition': view({ SalesOrderPositionId: 'salesOrderLineItemId' }),
  ReassignStockResponse: view({ Picklists: 'pickLists', SalesOrderPositions: 'lines' }),
  'ReassignStockResponse.Picklist': view({ PicklistId: 'id' }),
  'ReassignStockResponse.SalesOrderPosition': view({ SalesOrderPositionId: 'salesOrderLineItemId' }),
  'ReassignStockResponse.SalesOrderPosition.Reservation': view({
    SalesOrderPositionId: 'salesOrderLineItemId',
  }),
  'ChangeReservationResponse.UpdatedPosition': view({ PicklistId: 'pickListId' }),
  DeliverSalesOrderRequest: view({
    PicklistIds: 'pickListIds',
    DeliveryPackage: 'packages',
    DeliverOptions: 'options',
    DeliveryPositionNotes: 'positionNotes',
    DeliverySerialNumbers: 'serialNumbers',
  }),
  'DeliverSalesOrderRequest.DeliverOptions': view({
    IsDelilveryNotePerWarehouse: 'isDeliveryNotePerWarehouse',
  }),
  'DeliverSalesOrderRequest.DeliveryPositionNote': view({ SalesOrderPositionId: 'salesOrderLineItemId' }),
  'DeliverSalesOrderRequest.DeliverySerialNumber': view({
    PickpositionId: 'pickListPositionId',
    Description1: { read: () => undefined, write: false },
    Description2: { read: () => undefined, write: false },
  }),
  DeliveryNote: view<DeliveryNote>({
    Packages: (note, { data }) => [...data.of('shipmentPackage').where('deliveryNoteId', note.id)],
  }),
  DeliveryNotePackage: view<ShipmentPackage>({
    Weights: 'weight',
    TrackingUrl: (parcel, { data }) =>
      trackingUrl(
        parcel.shippingMethodId === undefined
          ? undefined
          : data.of('shippingMethod').get(parcel.shippingMethodId)?.name,
        parcel.trackingId,
      ),
  }),
} satisfies ViewTable;
