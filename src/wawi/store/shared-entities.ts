import type { Static } from 'typebox';
import type {
  address,
  customFieldValue,
  fileReference,
  note,
  translation,
} from './shared-entities.schema.ts';

/** A postal address with its contact details, of customers, orders and documents. */
export type Address = Static<typeof address>;

/** A name in one language. */
export type Translation = Static<typeof translation>;

/** The value of a custom field on one entity. */
export type CustomFieldValue = Static<typeof customFieldValue>;

export type Note = Static<typeof note>;

/** Description of a stored file; its bytes are in the tenant's file store under `fileId`. */
export type FileReference = Static<typeof fileReference>;
