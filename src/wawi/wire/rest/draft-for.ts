import type { Operation } from '../../contract/contract.ts';
import { withoutNulls } from '../../store/values/merge.ts';
import type { Draft } from '../views/draft-reader.ts';

/**
 * @returns the draft as the operation means it: in what is created, null means absent; in a change, null clears the field
 */
export function draftFor({ method }: Operation, draft: Draft): Draft {
  return method === 'POST' ? withoutNulls(draft) : draft;
}
