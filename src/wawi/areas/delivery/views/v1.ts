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
