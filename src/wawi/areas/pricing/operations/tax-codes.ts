import type { TaxCode } from '../../master-data/schema/master.ts';
import { DomainError, ruleBroken } from '../../../store/errors.ts';
import type { TenantData } from '../../../store/tenant-data.ts';

/** A tax code as a request gives it; default of `number`: the next one. */
export type TaxCodeDraft = Omit<TaxCode, 'id' | 'number'> & { number?: number };

/** @throws DomainError `duplicate` for a taken number */
export function createTaxCode(data: TenantData, draft: TaxCodeDraft): TaxCode {
  const numbers = [...data.of('taxCode').values()].map((code) => code.number);
  return data.insert('taxCode', { ...draft, number: draft.number ?? Math.max(0, ...numbers) + 1 });
}

/**
 * Changes a tax code; fields that the draft leaves out stay.
 * @throws DomainError `not-found`, `duplicate` for a taken number, `rule` for another number while something refers to the
 * code (2.1 UpdateTaxCodeCommandRequestInput)
 */
export function updateTaxCode(data: TenantData, id: number, draft: Partial<Omit<TaxCode, 'id'>>): TaxCode {
  const before = data.get('taxCode', id);
  if (draft.number !== undefined && draft.number !== before.number && isReferenced(data, id))
    throw ruleBroken(`The tax code ${before.number} is in use, so its number cannot change.`);
  return data.update('taxCode', id, draft);
}

/** @throws DomainError `not-found`, `referenced` while something refers to the code */
export function deleteTaxCode(data: TenantData, id: number): void {
  const { number } = data.get('taxCode', id);
  if (isReferenced(data, id))
    throw new DomainError('referenced', `The tax code ${number} is in use and cannot be deleted.`);
  data.delete('taxCode', id);
}

const documents = ['salesOrder', 'salesQuotation', 'salesInvoice', 'salesInvoiceCorrection'] as const;

function isReferenced(data: TenantData, id: number): boolean {
  const inZone = [...data.of('taxZone').values()].some((zone) =>
    zone.rates.some((rate) =>
      [
        rate.taxCodeId,
        rate.intraCommunityDeliveryTaxCodeId,
        rate.exemptFromVatNotEuTaxCodeId,
        rate.reverseChargeTaxCodeId,
      ].includes(id),
    ),
  );
  return (
    inZone ||
    documents.some((name) =>
      [...data.of(name).values()].some((document) =>
        document.lineItems.some((line) => line.taxCodeId === id),
      ),
    )
  );
}
