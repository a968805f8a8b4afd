import type { BindingsV2, Call, Handler } from '../../../wire/rest/call.ts';
import { only } from '../../../store/values/merge.ts';
import { act, idOf, update } from '../../../wire/rest/handlers.ts';
import { partIdOf } from '../../../wire/rest/part-handlers.ts';
import {
  addReturnLine,
  changeReturnLine,
  creditReturn,
  removeReturnLine,
  updateReturn,
  type CreditDraft,
  type ReturnLineDraft,
} from '../operations/returns.ts';

const flags = [
  'asDraft',
  'reduceSalesOrderQuantities',
  'allowQuantityExceeded',
  'allowAmountExceeded',
] as const satisfies (keyof CreditDraft)[];

const returnCredited: Handler = async (call) => ({
  value: await call.write((data) =>
    creditReturn(data, idOf(call), only(call.draft as CreditDraft, ...flags), call.now),
  ),
  assumptions: ['quantities-add-up'],
});

/** A return's line with the return and the order it belongs to. */
function shownLine(call: Call, line: object): object {
  const { id, salesOrderId } = call.data.get('return', idOf(call));
  return { ...line, returnId: id, salesOrderId };
}

const returnLineAdded: Handler = async (call) => ({
  value: shownLine(
    call,
    await call.write((data) => addReturnLine(data, idOf(call), call.draft as unknown as ReturnLineDraft)),
  ),
});

const returnLineChanged: Handler = async (call) => ({
  value: shownLine(
    call,
    await call.write((data) => changeReturnLine(data, idOf(call), partIdOf(call), call.draft)),
  ),
});

/** Returns as 2.1 and later have them. */
export const laterReturnBindingsV2: BindingsV2 = {
  'PATCH /returns/{returnId}': update(updateReturn),
  'POST /returns/{returnId}/line-items': returnLineAdded,
  'PATCH /returns/{returnId}/line-items/{lineItemId}': returnLineChanged,
  'DELETE /returns/{returnId}/line-items/{lineItemId}': act((data, call) => {
    removeReturnLine(data, idOf(call), partIdOf(call));
  }),
  'POST /returns/{returnId}/sales-invoice-corrections': returnCredited,
};
