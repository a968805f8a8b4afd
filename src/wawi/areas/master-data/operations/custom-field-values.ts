import type { EntityMap } from '../../../store/entity-map.ts';
import type { CustomFieldValue } from '../../../store/shared-entities.ts';
import { DomainError, invalid, notFound } from '../../../store/errors.ts';
import { problemOfValue } from '../rules/custom-field-values.ts';
import type { TenantData } from '../../../store/tenant-data.ts';

type CustomField = EntityMap['customField'];

/** Kinds of entities that carry custom fields, and the number of each as a field's reference type. */
export const customFieldOwners = { item: 0, category: 1, customer: 3, salesOrder: 4 } as const;

export type CustomFieldOwner = keyof typeof customFieldOwners;

/** @returns the custom fields defined for a kind of entity */
export function customFieldsFor(data: TenantData, owner: CustomFieldOwner): CustomField[] {
  return [...data.of('customField').where('referenceType', customFieldOwners[owner])];
}

/**
 * Sets the value of a custom field on an entity.
 * @throws DomainError `not-found` for the entity or the field, `invalid` for a value of another type
 */
export function setCustomFieldValue(
  data: TenantData,
  owner: CustomFieldOwner,
  id: number,
  customFieldId: number,
  value: unknown,
): void {
  const { customFields } = data.get(owner, id);
  const field = data.get('customField', customFieldId);
  if (field.referenceType !== customFieldOwners[owner])
    throw notFound('custom field of this kind', customFieldId);
  const problem = problemOfValue(field, value);
  if (problem) throw invalid('value', problem);
  const others = customFields.filter((one) => one.customFieldId !== customFieldId);
  data.update(owner, id, { customFields: [...others, { customFieldId, value }] });
}

/** @throws DomainError `not-found` for the entity, or when it has no value for the field */
export function removeCustomFieldValue(
  data: TenantData,
  owner: CustomFieldOwner,
  id: number,
  customFieldId: number,
): void {
  const { customFields } = data.get(owner, id);
  const rest = customFields.filter((one) => one.customFieldId !== customFieldId);
  if (rest.length === customFields.length) throw notFound('value of a custom field', customFieldId);
  data.update(owner, id, { customFields: rest });
}

/**
 * Checks the values that an entity is to be created with.
 * @throws DomainError `missing-reference` for fields that are not there, `invalid` for values of another type
 */
export function checkCustomFieldValues(
  data: TenantData,
  owner: CustomFieldOwner,
  values: readonly CustomFieldValue[],
): void {
  for (const { customFieldId, value } of values) {
    const field = data.of('customField').get(customFieldId);
    if (field?.referenceType !== customFieldOwners[owner]) {
      const message = `There is no custom field with the id ${customFieldId} for the kind ${owner}.`;
      throw new DomainError('missing-reference', message, [
        { path: 'customFields[].customFieldId', message },
      ]);
    }
    const problem = problemOfValue(field, value);
    if (problem) throw invalid('customFields[].value', problem);
  }
}
