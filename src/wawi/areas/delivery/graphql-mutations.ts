import type { Decimal } from '../../store/values/decimal.ts';
import type { RootBindings } from '../../wire/graphql/call.ts';
import { acts, creates } from '../../wire/graphql/commands.ts';
import { changePackage } from './operations/delivery-notes.ts';
import { packageBy } from './operations/packages.ts';
import { shipOrder, type ShipOrderDraft } from './operations/ship-order.ts';
import { shipPackage, type PackageShipment } from './operations/ship-package.ts';

interface PackageDelivery {
  packageId: string;
  trackingCode?: string | null;
  shippingDate?: string | null;
}

/** Commands for packages. */
export const deliveryMutations: RootBindings = {
  ChangePackageWeight: acts<{ packageId: string; weight: Decimal }>('deliveries.write', (data, call) => {
    const { packageId, weight } = call.draft;
    changePackage(data, packageBy(data, packageId).id, { weight }, { now: call.now });
  }),
  CreateDeliverPackage: acts<PackageDelivery>('deliveries.write', (data, { draft, now }) => {
    const change = {
      shippedDate: draft.shippingDate ?? now,
      ...(draft.trackingCode ? { trackingId: draft.trackingCode } : {}),
    };
    changePackage(data, packageBy(data, draft.packageId).id, change, { now });
  }),
  ShipOrder: creates<ShipOrderDraft>('deliveries.write', (call) => {
    call.assume('quantities-add-up');
    return call.write((data) => shipOrder(data, call.draft, call.now));
  }),
  ShipPackage: creates<PackageShipment>('deliveries.write', (call) =>
    call.write((data) => shipPackage(data, call.draft, call.now)),
  ),
};
