import type { Decimal } from '../../../store/values/decimal.ts';
import { changePackage } from '../operations/delivery-notes.ts';
import { packageBy, packageOrderData } from '../operations/packages.ts';
import type { BindingsV2, Handler } from '../../../wire/rest/call.ts';
import { act } from '../../../wire/rest/handlers.ts';

const weightChanged = act((data, call) => {
  const { packageId, weight } = call.draft as { packageId: string; weight: Decimal };
  changePackage(data, packageBy(data, packageId).id, { weight }, { now: call.now });
});

const delivered = act((data, call) => {
  const { packageId, trackingCode, shippingDate } = call.draft as {
    packageId: string;
    trackingCode?: string | null;
    shippingDate?: string | null;
  };
  const change = {
    shippedDate: shippingDate ?? call.now,
    ...(trackingCode ? { trackingId: trackingCode } : {}),
  };
  changePackage(data, packageBy(data, packageId).id, change, { now: call.now });
});

const weightSet = act((data, call) => {
  const { id } = packageBy(data, call.params['packageId'] as string);
  changePackage(data, id, { weight: (call.draft as { weight: Decimal }).weight }, { now: call.now });
});

/** The body is the bare number. */
const weighed = act((data, call) => {
  const { id } = packageBy(data, call.params['packageId'] as string);
  changePackage(data, id, { weight: call.body as Decimal }, { now: call.now });
});

const orderData: Handler = (call) => ({
  value: packageOrderData(call.data, call.params['PackageId'] as number),
});

const label: Handler = async (call) => {
  const parcel = packageBy(call.data, call.params['packageId'] as string);
  const { shippingLabel } = await import('../documents/shipping-label.ts');
  const data = await shippingLabel(call.data, packageOrderData(call.data, parcel.id));
  return {
    bytes: { data, type: 'application/pdf', fileName: `label-${parcel.id}.pdf` },
    assumptions: ['shipping-label'],
  };
};

/** Packages as a packing place handles them. */
export const packageBindingsV2: BindingsV2 = {
  'PATCH /package/change': weightChanged,
  'PATCH /packages/{packageId}/weight': weightSet,
  'POST /package/deliver': delivered,
  'GET /package/query-order-data/{PackageId}': orderData,
  'GET /shipment/label/{packageId}': label,
  'POST /shipment/wms/shipping-line/packages/{packageId}/package-weight': weighed,
};
