import { withoutNulls } from '../../../store/values/merge.ts';
import { shipOrder, type ShipOrderDraft } from '../operations/ship-order.ts';
import { shipPackage } from '../operations/ship-package.ts';
import type { BindingsV2, Handler } from '../../../wire/rest/call.ts';
import { part, update } from '../../../wire/rest/handlers.ts';

const orderShipped: Handler = async (call) => {
  const draft = withoutNulls(call.draft) as unknown as ShipOrderDraft;
  const { note, packages } = await call.write((data) => shipOrder(data, draft, call.now));
  return {
    value: { deliveryNoteId: note.id, packageIds: packages.map((parcel) => parcel.id) },
    assumptions: ['quantities-add-up'],
  };
};

/** Without a date the package leaves now. */
const packageShipped = update(
  (data, packageId, draft, call) =>
    shipPackage(data, { ...withoutNulls(draft), packageId }, call.now).package,
);

/** Shipping as 2.1 adds it. */
export const laterDeliveryBindingsV2: BindingsV2 = {
  'GET /delivery-notes/{deliveryNoteId}/line-items': part('deliveryNote', (note) =>
    note.lineItems.map((line) => ({ ...line, deliveryNoteId: note.id })),
  ),
  'POST /packages/{packageId}/ship': packageShipped,
  'POST /wms/shipments/ship-order': orderShipped,
};
