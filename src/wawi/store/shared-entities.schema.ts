import { amount, anything, id, instant, optional, part, text, whole } from './fields.ts';

/** A postal address with its contact details, of customers, orders and documents. */
export const address = part({
  id,
  company: optional(text),
  company2: optional(text),
  formOfAddress: optional(text),
  title: optional(text),
  firstName: optional(text),
  lastName: optional(text),
  street: optional(text),
  address2: optional(text),
  postalCode: optional(text),
  city: optional(text),
  state: optional(text),
  countryIso: optional(text),
  vatId: optional(text),
  phoneNumber: optional(text),
  mobilePhoneNumber: optional(text),
  emailAddress: optional(text),
  fax: optional(text),
  postId: optional(text),
});

/** A name in one language. */
export const translation = part({
  /** ISO 639-1 in capitals, as Wawi writes it: `DE`, `EN`. */
  languageIso: text,
  name: text,
});

/** The value of a custom field on one entity. */
export const customFieldValue = part({
  customFieldId: whole,
  value: anything,
  /** Culture that the value is written in, such as `de-DE`. */
  cultureName: optional(text),
});

export const note = part({
  id,
  noteBody: text,
});

/** Description of a stored file; its bytes are in the tenant's file store under `fileId`. */
export const fileReference = part({
  id,
  fileId: whole,
  /** Extension or media type of the client, such as `pdf`. */
  fileDataType: text,
  fileName: text,
  /** Bytes. */
  size: amount,
  /** ISO 8601. */
  createdAt: instant,
});
