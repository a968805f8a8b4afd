import type { NumberRange } from '../schema/system.ts';
import { DomainError, duplicate, invalid, wrongState } from '../../../store/errors.ts';
import { completed, merge, only, without } from '../../../store/values/merge.ts';
import { numberOf } from '../rules/number-ranges.ts';
import type { TenantData } from '../../../store/tenant-data.ts';

/** The purposes of numbers. */
export type NumberPurpose =
  | 'item'
  | 'customer'
  | 'salesOrder'
  | 'salesQuotation'
  | 'invoice'
  | 'creditNote'
  | 'deliveryNote'
  | 'return'
  | 'pickList'
  | 'purchaseOrder'
  | 'stockTransfer';

/**
 * Draws the next number of a range, the company's own one where it has one.
 * @param now ISO 8601, for placeholders of the date
 * @param taken whether a number is in use already; such numbers are skipped
 * @throws DomainError `missing-reference` when the tenant has no such range
 */
export function drawNumber(
  data: TenantData,
  purpose: NumberPurpose,
  now: string,
  taken: (number: string) => boolean = () => false,
  companyId?: number,
): string {
  const range = rangeFor(data, purpose, companyId);
  let count = range.currentNumber + 1;
  while (taken(numberOf(range, count, now))) count++;
  data.update('numberRange', range.id, { currentNumber: count });
  return numberOf(range, count, now);
}

/** @throws DomainError `missing-reference` */
function rangeFor(data: TenantData, purpose: string, companyId?: number): NumberRange {
  let general: NumberRange | undefined;
  for (const range of data.of('numberRange').where('purpose', purpose)) {
    if (companyId !== undefined && range.companyId === companyId) return range;
    if (range.companyId === undefined) general = range;
  }
  if (!general)
    throw new DomainError('missing-reference', `There is no number range for ${purpose}; add one.`);
  return general;
}

/** The range an id names, or the one that its company uses instead. */
export function rangeOf(data: TenantData, id: number, companyId?: number): NumberRange {
  const range = data.get('numberRange', id);
  return companyId === undefined ? range : rangeFor(data, range.purpose, companyId);
}

/**
 * Gives a company a range of its own beside the general one.
 * @param id the general range
 * @throws DomainError `not-found`, `duplicate`, `missing-reference`
 */
export function createCompanyRange(data: TenantData, id: number, draft: object): NumberRange {
  const general = without(data.get('numberRange', id), 'id');
  const range = completed({ ...general, currentNumber: 0 }, draft);
  const { companyId } = range;
  for (const other of data.of('numberRange').where('purpose', range.purpose)) {
    if (companyId !== undefined && other.companyId === companyId)
      throw duplicate('companyId', `The company ${companyId} already has the number range ${other.id}.`);
  }
  return data.insert('numberRange', range);
}

/** @throws DomainError `not-found`, `missing-reference`, `invalid` for a current number with a fraction */
export function updateRange(data: TenantData, id: number, draft: object): NumberRange {
  const { companyId, ...change } = draft as { companyId?: number; currentNumber?: number | null };
  if (change.currentNumber !== undefined && !Number.isSafeInteger(change.currentNumber ?? 0))
    throw invalid('currentNumber', `${change.currentNumber} is not a whole number.`);
  const range = rangeOf(data, id, companyId);
  const kept = only(range, 'purpose', 'name', 'currentNumber', 'maxLength');
  const fresh: Omit<NumberRange, 'id'> = { ...kept, description: '', prefix: '', suffix: '' };
  return data.update('numberRange', range.id, completed(fresh, merge(range, change)));
}

/** @throws DomainError `state` for a general range, which documents draw from */
export function deleteRange(data: TenantData, id: number): void {
  const range = data.get('numberRange', id);
  if (range.companyId === undefined)
    throw wrongState(
      `The number range ${id} (${range.name}) does not belong to a company and cannot be deleted.`,
    );
  data.delete('numberRange', id);
}
