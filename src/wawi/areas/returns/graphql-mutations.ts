import { without } from '../../store/values/merge.ts';
import type { RootBindings } from '../../wire/graphql/call.ts';
import { acts, changes, creates } from '../../wire/graphql/commands.ts';
import {
  addReturnLine,
  changeReturnLine,
  removeReturnLine,
  updateReturn,
  type ReturnLineDraft,
} from './operations/returns.ts';
import type { ReturnLineItem } from './schema/returns.ts';

interface LineAddress {
  returnId: number;
  lineItemId: number;
}

/** Commands for returns. */
export const returnMutations: RootBindings = {
  UpdateReturn: changes<{ returnId: number }>('returns.write', (call) =>
    call.write((data) => updateReturn(data, call.draft.returnId, without(call.draft, 'returnId'))),
  ),
  AddReturnLineItem: creates<ReturnLineDraft & { returnId: number }>('returns.write', (call) => {
    call.assume('return-quantity');
    const { returnId, ...draft } = call.draft;
    return call.write((data) => addReturnLine(data, returnId, draft));
  }),
  UpdateReturnLineItem: changes<Partial<ReturnLineItem> & LineAddress>('returns.write', async (call) => {
    const { returnId, lineItemId, ...draft } = call.draft;
    const line = await call.write((data) => changeReturnLine(data, returnId, lineItemId, draft));
    return { ...line, returnId, salesOrderId: call.data.get('return', returnId).salesOrderId };
  }),
  DeleteReturnLineItem: acts<LineAddress>('returns.write', (data, { draft }) => {
    removeReturnLine(data, draft.returnId, draft.lineItemId);
  }),
};
