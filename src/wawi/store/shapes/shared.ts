import type { Address, CustomFieldValue, FileReference, Note, Translation } from '../shared-entities.ts';
import type { Shape } from './shape.ts';

export const customFieldValue: Shape<CustomFieldValue> = {
  customFieldId: 'whole',
  value: 'anything',
  cultureName: 'text',
};

export const translation: Shape<Translation> = { languageIso: 'text', name: 'text' };

export const address: Shape<Address> = {
  id: 'id',
  company: 'text',
  company2: 'text',
  formOfAddress: 'text',
  title: 'text',
  firstName: 'text',
  lastName: 'text',
  street: 'text',
  address2: 'text',
  postalCode: 'text',
  city: 'text',
  state: 'text',
  countryIso: 'text',
  vatId: 'text',
  phoneNumber: 'text',
  mobilePhoneNumber: 'text',
  emailAddress: 'text',
  fax: 'text',
  postId: 'text',
};

export const note: Shape<Note> = { id: 'id', noteBody: 'text' };

export const fileReference: Shape<FileReference> = {
  id: 'id',
  fileId: 'whole',
  fileDataType: 'text',
  fileName: 'text',
  size: 'amount',
  createdAt: 'instant',
};
