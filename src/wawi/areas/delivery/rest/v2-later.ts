import type { TaxZone } from '../../master-data/schema/master.ts';
import { withoutNulls } from '../../../store/values/merge.ts';
import { changePackage } from '../operations/delivery-notes.ts';
import { shipOrder, type ShipOrderDraft } from '../operations/ship-order.ts';
import { createTaxClass, taxFor } from '../../pricing/operations/tax-rates.ts';
import type { BindingsV2, Handler } from '../../../wire/rest/call.ts';
import { create, part, update } from '../../../wire/rest/handlers.ts';
import { sortedPage } from '../../../wire/rest/sorted-lists.ts';

/** Without a company the first one is meant, without countries its own. */
const taxClassesWithRates: Handler = (call) => {
  const query = call.query as Record<string, string | undefined>;
  const companyId = (call.query['companyId'] as number | undefined) ?? 1;
  const home = call.data.get('company', companyId).countryIso ?? 'DE';
  const departureCountryIso = query['departureCountryIso'] ?? home;
  const vatId = query['shipmentAddressVatId'];
  const value = [...call.data.of('taxClass').values()].map((taxClass) => ({
    ...taxClass,
    rate: taxFor(call.data, {
      taxClassId: taxClass.id,
      companyId,
      departureCountryIso,
      shipmentCountryIso: query['shipmentAddressCountryIso'] ?? departureCountryIso,
      ...(vatId === undefined ? {} : { vatId }),
    }).rate,
  }));
  return { value, assumptions: ['tax-rates'] };
};

const taxZones = sortedPage<'taxZone'>('taxZone', {
  sorts: { id: 'id', name: 'name', companyId: 'companyId' } satisfies Record<string, keyof TaxZone>,
});

const orderShipped: Handler = async (call) => {
  const draft = withoutNulls(call.draft) as unknown as ShipOrderDraft;
  const { note, packages } = await call.write((data) => shipOrder(data, draft, call.now));
  return {
    value: { deliveryNoteId: note.id, packageIds: packages.map((parcel) => parcel.id) },
    assumptions: ['quantities-add-up'],
  };
};

/** Without a date the package leaves now. */
const packageShipped = update((data, id, draft, call) =>
  changePackage(data, id, { shippedDate: call.now, ...withoutNulls(draft) }, { now: call.now }),
);

/** Taxes and shipping as 2.1 and 2.2 add them. */
export const laterLogisticsBindingsV2: BindingsV2 = {
  'POST /tax-classes': create((data, draft) => createTaxClass(data, draft)),
  'GET /tax-classes/with-tax-rates': taxClassesWithRates,
  'GET /tax-zones': taxZones,
  'GET /delivery-notes/{deliveryNoteId}/line-items': part('deliveryNote', (note) =>
    note.lineItems.map((line) => ({ ...line, deliveryNoteId: note.id })),
  ),
  'POST /packages/{packageId}/ship': packageShipped,
  'POST /wms/shipments/ship-order': orderShipped,
};
