import type { NumberRange } from '../schema/system.ts';
import { numberOf } from '../rules/number-ranges.ts';
import { view, type ViewTable } from '../../../wire/views/views.ts';
import { systemViewsV1 } from './v1.ts';

/** Registrations, number ranges, extensions, workers and workbenches in v2. */
export const systemViewsV2: ViewTable = {
  'V1.Authentication.CreateAppRegistrationRequest': systemViewsV1.CreateAppRegistrationRequest,
  'V1.Authentication.UpdateAppRegistrationRequest': systemViewsV1.CreateAppRegistrationRequest,
  'V1.Authentication.RegistrationRequestStatusInfo': systemViewsV1.RegistrationRequestStatusInfo,
  'V1.Authentication.RegistrationInformation': systemViewsV1.RegistrationInformation,
  'V1.NumberRanges.NumberRangeItem': view<NumberRange>({
    Identifier: 'id',
    ExampleNumber: (range, { now }) => numberOf(range, range.currentNumber + 1, now),
    IsDeletable: (range) => range.companyId !== undefined,
  }),
  'V1.Worker.WorkerSyncItem': systemViewsV1.WorkerSyncItem,
  'V1.Worker.WorkerSyncStatus': systemViewsV1.WorkerSyncStatus,
  'V1.Common.Config': systemViewsV1.Config,
  'V1.Common.CreateConfigItem': systemViewsV1.CreateConfigItem,
};
