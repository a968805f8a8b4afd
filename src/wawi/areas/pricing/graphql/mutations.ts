import { without } from '../../../store/values/merge.ts';
import type { RootBindings } from '../../../wire/graphql/call.ts';
import { acts, changes, creates } from '../../../wire/graphql/commands.ts';
import { createTaxClass, updateTaxClass } from '../operations/tax-rates.ts';

/** Commands for tax classes. */
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
};
