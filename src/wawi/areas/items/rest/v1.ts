import type { Item } from '../schema/items.ts';
import {
  customFieldsFor,
  removeCustomFieldValue,
  setCustomFieldValue,
} from '../../master-data/operations/custom-field-values.ts';
import { assignChild } from '../operations/item-children.ts';
import { updateItem } from '../operations/items.ts';
import { assignPropertyValue, withdrawPropertyValue } from '../operations/properties.ts';
import { itemMatches } from '../rules/item-search.ts';
import type { BindingsV1 } from '../../../wire/rest/call.ts';
import { act, create, idOf, one, page, part } from '../../../wire/rest/handlers.ts';
import { itemChange, itemCreation } from './items.ts';
import { numberParam } from '../../../wire/rest/params.ts';
import { workflowHandlers } from '../../system/rest/workflows.ts';

const workflows = workflowHandlers('item');

/** Items, and those parts of them that are single values. */
export const itemBindingsV1: BindingsV1 = {
  'GET /items': page('item', {
    filters: {
      searchKeyWord: (item: Item, text: string) => itemMatches(item, text),
      categoryId: (item: Item, id: number) => item.categories.some(({ categoryId }) => categoryId === id),
      manufacturerId: 'manufacturerId',
      parentItemId: { path: 'parentItemId', none: 0 },
      changedSince: (item: Item, since: string) => item.changed >= since,
      isActiveOnSalesChannelId: (item: Item, channel: string) => item.activeSalesChannels.includes(channel),
    },
  }),
  'GET /items/{itemId}': one('item'),
  'POST /items': itemCreation,
  'PATCH /items/{itemId}': itemChange,
  'POST /items/{itemId}/children/{childItemId}': act((data, call) => {
    const valueIds = call.body as number[];
    assignChild(data, numberParam(call, 'itemId'), numberParam(call, 'childItemId'), valueIds, call.now);
  }),

  'GET /items/{itemId}/specialprices': one('item'),
  'PATCH /items/{itemId}/specialprices': act((data, call) => {
    updateItem(data, idOf(call), call.draft, call.now);
  }),

  'GET /items/{itemId}/properties': one('item'),
  'POST /items/{itemId}/properties': create((data, draft, call) =>
    assignPropertyValue(data, idOf(call), draft['propertyValueId'] as number, call.now),
  ),
  'DELETE /items/{itemId}/properties/{propertyValueId}': act((data, call) => {
    withdrawPropertyValue(data, idOf(call), numberParam(call, 'propertyValueId'), call.now);
  }),

  'GET /items/customfields': (call) => ({ value: customFieldsFor(call.data, 'item') }),
  'GET /items/{itemId}/customfields': part('item', (item) => item.customFields),
  'PATCH /items/{itemId}/customfields/{customfieldId}': act((data, call) => {
    const fieldId = numberParam(call, 'customfieldId');
    setCustomFieldValue(data, 'item', idOf(call), fieldId, call.draft['value']);
    data.update('item', idOf(call), { changed: call.now });
  }),
  'DELETE /items/{itemId}/customfields/{customfieldId}': act((data, call) => {
    removeCustomFieldValue(data, 'item', idOf(call), numberParam(call, 'customfieldId'));
    data.update('item', idOf(call), { changed: call.now });
  }),

  'GET /items/workflowEvents': workflows.events,
  'POST /items/{itemId}/workflow/{workflowEventId}': workflows.triggerByPath,
  'POST /items/{itemId}/workflowEvents': workflows.triggerByBody,
};
