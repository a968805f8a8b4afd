import type { V2OperationName } from '../../../contract/generated/rest-operations.ts';
import { copyDetails, duplicateItem, type Duplicate } from '../operations/item-copies.ts';
import { addSupplier } from '../operations/item-parts.ts';
import { switchChannels } from '../operations/sales-channels.ts';
import type { BindingsV2, Call, Handler } from '../../../wire/rest/call.ts';
import { bindings } from '../../../wire/rest/bindings.ts';
import { act, idOf, one } from '../../../wire/rest/handlers.ts';
import { changeAndRaise, itemChange, itemCreation, raise } from './items.ts';

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
] as const;

/** Duplicates an item; 2.0 names it in the body, later versions in the path. */
export const duplicate: Handler = async (call) => {
  const {
    itemKey,
    newItems = [{}],
    executeWorkflows,
    ...options
  } = call.draft as {
    itemKey?: number;
    newItems?: Duplicate[];
    executeWorkflows?: boolean;
  };
  const made = await call.write((data) => {
    const items = duplicateItem(data, itemKey ?? idOf(call), newItems, options, call.now);
    if (executeWorkflows === true) for (const item of items) raise(data, item, 'created', call);
    return items;
  });
  const ids = made.map((item) => item.id);
  // 2.0 calls the list otherwise than later versions do.
  return { value: { value: ids, createdItems: ids } };
};

/** Copies details of an item into others; 2.0 names it in the body, later versions in the path. */
export const copy: Handler = async (call) => {
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

interface SupplierAddition {
  itemId: number;
  itemSupplier: Parameters<typeof addSupplier>[2];
}

/** Items of v2. */
export const itemBindingsV2: BindingsV2 = {
  'GET /items/{Id}': one('item'),
  'POST /items': itemCreation,
  'PATCH /items/{itemid}': itemChange,
  ...bindings<V2OperationName>(
    parts.flatMap((name) => [
      [`GET /items/{itemid}/${name}`, one('item')] as const,
      [`PATCH /items/{itemid}/${name}`, itemChange] as const,
    ]),
  ),

  'PATCH /items/{itemid}/variations': async (call) => ({
    ...(await itemChange(call)),
    assumptions: ['variation-key-zero'],
  }),

  'POST /itemdetails/create': itemCreation,
  'PATCH /itemdetails/change': async (call) => {
    const { itemId, ...draft } = call.draft;
    const value = await call.write((data) => changeAndRaise(data, itemId as number, draft, call));
    return { value };
  },
  'POST /itemdetails/suppliers/add': act((data, call) => {
    const { itemId, itemSupplier } = call.draft as unknown as SupplierAddition;
    addSupplier(data, itemId, itemSupplier, call.now);
  }),

  'POST /items/duplicate-item': duplicate,
  'POST /items/copy-item': copy,

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
};
