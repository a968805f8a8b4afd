import type { PropertyValue, PropertyValueTexts } from '../schema/characteristics.ts';
import { DomainError, duplicate, invalid, notFound } from '../../../store/errors.ts';
import { completed, merge, withoutNulls } from '../../../store/values/merge.ts';
import type { TenantData } from '../../../store/tenant-data.ts';
import { changeItem } from './items.ts';

/** @throws DomainError `not-found` when the property has no such value */
export function propertyValueOf(data: TenantData, propertyId: number, valueId: number): PropertyValue {
  data.get('property', propertyId);
  const value = data.get('propertyValue', valueId);
  if (value.propertyId !== propertyId) throw notFound('property value', valueId);
  return value;
}

/** The values of a property, by ascending id. */
export function propertyValues(data: TenantData, propertyId: number): PropertyValue[] {
  data.get('property', propertyId);
  return [...data.of('propertyValue').where('propertyId', propertyId)];
}

/** Adds a value to a property. */
export function addPropertyValue(data: TenantData, propertyId: number, draft: object): PropertyValue {
  data.get('property', propertyId);
  const value: Omit<PropertyValue, 'id'> = {
    name: '',
    descriptions: [],
    ...withoutNulls(draft),
    propertyId,
  };
  checkName(value.name);
  return data.insert('propertyValue', value);
}

/** Changes a value of a property, field by field. */
export function changePropertyValue(
  data: TenantData,
  propertyId: number,
  valueId: number,
  change: object,
): void {
  const before = propertyValueOf(data, propertyId, valueId);
  const fresh: PropertyValue = { id: valueId, propertyId, name: '', descriptions: [] };
  const value = completed(fresh, merge(before, change));
  checkName(value.name);
  data.replace('propertyValue', valueId, value);
}

/** Deletes a value that no item has. */
export function removePropertyValue(data: TenantData, propertyId: number, valueId: number): void {
  propertyValueOf(data, propertyId, valueId);
  data.delete('propertyValue', valueId);
}

/** Adds a value's text in one language. */
export function addPropertyValueText(
  data: TenantData,
  propertyId: number,
  valueId: number,
  draft: Partial<PropertyValueTexts> & Pick<PropertyValueTexts, 'languageIso'>,
): PropertyValueTexts {
  const value = propertyValueOf(data, propertyId, valueId);
  const languageIso = draft.languageIso.toUpperCase();
  if (value.descriptions.some((text) => text.languageIso === languageIso))
    throw duplicate(
      'languageIso',
      `The property value ${valueId} has a description in ${languageIso} already.`,
    );
  const text = { name: value.name, ...withoutNulls(draft), languageIso };
  data.update('propertyValue', valueId, { descriptions: [...value.descriptions, text] });
  return text;
}

/** Changes a value's text in one language, or with no change takes it out. */
export function changePropertyValueText(
  data: TenantData,
  propertyId: number,
  valueId: number,
  language: string,
  change: object | undefined,
): void {
  const value = propertyValueOf(data, propertyId, valueId);
  const languageIso = language.toUpperCase();
  const text = value.descriptions.find((one) => one.languageIso === languageIso);
  if (!text)
    throw new DomainError('not-found', `The property value ${valueId} has no description in ${language}.`);
  const changed =
    change === undefined
      ? []
      : [
          completed<PropertyValueTexts>(
            { languageIso, name: text.name },
            { ...merge(text, change), languageIso },
          ),
        ];
  const others = value.descriptions.filter((one) => one !== text);
  data.update('propertyValue', valueId, { descriptions: [...others, ...changed] });
}

/** Gives an item a property's value. */
export function assignPropertyValue(
  data: TenantData,
  itemId: number,
  valueId: number,
  now: string,
): PropertyValue {
  if (data.get('item', itemId).propertyValueIds.includes(valueId))
    throw duplicate('propertyValueId', `The item ${itemId} has the property value ${valueId} already.`);
  changeItem(data, itemId, now, (item) => ({
    ...item,
    propertyValueIds: [...item.propertyValueIds, valueId],
  }));
  return data.get('propertyValue', valueId);
}

/** Takes a property's value off an item. */
export function withdrawPropertyValue(data: TenantData, itemId: number, valueId: number, now: string): void {
  if (!data.get('item', itemId).propertyValueIds.includes(valueId))
    throw new DomainError('not-found', `The item ${itemId} has no property value with the id ${valueId}.`);
  changeItem(data, itemId, now, (item) => ({
    ...item,
    propertyValueIds: item.propertyValueIds.filter((id) => id !== valueId),
  }));
}

/** @param name undefined once a change has cleared it */
function checkName(name: string | undefined): void {
  if (!name?.trim()) throw invalid('name', 'The name is empty; a property value needs one.');
}
