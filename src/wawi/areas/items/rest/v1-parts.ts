import { addDescription, changeDescription, removeDescription } from '../operations/descriptions.ts';
import {
  addSupplier,
  addVariation,
  addVariationValue,
  changeSupplier,
  changeVariation,
  changeVariationValue,
  removeSupplier,
  removeVariation,
  removeVariationValue,
  variationOf,
} from '../operations/item-parts.ts';
import {
  addChannelPrice,
  addCustomerPrice,
  changeChannelPrice,
  changeCustomerPrice,
  type ChannelPriceKey,
  type CustomerPriceKey,
} from '../operations/item-prices.ts';
import { notFound } from '../../../store/errors.ts';
import { channelPrices, customerPrices } from '../rules/item-prices.ts';
import { suppliersOf } from '../rules/item-suppliers.ts';
import { allTexts, type TextKey } from '../rules/item-texts.ts';
import type { BindingsV1, Call } from '../../../wire/rest/call.ts';
import { act, create, idOf, part } from '../../../wire/rest/handlers.ts';
import { numberParam, textParam } from '../../../wire/rest/params.ts';

function textKey(call: Call): TextKey {
  return {
    salesChannelId: textParam(call, 'salesChannelId'),
    languageIso: textParam(call, 'languageIso'),
  };
}

function channelPriceKey(call: Call): ChannelPriceKey {
  return {
    salesChannelId: textParam(call, 'salesChannelId'),
    customerGroupId: numberParam(call, 'customerGroupId'),
    fromQuantity: numberParam(call, 'fromQuantity'),
  };
}

function customerPriceKey(call: Call): CustomerPriceKey {
  return {
    customerId: numberParam(call, 'customerId'),
    fromQuantity: numberParam(call, 'fromQuantity'),
  };
}

type PriceDraft = Parameters<typeof addCustomerPrice>[2];
type TextDraft = Parameters<typeof addDescription>[3];
type SupplyDraft = Parameters<typeof addSupplier>[2];

