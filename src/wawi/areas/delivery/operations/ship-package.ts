import type { ShipmentPackage } from '../schema/logistics.ts';
import { invalid, wrongState } from '../../../store/errors.ts';
import { referenced } from '../../../store/references.ts';
import type { TenantData } from '../../../store/tenant-data.ts';
import { only } from '../../../store/values/merge.ts';
import { changePackage } from './delivery-notes.ts';

/** A package that leaves (2.1 ShipPackageCommandRequestInput). */
export interface PackageShipment {
  packageId: number;
  /** ISO 8601; default: now. */
  shippedDate?: string;
  trackingId?: string;
  /** Ships a package that has been shipped already once more. */
  overwrite?: boolean;
}

export interface ShippedPackage {
  package: ShipmentPackage;
  /** Whether data of an earlier shipment were replaced. */
  overwritten: boolean;
}

const longestTrackingId = 255;

/**
 * Ships a package.
 * @throws DomainError `missing-reference`, `state` for a package that has been shipped, unless `overwrite` is set,
 * `invalid` for a tracking number of more than 255 characters
 */
export function shipPackage(data: TenantData, shipment: PackageShipment, now: string): ShippedPackage {
  const { packageId, trackingId, shippedDate = now, overwrite = false } = shipment;
  const before = referenced(data, 'shipmentPackage', packageId, 'packageId');
  if (trackingId !== undefined && trackingId.length > longestTrackingId)
    throw invalid(
      'trackingId',
      `The tracking number has ${trackingId.length} characters; at most ${longestTrackingId} are allowed.`,
    );
  const overwritten = before.shippedDate !== undefined;
  if (overwritten && !overwrite)
    throw wrongState(
      `The package ${packageId} was shipped on ${before.shippedDate}; set overwrite to ship it again.`,
    );
  const change = { shippedDate, ...only({ ...shipment }, 'trackingId') };
  return { package: changePackage(data, packageId, change, { now }), overwritten };
}
