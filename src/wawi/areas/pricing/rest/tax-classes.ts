import { createTaxClass, taxFor } from '../operations/tax-rates.ts';
import type { TaxZone } from '../../master-data/schema/master.ts';
import type { BindingsV2, Handler } from '../../../wire/rest/call.ts';
import { create } from '../../../wire/rest/handlers.ts';
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

/** Tax classes and tax zones, which v1 only reads. */
export const taxClassBindingsV2: BindingsV2 = {
  'POST /taxclass/create': create((data, draft) => createTaxClass(data, draft)),
  'POST /tax-classes': create((data, draft) => createTaxClass(data, draft)),
  'GET /tax-classes/with-tax-rates': taxClassesWithRates,
  'GET /tax-zones': taxZones,
};
