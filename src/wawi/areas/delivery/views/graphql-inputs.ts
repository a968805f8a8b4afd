import type { InputViews } from '../../../wire/graphql/input-views.ts';

/** Commands for shipping. */
export const deliveryInputs: InputViews = {
  ShipOrderCommandRequestInput: { picklistId: 'pickListId', userId: false },
  PackageInput: {
    // No public type shows the dimensions of a package.
    dimensions: false,
    packagingMaterialBinLocationId: 'packagingMaterialLocationId',
  },
  PackagePositionInput: { picklistPositionId: 'pickListPositionId' },
  // The name of 2.2 means the same as the older one.
  PackagePositionDataInput: { shelfLifeExpirationDate: 'bestBeforeDate' },
  ShipPackageCommandRequestInput: { shippingDate: 'shippedDate', trackingNumber: 'trackingId' },
};
