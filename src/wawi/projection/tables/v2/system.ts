import type { NumberRange, WorkerSync } from '../../../domain/entities/system.ts';
import { numberOf } from '../../../domain/rules/number-ranges.ts';
import { view, type ViewTable } from '../../views.ts';

/** Number ranges, extensions, workers and workbenches in v2. */
export const systemViewsV2: ViewTable = {
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
