import { translation } from '../../../store/shared-entities.schema.ts';
import { entity, flag, list, optional, part, text, whole } from '../../../store/fields.ts';

/** A property ("Merkmal") such as colour; its values are entities of their own, since items name them. */
export const property = entity({
  name: text,
  translations: list(translation),
  propertyGroups: list(whole),
});

export const propertyValueTexts = part({
  languageIso: text,
  name: text,
  description: optional(text),
  seoPath: optional(text),
  seoMetaDescription: optional(text),
  seoTitleTag: optional(text),
  seoMetaKeywords: optional(text),
});

export const propertyValue = entity({
  propertyId: whole,
  name: text,
  description: optional(text),
  descriptions: list(propertyValueTexts),
});

/** An attribute ("Attribut") of items or categories. */
export const attribute = entity({
  /** The name that shops know it by. */
  attributeId: optional(text),
  groupName: text,
  description: optional(text),
  names: list(translation),
  possibleValues: list(
    part({
      languageIso: text,
      possibleValues: list(text),
    }),
  ),
  activeSalesChannels: list(text),
  sortNumber: whole,
  /** 0 item, 1 category. */
  relationType: whole,
  /** 0 none, 1 integer ... 12 short text: the numbers of the contract. */
  fieldType: whole,
  /** A function attribute has one name and one list of values for all languages. */
  isFunctionAttribute: flag,
});

/** A custom field ("eigenes Feld") of one kind of entity. */
export const customField = entity({
  name: text,
  groupName: text,
  /** 0 none, 1 integer ... 12 short text: the numbers of the contract. */
  dataType: whole,
  displayLocation: whole,
  /** 0 item, 1 category, 3 customer, 4 sales order, 5 company ...: the numbers of the contract. */
  referenceType: whole,
  description: optional(text),
  isRequired: flag,
  isHidden: flag,
  sortOrder: whole,
  possibleValues: list(text),
  productGroups: list(whole),
});
