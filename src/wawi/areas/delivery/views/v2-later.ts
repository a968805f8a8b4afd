import { v2View, type V2Views } from '../../../wire/rest/schema-views.ts';

/** Shipping of orders as 2.1 adds it. */
export const laterDeliveryViewsV2: V2Views = {
  'Delivery.ShipOrder': v2View<'Delivery.ShipOrder'>({
    PicklistId: 'pickListId',
    UserId: { read: () => undefined, write: false },
  }),
  'Delivery.ShipOrderPackage': v2View<'Delivery.ShipOrderPackage'>({
    // The names of an older 2.1 mean the same.
    Cartons: { read: () => undefined, write: (value) => ({ packagingMaterials: value }) },
    CartonBinLocationId: {
      read: () => undefined,
      write: (value) => ({ packagingMaterialLocationId: value }),
    },
    PackagingMaterialBinLocationId: 'packagingMaterialLocationId',
  }),
  'Delivery.ShipOrderPosition': v2View<'Delivery.ShipOrderPosition'>({
    PicklistPositionId: 'pickListPositionId',
    ItemId: { read: () => undefined, write: false },
  }),
};
