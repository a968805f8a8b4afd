import type { Decimal } from './values/decimal.ts';

/** A postal address with its contact details, of customers, orders and documents. */
export interface Address {
  readonly id: number;
  company?: string;
  company2?: string;
  formOfAddress?: string;
  title?: string;
  firstName?: string;
  lastName?: string;
  street?: string;
  address2?: string;
  postalCode?: string;
  city?: string;
  state?: string;
  countryIso?: string;
  vatId?: string;
  phoneNumber?: string;
  mobilePhoneNumber?: string;
  emailAddress?: string;
  fax?: string;
  postId?: string;
}

/** A name in one language. */
export interface Translation {
  /** ISO 639-1 in capitals, as Wawi writes it: `DE`, `EN`. */
  languageIso: string;
  name: string;
}

/** The value of a custom field on one entity. */
export interface CustomFieldValue {
  customFieldId: number;
  value: unknown;
  /** Culture that the value is written in, such as `de-DE`. */
  cultureName?: string;
}

export interface Note {
  readonly id: number;
  noteBody: string;
}

/** Description of a stored file; its bytes are in the tenant's file store under `fileId`. */
export interface FileReference {
  readonly id: number;
  fileId: number;
  /** Extension or media type of the client, such as `pdf`. */
  fileDataType: string;
  fileName: string;
  /** Bytes. */
  size: Decimal;
  /** ISO 8601. */
  createdAt: string;
}
