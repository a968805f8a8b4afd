import {
  itemOfVariation,
  removeVariation,
  removeVariationValue,
  variationOfValue,
} from '../operations/item-parts.ts';
import { assignChild, unassignChild } from '../operations/item-children.ts';
import { switchChannels } from '../operations/sales-channels.ts';
import { derivedOfItem } from '../derived.ts';
import { itemMatches } from '../rules/item-search.ts';
import { numericPath } from '../../../store/collections/order.ts';
import type { BindingsV2, Handler } from '../../../wire/rest/call.ts';
import { act, idOf } from '../../../wire/rest/handlers.ts';
import { sortedPage } from '../../../wire/rest/sorted-lists.ts';
import { numberParam, textParam } from '../../../wire/rest/params.ts';
import { copy, duplicate } from './v2.ts';

/** The sort fields of the item list. */
const itemSorts: Readonly<Record<string, string>> = {
  id: 'id',
  sku: 'sku',
  name: 'name',
  sortNumber: 'sortNumber',
  gtin: 'identifiers.gtin',
  createdDate: 'added',
  modifiedDate: 'changed',
  releaseDate: 'releasedOnDate',
  isActive: 'isActive',
  salesPriceNet: numericPath('prices.salesPriceNet'),
  suggestedRetailPrice: numericPath('prices.suggestedRetailPrice'),
  averagePurchasePriceNet: numericPath('prices.purchasePriceNet'),
  weight: numericPath('weights.itemWeight'),
  shippingWeight: numericPath('weights.shippingWeight'),
};

/** @param active which way a channel of an item is switched */
function channelSwitch(active: boolean): Handler {
  return act((data, call) => {
    const channel = [textParam(call, 'salesChannelId')];
    const request = { itemIds: [idOf(call)], withChildren: false };
    switchChannels(
      data,
      active
        ? { ...request, activate: channel, deactivate: [] }
        : { ...request, activate: [], deactivate: channel },
      call.now,
    );
  });
}

/** The additions of 2.1 and 2.2 to items. */
export const laterItemBindingsV2: BindingsV2 = {
  'GET /items': sortedPage('item', {
    sorts: itemSorts,
    // v1's parameter, which apps send to v2 as well.
    filters: { searchKeyWord: (item, text: string) => itemMatches(item, text) },
    dates: { createdDate: 'added', modifiedDate: 'changed', releaseDate: 'releasedOnDate' },
  }),
  'GET /items/{itemId}/stocks': (call) => {
    const { id } = call.data.get('item', idOf(call));
    return { value: { ...derivedOfItem().stockSummary(call.data, id), itemId: id } };
  },
  'POST /itemdetails/variations/delete': act((data, call) => {
    const variationId = call.draft['variationId'] as number;
    removeVariation(data, itemOfVariation(data, variationId).id, variationId, call.now);
  }),
  'POST /items/{itemId}/children/{childItemId}': act((data, call) => {
    const valueIds = call.body as number[];
    assignChild(data, idOf(call), numberParam(call, 'childItemId'), valueIds, call.now);
  }),
  'DELETE /items/{itemId}/children/{childItemId}': act((data, call) => {
    unassignChild(data, idOf(call), numberParam(call, 'childItemId'), call.now);
  }),
  'DELETE /items/{itemId}/variations/{variationId}': async (call) => {
    const variationId = numberParam(call, 'variationId');
    await call.write((data) => {
      removeVariation(data, idOf(call), variationId, call.now);
    });
    return { value: { variationId } };
  },
  'DELETE /items/{itemId}/variationvalues/{variationValueId}': async (call) => {
    const [itemId, variationValueId] = [idOf(call), numberParam(call, 'variationValueId')];
    await call.write((data) => {
      const { id } = variationOfValue(data.get('item', itemId), variationValueId);
      removeVariationValue(data, itemId, id, variationValueId, call.now);
    });
    return { value: { variationValueId } };
  },
  'POST /items/{DuplicateItemId}/duplicate': duplicate,
  'POST /items/{CopyDetailsFromItemId}/copy': copy,
  'POST /items/{itemId}/sales-channels/{salesChannelId}/activate': channelSwitch(true),
  'POST /items/{itemId}/sales-channels/{salesChannelId}/deactivate': channelSwitch(false),
};
