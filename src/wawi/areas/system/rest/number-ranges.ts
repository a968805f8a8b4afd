import { assuming } from '../../../wire/rest/bindings.ts';
import type { BindingsV2, Handler } from '../../../wire/rest/call.ts';
import { act, all, create, idOf, one, update } from '../../../wire/rest/handlers.ts';
import { createCompanyRange, deleteRange, rangeOf, updateRange } from '../operations/number-ranges.ts';
import { numberOf } from '../rules/number-ranges.ts';

/** Changes a number range, or the one that the company of the body has instead. */
export const rangeUpdated = update((data, id, draft) => updateRange(data, id, draft));

const previewNumber: Handler = (call) => {
  const range = rangeOf(call.data, idOf(call), call.query['companyId'] as number | undefined);
  return { value: { nextNumber: numberOf(range, range.currentNumber + 1, call.now), isPreview: true } };
};

const nextNumber = create((data, _draft, call) => {
  const range = rangeOf(data, idOf(call), call.query['companyId'] as number | undefined);
  const { currentNumber } = data.update('numberRange', range.id, { currentNumber: range.currentNumber + 1 });
  return { nextNumber: numberOf(range, currentNumber, call.now), isPreview: false };
});

/** Number ranges in v2. */
export const numberRangeBindings: BindingsV2 = assuming(['number-ranges'], {
  'GET /number-ranges': all('numberRange'),
  'GET /number-ranges/{numberRangeId}': one('numberRange'),
  'POST /number-ranges/{numberRangeId}': create((data, draft, call) =>
    createCompanyRange(data, idOf(call), draft),
  ),
  'PUT /number-ranges/{numberRangeId}': rangeUpdated,
  'DELETE /number-ranges/{numberRangeId}': act((data, call) => {
    deleteRange(data, idOf(call));
  }),
  'POST /number-ranges/{numberRangeId}/increment': nextNumber,
  'GET /number-ranges/{numberRangeId}/preview': previewNumber,
});
