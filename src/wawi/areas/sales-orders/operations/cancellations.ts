import type { CancellationReason } from '../../system/schema/processes.ts';
import type { Cancellation } from '../../pricing/schema/sales-documents.ts';
import { invalid } from '../../../store/errors.ts';
import { withoutNulls } from '../../../store/values/merge.ts';
import type { TenantData } from '../../../store/tenant-data.ts';
import { referenced } from '../../../store/references.ts';

type ReasonKind = 'cancellationReason' | 'invoiceCancellationReason' | 'correctionCancellationReason';

/** A cancellation as a request gives it. */
export interface CancellationDraft {
  cancellationReasonId: number;
  cancellationComment?: string | null;
}

/**
 * @param kind which reasons count: those of orders, invoices or credit notes
 * @param now ISO 8601
 * @throws DomainError `missing-reference` for an unknown reason, `invalid` when it asks for a comment that is missing
 */
export function cancellationOf(
  data: TenantData,
  kind: ReasonKind,
  draft: CancellationDraft,
  now: string,
): Cancellation {
  const { cancellationReasonId, cancellationComment } = withoutNulls(draft);
  const reason: CancellationReason = referenced(data, kind, cancellationReasonId, 'cancellationReasonId');
  if (reason.isCommentRequired && !cancellationComment?.trim())
    throw invalid('cancellationComment', `The reason '${reason.name}' needs a comment.`);
  return {
    cancellationReasonId,
    ...(cancellationComment ? { cancellationComment } : {}),
    date: now,
    userId: data.actor.userId,
  };
}
