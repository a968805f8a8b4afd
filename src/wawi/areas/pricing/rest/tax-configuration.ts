import { withoutNulls } from '../../../store/values/merge.ts';
import { ApiError } from '../../../wire/access/api-errors.ts';
import type { BindingsV2 } from '../../../wire/rest/call.ts';
import { act, create, update } from '../../../wire/rest/handlers.ts';
import { createTaxCode, updateTaxCode, type TaxCodeDraft } from '../operations/tax-codes.ts';
import { saveTaxConfiguration, type RateDraft, type ZoneDraft } from '../operations/tax-configuration.ts';

/** A tax zone as a request gives it. */
type ZoneRequest = Omit<Partial<ZoneDraft>, 'taxRates'> & {
  taxRates?: (RateDraft & { taxRateAssignments?: unknown[] })[];
};

/**
 * Makes the tax zones what the request says; missing lists are empty.
 * @throws ApiError 501 for tax codes by product group or shipping method, whose effect no source states
 */
const taxConfigurationSaved = act((data, call) => {
  const { taxZones = [] } = withoutNulls(call.draft) as { taxZones?: ZoneRequest[] };
  const zones = taxZones.map(({ countries = [], taxRates = [], ...zone }) => ({
    ...zone,
    countries,
    taxRates: taxRates.map(withoutAssignments),
  }));
  saveTaxConfiguration(data, zones);
});

function withoutAssignments({
  taxRateAssignments = [],
  ...rate
}: RateDraft & { taxRateAssignments?: unknown[] }): RateDraft {
  if (taxRateAssignments.length > 0)
    throw new ApiError({
      status: 501,
      code: 'NotImplemented',
      message: `taxRateAssignments has ${taxRateAssignments.length} elements, but no source says what tax codes by product group or shipping method do. Leave the list empty.`,
    });
  return rate;
}

/** Tax codes and tax zones are written in v2 only. */
export const taxConfigurationBindingsV2: BindingsV2 = {
  'POST /tax-codes': create((data, draft) => createTaxCode(data, draft as unknown as TaxCodeDraft)),
  'PATCH /tax-codes/{id}': update((data, id, draft) => updateTaxCode(data, id, withoutNulls(draft))),
  'POST /taxes': taxConfigurationSaved,
};
