import type { NumberRange, WorkerSync } from '../../../domain/entities/system.ts';
import { numberOf } from '../../../domain/rules/number-ranges.ts';
import { view, type ViewTable } from '../../views.ts';
import { systemViewsV1 } from '../v1/system.ts';

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
  'V1.Worker.WorkerSyncItem': view<WorkerSync>({ Identifier: 'id' }),
  'V1.Worker.WorkerSyncStatus': view<WorkerSync>({ Identifier: 'id' }),
  'V1.Common.Config': view({ Identifier: 'id' }),
  'V1.Common.CreateConfigItem': view({ Identifier: 'id' }),
};
