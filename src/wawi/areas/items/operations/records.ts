import type { EntityMap } from '../../../store/entity-map.ts';
import type { ItemMasterEntities } from '../schema/item-master.ts';
import { kinds } from '../../../store/entity-map.ts';
import { invalid } from '../../../store/errors.ts';
import { completed, merge } from '../../../store/values/merge.ts';
import type { TenantData } from '../../../store/tenant-data.ts';

/** Kinds that are created and changed field by field, with no rule beyond their required name. */
type RecordName = Exclude<keyof ItemMasterEntities, 'category' | 'image' | 'uploadedFile' | 'propertyValue'>;

type Fields<N extends RecordName> = Omit<EntityMap[N], 'id'>;

/** The values of a new record of each kind; cleared fields get them. */
const fresh: { [N in RecordName]: (now: string) => Fields<N> } = {
  manufacturer: () => ({ name: '', sortNumber: 0, languages: [] }),
  supplier: (now) => ({
    name: '',
    type: 'Standard',
    languageIso: 'DE',
    status: 'Aktiv',
    currencyIso: 'EUR',
    canDropship: false,
    deliveryTime: 0,
    lastChanged: now,
  }),
  productGroup: () => ({ name: '' }),
  shippingClass: () => ({ name: '' }),
  availability: () => ({ name: '' }),
  condition: () => ({ names: [] }),
  responsiblePerson: (now) => ({
    number: '',
    address: { id: 0 },
    created: now,
    lastChanged: now,
    isActive: true,
    languageId: 1,
  }),
  property: () => ({ name: '', translations: [], propertyGroups: [] }),
  propertyGroup: () => ({ name: '' }),
  attribute: () => ({
    groupName: '',
    names: [],
    possibleValues: [],
    activeSalesChannels: [],
    sortNumber: 0,
    relationType: 0,
    fieldType: 3,
    isFunctionAttribute: false,
  }),
  customField: () => ({
    name: '',
    groupName: '',
    dataType: 3,
    displayLocation: 0,
    referenceType: 0,
    isRequired: false,
    isHidden: false,
    sortOrder: 0,
    possibleValues: [],
    productGroups: [],
  }),
  label: () => ({ type: 1, name: '' }),
  salesUnit: () => ({ translations: [] }),
  unitOfMeasurement: () => ({ displayCode: '', translations: [] }),
  configurationGroup: () => ({ name: '' }),
  crossSellingGroup: () => ({ name: '' }),
};

/** Every kind that {@link createRecord} makes. */
export const recordNames = Object.keys(fresh) as RecordName[];

/** The field that must say something, where a kind has one. */
const required: { [N in RecordName]?: keyof Fields<N> & string } = {
  manufacturer: 'name',
  supplier: 'name',
  productGroup: 'name',
  shippingClass: 'name',
  property: 'name',
  propertyGroup: 'name',
  customField: 'name',
  label: 'name',
  unitOfMeasurement: 'displayCode',
};

/** @param fields the known fields of a new record; the others get a new one's values */
export function newRecord<N extends RecordName>(name: N, fields: object, now: string): Fields<N> {
  return completed(fresh[name](now), fields);
}

/**
 * Creates a record of master data.
 * @param now ISO 8601
 * @throws DomainError for an empty name, one that is taken, references that lead nowhere
 */
export function createRecord<N extends RecordName>(
  data: TenantData,
  name: N,
  draft: object,
  now: string,
): EntityMap[N] {
  const record = newRecord(name, draft, now);
  checkRequired(name, record);
  return data.insert(name, record);
}

/**
 * Changes a record of master data, field by field.
 * @param now ISO 8601
 * @throws DomainError `not-found`, or as {@link createRecord}
 */
export function updateRecord<N extends RecordName>(
  data: TenantData,
  name: N,
  id: number,
  draft: object,
  now: string,
): EntityMap[N] {
  const before = data.get(name, id);
  const changed = merge(before, draft);
  const record: Fields<N> = completed(
    fresh[name](now),
    'lastChanged' in before ? { ...changed, lastChanged: now } : changed,
  );
  checkRequired(name, record);
  return data.replace(name, id, record);
}

function checkRequired<N extends RecordName>(name: N, record: Fields<N>): void {
  const field = required[name];
  if (field === undefined) return;
  const value = record[field];
  if (typeof value === 'string' && value.trim() !== '') return;
  throw invalid(field, `The ${field} is empty; a ${kinds[name].label} needs one.`);
}
