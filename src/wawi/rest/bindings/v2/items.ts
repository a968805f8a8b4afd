import { copyDetails, duplicateItem, type Duplicate } from '../../../domain/operations/item-copies.ts';
import { addSupplier, itemOfVariation, removeVariation } from '../../../domain/operations/item-parts.ts';
import { switchChannels } from '../../../domain/operations/sales-channels.ts';
import { stockSummary } from '../../../domain/operations/stock-summary.ts';
import { numericPath } from '../../../domain/store/order.ts';
import type { Bindings, Call, Handler } from '../../call.ts';
import { act, idOf, one } from '../../combinators.ts';
import { sortedPage } from '../../sorted-lists.ts';
import { changeAndRaise, itemChange, itemCreation } from '../items.ts';

/** The parts of an item that have a read and a change of their own. */
const parts = [
  'attributes',
  'bom',
  'bundles',
  'categories',
  'configuration-groups',
  'cross-selling-groups',
  'descriptions',
  'features',
  'identifiers',
  'ordering-constraints',
  'packaging-constraints',
  'prices',
  'storage-constraints',
  'suppliers',
  'unit-pricing',
  'variations',
  'warehouse-constraints',
];

/** What the item list can be sorted by. */
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

const details: Handler = (call) => ({
  value: call.data.get('item', idOf(call)),
  as: { graphql: 'ItemdetailsItem' },
});

const duplicate: Handler = async (call) => {
  const { itemKey, newItems, ...options } = call.draft as {
    itemKey?: number;
    newItems: Duplicate[];
  };
  const made = await call.write((data) =>
    duplicateItem(data, itemKey ?? idOf(call), newItems, options, call.now),
  );
  return { value: { value: made.map((item) => item.id) } };
};

const copy: Handler = async (call) => {
  const { fromId, intoIds, options } = copyRequest(call);
  const changed = await call.write((data) => copyDetails(data, fromId, intoIds, options, call.now));
  return { value: { itemKeys: changed.map((item) => item.id) }, assumptions: ['copy-list-action'] };
};

/** The body of 2.0 names the item itself, the later one leaves that to the path. */
function copyRequest(call: Call): {
  fromId: number;
  intoIds: number[];
  options: Parameters<typeof copyDetails>[3];
} {
  const group = (name: string) => (call.draft[name] ?? {}) as Readonly<Record<string, unknown>>;
  const receivers = group('receivingItemsForDetailCopys')['itemKeys'];
  const { copyOptions } = call.draft;
  return {
    fromId: (call.draft['itemKey'] as number | undefined) ?? idOf(call),
    intoIds: (receivers ?? call.draft['copyDetailsIntoItemIds']) as number[],
    options: {
      details: (copyOptions as Readonly<Record<string, unknown>> | undefined) ?? group('copyDetailsOptions'),
      texts: group('copyItemDetailsDescription'),
      suppliers: group('copyItemDetailsSuppliers'),
    },
  };
}

/** @param active which way a channel of an item is switched */
function channelSwitch(active: boolean): Handler {
  return act((data, call) => {
    const channel = [call.params['salesChannelId'] as string];
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

/** Items of v2. */
export const itemBindingsV2: Bindings = {
  'GET /items': sortedPage('item', {
    graphql: 'ItemListItem',
    sorts: itemSorts,
    dates: { createdDate: 'added', modifiedDate: 'changed', releaseDate: 'releasedOnDate' },
  }),
  'GET /items/{itemId}/stocks': (call) => {
    const { id } = call.data.get('item', idOf(call));
    return { value: { ...stockSummary(call.data, id), itemId: id } };
  },
  'GET /items/{Id}': details,
  'POST /items': itemCreation,
  'PATCH /items/{itemid}': itemChange,
  ...Object.fromEntries(
    parts.flatMap((name) => [
      [`GET /items/{itemid}/${name}`, one('item')],
      [`PATCH /items/{itemid}/${name}`, itemChange],
    ]),
  ),

  'POST /itemdetails/create': async (call) => ({
    ...(await itemCreation(call)),
    as: { graphql: 'CreateItemCommandResponse' },
  }),
  'PATCH /itemdetails/change': async (call) => {
    const { itemId, ...draft } = call.draft;
    return { value: await call.write((data) => changeAndRaise(data, itemId as number, draft, call)) };
  },
  'POST /itemdetails/suppliers/add': act((data, call) => {
    const { itemId, itemSupplier } = call.draft;
    addSupplier(data, itemId as number, itemSupplier as never, call.now);
  }),
  'POST /itemdetails/variations/delete': act((data, call) => {
    const variationId = call.draft['variationId'] as number;
    removeVariation(data, itemOfVariation(data, variationId).id, variationId, call.now);
  }),

  'POST /items/duplicate-item': duplicate,
  'POST /items/{DuplicateItemId}/duplicate': duplicate,
  'POST /items/copy-item': copy,
  'POST /items/{CopyDetailsFromItemId}/copy': copy,

  'POST /update-item-sales-channels': act((data, call) => {
    const { itemKeys, activateSalesChannels, deactivateSalesChannels, applyToChildItems } = call.draft;
    switchChannels(
      data,
      {
        itemIds: itemKeys as number[],
        activate: (activateSalesChannels ?? []) as string[],
        deactivate: (deactivateSalesChannels ?? []) as string[],
        withChildren: applyToChildItems === true,
      },
      call.now,
    );
  }),
  'POST /items/{itemId}/sales-channels/{salesChannelId}/activate': channelSwitch(true),
  'POST /items/{itemId}/sales-channels/{salesChannelId}/deactivate': channelSwitch(false),
};
