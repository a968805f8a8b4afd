import {
  calculateEntity,
  type EntityCalculation,
  type EntityDraft,
  type EntityLine,
  type EntityLineChange,
  type EntityLineDraft,
} from '../../pricing/operations/entity-calculations.ts';
import type { TenantData } from '../../../store/tenant-data.ts';
import { checkCodes } from '../../../store/codes.ts';
import { checkLines, checkPrices, codesOf } from './order-calculation.ts';

/** A change to an order, quotation or the like that a client holds. */
export interface EntityChange extends Partial<Omit<EntityDraft, 'lineItems' | 'taxSetting'>> {
  lineItemChanges?: { create?: EntityLineDraft[]; update?: EntityLineChange[]; delete?: number[] };
}

/** A sales entity to calculate, with changes to it. */
export interface EntityCalculationCommand {
  calculateSalesEntityRequest: EntityDraft & { lineItems: EntityLine[] };
  recalculateTaxMode?: number;
  changes?: EntityChange[];
}

/**
 * Calculates what becomes of a sales entity as the client holds it by a list of changes, applied in the order given.
 * @throws DomainError `invalid` for lines against the rules of {@link checkLines}, `missing-reference`
 */
export function calculateChangedEntity(
  data: TenantData,
  command: EntityCalculationCommand,
): EntityCalculation {
  const { calculateSalesEntityRequest: entity, recalculateTaxMode = 0, changes = [] } = command;
  checkCodes(data, codesOf('calculateSalesEntityRequest'), command);
  checkLines(entity.lineItems, 'calculateSalesEntityRequest.lineItems');
  for (const { lineItemChanges } of changes) {
    checkLines(lineItemChanges?.create ?? [], 'changes[].lineItemChanges.create');
    checkPrices(lineItemChanges?.update ?? [], 'changes[].lineItemChanges.update');
  }
  return calculateEntity(data, entity, changes, recalculateTaxMode);
}