/** The lists that hang on an item: prices, texts, suppliers, variations. */
export const itemPartBindingsV1: BindingsV1 = {
  'GET /items/{itemId}/customerPrices': part('item', (item) =>
    customerPrices(item).map((price) => ({ ...price, itemId: item.id })),
  ),
  'POST /items/{itemId}/customerPrices': create((data, draft: PriceDraft, call) =>
    addCustomerPrice(data, idOf(call), draft, call.now),
  ),
  'PATCH /items/{itemId}/customerPrices/{customerId}/{fromQuantity}': act((data, call) => {
    changeCustomerPrice(data, idOf(call), customerPriceKey(call), call.draft, call.now);
  }),
  'DELETE /items/{itemId}/customerPrices/{customerId}/{fromQuantity}': act((data, call) => {
    changeCustomerPrice(data, idOf(call), customerPriceKey(call), undefined, call.now);
  }),

  // Seen on a live system: an item without such prices is a 404, not an empty list (platform.md section 5).
  'GET /items/{itemId}/salesChannelPrices': part('item', (item) => {
    const prices = channelPrices(item);
    if (prices.length === 0) throw notFound('sales channel price of the item', item.id);
    return prices.map((price) => ({ ...price, itemId: item.id }));
  }),
  'POST /items/{itemId}/salesChannelPrices': create((data, draft, call) =>
    addChannelPrice(data, idOf(call), draft, call.now),
  ),
  'PATCH /items/{itemId}/salesChannelPrices/{salesChannelId}/{customerGroupId}/{fromQuantity}': act(
    (data, call) => {
      changeChannelPrice(data, idOf(call), channelPriceKey(call), call.draft, call.now);
    },
  ),
  'DELETE /items/{itemId}/salesChannelPrices/{salesChannelId}/{customerGroupId}/{fromQuantity}': act(
    (data, call) => {
      changeChannelPrice(data, idOf(call), channelPriceKey(call), undefined, call.now);
    },
  ),

  'GET /items/{itemId}/descriptions': part('item', (item) =>
    allTexts(item).map((text) => ({ ...text, itemId: item.id })),
  ),
  'POST /items/{itemId}/descriptions': create((data, draft: TextDraft, call) => ({
    ...addDescription(data, 'item', idOf(call), draft, call.now),
    itemId: idOf(call),
  })),
  'PATCH /items/{itemId}/descriptions/{salesChannelId}/{languageIso}': act((data, call) => {
    changeDescription(data, 'item', idOf(call), textKey(call), call.draft, call.now);
  }),
  'DELETE /items/{itemId}/descriptions/{salesChannelId}/{languageIso}': act((data, call) => {
    removeDescription(data, 'item', idOf(call), textKey(call), call.now);
  }),

  'GET /categories/{categoryId}/descriptions': part('category', (category) =>
    allTexts(category).map((text) => ({ ...text, categoryId: category.id })),
  ),
  'POST /categories/{categoryId}/descriptions': create((data, draft: TextDraft, call) => ({
    ...addDescription(data, 'category', idOf(call), draft, call.now),
    categoryId: idOf(call),
  })),
  'PATCH /categories/{categoryId}/descriptions/{salesChannelId}/{languageIso}': act((data, call) => {
    changeDescription(data, 'category', idOf(call), textKey(call), call.draft, call.now);
  }),
  'DELETE /categories/{categoryId}/descriptions/{salesChannelId}/{languageIso}': act((data, call) => {
    removeDescription(data, 'category', idOf(call), textKey(call), call.now);
  }),

  'GET /items/{itemId}/suppliers': part('item', (item, call) => suppliersOf(call.data, item)),
  'POST /items/{itemId}/suppliers': create((data, draft: SupplyDraft, call) =>
    addSupplier(data, idOf(call), draft, call.now),
  ),
  'PATCH /items/{itemId}/suppliers/{supplierId}': act((data, call) => {
    changeSupplier(data, idOf(call), numberParam(call, 'supplierId'), call.draft, call.now);
  }),
  'DELETE /items/{itemId}/suppliers/{supplierId}': act((data, call) => {
    removeSupplier(data, idOf(call), numberParam(call, 'supplierId'), call.now);
  }),

  'GET /items/{itemId}/variations': part('item', (item) =>
    item.variations.map((variation) => ({ ...variation, itemId: item.id })),
  ),
  'POST /items/{itemId}/variations': create((data, draft, call) => ({
    ...addVariation(data, idOf(call), draft, call.now),
    itemId: idOf(call),
  })),
  'PATCH /items/{itemId}/variations/{variationId}': act((data, call) => {
    changeVariation(data, idOf(call), numberParam(call, 'variationId'), call.draft, call.now);
  }),
  'DELETE /items/{itemId}/variations/{variationId}': act((data, call) => {
    removeVariation(data, idOf(call), numberParam(call, 'variationId'), call.now);
  }),
  'GET /items/{itemId}/variations/{variationId}/values': part(
    'item',
    (item, call) => variationOf(item, numberParam(call, 'variationId')).values,
  ),
  'POST /items/{itemId}/variations/{variationId}/values': create((data, draft, call) =>
    addVariationValue(data, idOf(call), numberParam(call, 'variationId'), draft, call.now),
  ),
  'PATCH /items/{itemId}/variations/{variationId}/values/{variationValueId}': act((data, call) => {
    const [variationId, valueId] = [numberParam(call, 'variationId'), numberParam(call, 'variationValueId')];
    changeVariationValue(data, idOf(call), variationId, valueId, call.draft, call.now);
  }),
  'DELETE /items/{itemId}/variations/{variationId}/values/{variationValueId}': act((data, call) => {
    const [variationId, valueId] = [numberParam(call, 'variationId'), numberParam(call, 'variationValueId')];
    removeVariationValue(data, idOf(call), variationId, valueId, call.now);
  }),
};
