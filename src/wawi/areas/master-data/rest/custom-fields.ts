import {
  customFieldsFor,
  removeCustomFieldValue,
  setCustomFieldValue,
  type CustomFieldOwner,
} from '../operations/custom-field-values.ts';
import type { Handler } from '../../../wire/rest/call.ts';
import { act, idOf, part } from '../../../wire/rest/handlers.ts';
import { partIdOf } from '../../../wire/rest/part-handlers.ts';

/** The operations on the custom fields of one kind of entity and their values. */
export interface CustomFieldHandlers {
  defined: Handler;
  values: Handler;
  set: Handler;
  remove: Handler;
}

export function customFieldHandlers(owner: CustomFieldOwner): CustomFieldHandlers {
  return {
    defined: (call) => ({ value: customFieldsFor(call.data, owner) }),
    values: part(owner, (row) => row.customFields),
    set: act((data, call) => {
      setCustomFieldValue(data, owner, idOf(call), partIdOf(call), call.draft['value']);
    }),
    remove: act((data, call) => {
      removeCustomFieldValue(data, owner, idOf(call), partIdOf(call));
    }),
  };
}
