import { masterViewsV1 } from './v1.ts';
import { type ViewTable, view } from '../../../wire/views/views.ts';

/** Master data in v2. */
export const masterViewsV2: ViewTable = {
  'V1.SalesChannel.SalesChannel': masterViewsV1.SalesChannel,
  'TaxClass.CreateTaxClassCommandRequest': view({ TaxType: 'type' }),
};
