import type { EntityMap } from '../../../store/entity-map.ts';
import { DomainError, invalid } from '../../../store/errors.ts';
import { compareKeys, sortKey } from '../../../store/collections/order.ts';
import type { TenantData } from '../../../store/tenant-data.ts';

type CustomField = EntityMap['customField'];

/** The custom fields of one group. */
export interface CustomFieldGroup {
  groupName: string;
  customFields: CustomField[];
}

/** Groups of custom fields in the order of their names. */
export function customFieldGroups(data: TenantData, referenceType?: number): CustomFieldGroup[] {
  const groups = new Map<string, CustomField[]>();
  for (const field of data.of('customField').values()) {
    if (referenceType !== undefined && field.referenceType !== referenceType) continue;
    groups.set(field.groupName, [...(groups.get(field.groupName) ?? []), field]);
  }
  return [...groups]
    .sort(([a], [b]) => compareKeys(sortKey(a), sortKey(b)))
    .map(([groupName, customFields]) => ({ groupName, customFields }));
}

/**
 * Renames a group of custom fields.
 * @throws DomainError `not-found`, `invalid` for an empty name
 */
export function renameCustomFieldGroup(
  data: TenantData,
  groupName: string,
  referenceType: number,
  newName: string,
): void {
  if (newName.trim() === '') throw invalid('groupName', 'The new name of the group is empty.');
  for (const field of fieldsOf(data, groupName, referenceType))
    data.update('customField', field.id, { groupName: newName });
}

/**
 * Deletes a group with its custom fields.
 * @throws DomainError `not-found`, `referenced` while an entity has a value in one of them
 */
export function deleteCustomFieldGroup(data: TenantData, groupName: string, referenceType: number): void {
  for (const field of fieldsOf(data, groupName, referenceType)) data.delete('customField', field.id);
}

/**
 * A custom field, of the kind of entity if one is named.
 * @throws DomainError `not-found`
 */
export function customFieldOf(data: TenantData, id: number, referenceType?: number): CustomField {
  const field = data.get('customField', id);
  if (referenceType === undefined || field.referenceType === referenceType) return field;
  throw new DomainError('not-found', `The custom field ${id} is not for reference type ${referenceType}.`);
}

function fieldsOf(data: TenantData, groupName: string, referenceType: number): CustomField[] {
  const wanted = groupName.toLowerCase();
  const fields = [...data.of('customField').where('referenceType', referenceType)].filter(
    (field) => field.groupName.toLowerCase() === wanted,
  );
  if (fields.length > 0) return fields;
  throw new DomainError(
    'not-found',
    `There is no group '${groupName}' of custom fields for reference type ${referenceType}.`,
  );
}
