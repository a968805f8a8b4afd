import { without, withoutNulls } from '../../../store/values/merge.ts';
import type { RootBindings } from '../../../wire/graphql/call.ts';
import { acts, changes, creates } from '../../../wire/graphql/commands.ts';
import { createTaxCode, deleteTaxCode, updateTaxCode, type TaxCodeDraft } from '../operations/tax-codes.ts';
import { saveTaxConfiguration, type ZoneDraft } from '../operations/tax-configuration.ts';
import { createTaxClass, updateTaxClass } from '../operations/tax-rates.ts';

/** Commands for tax classes, tax codes and tax zones. */
export const pricingMutations: RootBindings = {
  CreateTaxClass: creates<object>('taxes.write', (call) =>
    call.write((data) => createTaxClass(data, call.draft)),
  ),
  UpdateTaxClass: changes<{ id: number }>('taxes.write', async (call) => {
    await call.write((data) => updateTaxClass(data, call.draft.id, without(call.draft, 'id')));
    return true;
  }),
  DeleteTaxClass: acts<{ id: number }>('taxes.write', (data, { draft }) => {
    data.delete('taxClass', draft.id);
  }),
  CreateTaxCode: creates<TaxCodeDraft>('taxes.write', (call) =>
    call.write((data) => createTaxCode(data, call.draft)),
  ),
  UpdateTaxCode: acts<Partial<TaxCodeDraft> & { id: number }>('taxes.write', (data, { draft }) => {
    updateTaxCode(data, draft.id, withoutNulls(without(draft, 'id')));
  }),
  DeleteTaxCode: acts<{ id: number }>('taxes.write', (data, { draft }) => {
    deleteTaxCode(data, draft.id);
  }),
  SaveTaxConfiguration: acts<{ taxZones: ZoneDraft[] }>('taxes.write', (data, { draft }) => {
    saveTaxConfiguration(data, withoutNulls(draft.taxZones));
  }),
};
