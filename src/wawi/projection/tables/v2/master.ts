import { masterViewsV1 } from '../v1/master.ts';
import { type ViewTable, view } from '../../views.ts';

/** Master data in v2. */
export const masterViewsV2: ViewTable = {
  'V1.SalesChannel.SalesChannel': masterViewsV1.SalesChannel,
  'TaxClass.CreateTaxClassCommandRequest': view({ TaxType: 'type' }),
};
