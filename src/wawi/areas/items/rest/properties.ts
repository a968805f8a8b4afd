import {
  addPropertyValue,
  addPropertyValueText,
  changePropertyValue,
  changePropertyValueText,
  propertyValueOf,
  propertyValues,
  removePropertyValue,
} from '../operations/properties.ts';
import { without } from '../../../store/values/merge.ts';
import { createRecord } from '../operations/records.ts';
import type { SharedBindings } from '../../../wire/rest/call.ts';
import { act, create, idOf, page } from '../../../wire/rest/handlers.ts';
import { numberParam, textParam } from '../../../wire/rest/params.ts';

type TextDraft = Parameters<typeof addPropertyValueText>[3];

/** Properties ("Merkmale") and their values: the same operations in both versions. */
export const propertyBindings: SharedBindings = {
  'GET /properties': page('property'),
  'POST /properties': create((data, draft, call) => createRecord(data, 'property', draft, call.now)),
  'GET /properties/groups': page('propertyGroup'),
  'POST /properties/groups': create((data, draft, call) =>
    createRecord(data, 'propertyGroup', draft, call.now),
  ),
  'GET /properties/{propertyId}/values': (call) => ({ value: propertyValues(call.data, idOf(call)) }),
  'POST /properties/{propertyId}/values': create((data, draft, call) =>
    addPropertyValue(data, idOf(call), draft),
  ),
  'PATCH /properties/{propertyId}/values/{propertyValueId}': act((data, call) => {
    changePropertyValue(
      data,
      numberParam(call, 'propertyId'),
      numberParam(call, 'propertyValueId'),
      call.draft,
    );
  }),
  'DELETE /properties/{propertyId}/values/{propertyValueId}': act((data, call) => {
    removePropertyValue(data, numberParam(call, 'propertyId'), numberParam(call, 'propertyValueId'));
  }),
  'GET /properties/{propertyId}/values/{propertyValueId}/descriptions': (call) => {
    const value = propertyValueOf(
      call.data,
      numberParam(call, 'propertyId'),
      numberParam(call, 'propertyValueId'),
    );
    return { value: value.descriptions.map((text) => ({ ...text, propertyValueId: value.id })) };
  },
  'POST /properties/{propertyId}/values/{propertyValueId}/descriptions': create(
    (data, draft: TextDraft & { propertyValueId?: number }, call) => {
      const valueId = numberParam(call, 'propertyValueId');
      const text = without(draft, 'propertyValueId');
      return {
        ...addPropertyValueText(data, numberParam(call, 'propertyId'), valueId, text),
        propertyValueId: valueId,
      };
    },
  ),
  'PATCH /properties/{propertyId}/values/{propertyValueId}/descriptions/{languageIso}': act((data, call) => {
    changePropertyValueText(
      data,
      numberParam(call, 'propertyId'),
      numberParam(call, 'propertyValueId'),
      textParam(call, 'languageIso'),
      call.draft,
    );
  }),
  'DELETE /properties/{propertyId}/values/{propertyValueId}/descriptions/{languageIso}': act((data, call) => {
    changePropertyValueText(
      data,
      numberParam(call, 'propertyId'),
      numberParam(call, 'propertyValueId'),
      textParam(call, 'languageIso'),
      undefined,
    );
  }),
};
