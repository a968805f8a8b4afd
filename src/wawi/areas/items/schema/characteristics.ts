import type { Translation } from '../../../store/shared-entities.ts';

/** A property ("Merkmal") such as colour; its values are entities of their own, since items name them. */
export interface Property {
  readonly id: number;
  name: string;
  translations: Translation[];
  propertyGroups: number[];
}

export interface PropertyValue {
  readonly id: number;
  propertyId: number;
  name: string;
  description?: string;
  descriptions: PropertyValueTexts[];
}

export interface PropertyValueTexts {
  languageIso: string;
  name: string;
  description?: string;
  seoPath?: string;
  seoMetaDescription?: string;
  seoTitleTag?: string;
  seoMetaKeywords?: string;
}

/** An attribute ("Attribut") of items or categories. */
export interface Attribute {
  readonly id: number;
  /** The name that shops know it by. */
  attributeId?: string;
  groupName: string;
  description?: string;
  names: Translation[];
  possibleValues: { languageIso: string; possibleValues: string[] }[];
  activeSalesChannels: string[];
  sortNumber: number;
  /** 0 item, 1 category. */
  relationType: number;
  /** 0 none, 1 integer ... 12 short text: the numbers of the contract. */
  fieldType: number;
  /** A function attribute has one name and one list of values for all languages. */
  isFunctionAttribute: boolean;
}

/** A custom field ("eigenes Feld") of one kind of entity. */
export interface CustomField {
  readonly id: number;
  name: string;
  groupName: string;
  /** 0 none, 1 integer ... 12 short text: the numbers of the contract. */
  dataType: number;
  displayLocation: number;
  /** 0 item, 1 category, 3 customer, 4 sales order, 5 company ...: the numbers of the contract. */
  referenceType: number;
  description?: string;
  isRequired: boolean;
  isHidden: boolean;
  sortOrder: number;
  possibleValues: string[];
  productGroups: number[];
}
