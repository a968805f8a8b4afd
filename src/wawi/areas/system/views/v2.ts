import type { NumberRange } from '../schema/system.ts';
import { numberOf } from '../rules/number-ranges.ts';
import { v2View, type V2Views } from '../../../wire/rest/schema-views.ts';
import { sameFields } from '../../../wire/views/named-views.ts';
import { systemViewsV1 } from './v1.ts';

/** Registrations, number ranges, extensions, workers and workbenches in v2. */
export const systemViewsV2: V2Views = {
  'V1.Authentication.CreateAppRegistrationRequest': sameFields(systemViewsV1.CreateAppRegistrationRequest),
  'V1.Authentication.UpdateAppRegistrationRequest': sameFields(systemViewsV1.CreateAppRegistrationRequest),
  'V1.Authentication.RegistrationRequestStatusInfo': sameFields(systemViewsV1.RegistrationRequestStatusInfo),
  'V1.Authentication.RegistrationInformation': sameFields(systemViewsV1.RegistrationInformation),
  'V1.NumberRanges.NumberRangeItem': v2View<'V1.NumberRanges.NumberRangeItem', NumberRange>({
    Identifier: 'id',
    ExampleNumber: (range, { now }) => numberOf(range, range.currentNumber + 1, now),
    IsDeletable: (range) => range.companyId !== undefined,
  }),
  'V1.Worker.WorkerSyncItem': sameFields(systemViewsV1.WorkerSyncItem),
  'V1.Worker.WorkerSyncStatus': sameFields(systemViewsV1.WorkerSyncStatus),
  'V1.Common.Config': sameFields(systemViewsV1.Config),
  'V1.Common.CreateConfigItem': sameFields(systemViewsV1.CreateConfigItem),
};
