import type { InputViews } from '../../../wire/graphql/input-views.ts';

const taxClass = { isStandard: 'isDefault', taxType: 'type' } as const;

/** Commands for tax classes. */
export const pricingInputs: InputViews = {
  CreateTaxClassCommandRequestInput: taxClass,
  UpdateTaxClassCommandRequestInput: taxClass,
};
