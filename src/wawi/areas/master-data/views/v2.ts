import { masterViewsV1 } from './v1.ts';
import { v2View, type V2Views } from '../../../wire/rest/schema-views.ts';
import { sameFields } from '../../../wire/views/named-views.ts';

/** Master data in v2. */
export const masterViewsV2: V2Views = {
  'V1.SalesChannel.SalesChannel': sameFields(masterViewsV1.SalesChannel),
  'TaxClass.CreateTaxClassCommandRequest': v2View<'TaxClass.CreateTaxClassCommandRequest'>({
    TaxType: 'type',
  }),
};
