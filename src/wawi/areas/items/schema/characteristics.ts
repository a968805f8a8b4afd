import type { Static } from 'typebox';
import type {
  attribute,
  customField,
  property,
  propertyValue,
  propertyValueTexts,
} from './characteristics.schema.ts';

/** A property ("Merkmal") such as colour; its values are entities of their own, since items name them. */
export type Property = Static<typeof property>;

export type PropertyValue = Static<typeof propertyValue>;

export type PropertyValueTexts = Static<typeof propertyValueTexts>;

/** An attribute ("Attribut") of items or categories. */
export type Attribute = Static<typeof attribute>;

/** A custom field ("eigenes Feld") of one kind of entity. */
export type CustomField = Static<typeof customField>;
