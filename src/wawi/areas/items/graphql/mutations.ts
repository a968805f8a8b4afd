import type { EntityMap } from '../../../store/entity-map.ts';
import { without } from '../../../store/values/merge.ts';
import type { TenantData } from '../../../store/tenant-data.ts';
import type { RootBindings } from '../../../wire/graphql/call.ts';
import { acts, changes, creates } from '../../../wire/graphql/commands.ts';
import { raiseEvent } from '../../system/operations/workflows.ts';
import { createCategory, deleteCategory, updateCategory } from '../operations/categories.ts';
import { unassignChild } from '../operations/item-children.ts';
import { copyDetails, duplicateItem, type DetailOptions, type Duplicate } from '../operations/item-copies.ts';
import { addSupplier } from '../operations/item-parts.ts';
import { createItem, updateItem } from '../operations/items.ts';
import { createRecord, updateRecord } from '../operations/records.ts';
import { switchChannels } from '../operations/sales-channels.ts';
import { checkSupplierTexts } from '../rules/item-suppliers.ts';
import { itemPartMutations, refuseNullTaxClass } from './part-mutations.ts';

type Item = EntityMap['item'];
type SupplierDraft = Parameters<typeof addSupplier>[2];

interface ChannelSwitch {
  itemKeys: number[];
  activateSalesChannels?: readonly string[] | null;
  deactivateSalesChannels?: readonly string[] | null;
  applyToChildItems?: boolean | null;
}

interface Duplication {
  duplicateItemId: number;
  duplicatesToCreate: Duplicate[];
  executeItemCreatedWorkflowOnCreation: boolean;
  options: Readonly<Record<string, unknown>>;
}

interface DetailCopy {
  copyDetailsFromItemId: number;
  copyDetailsIntoItemIds: number[];
  copyOptions: Partial<DetailOptions>;
}

function raise(data: TenantData, item: Item, event: 'created' | 'changed', now: string): Item {
  raiseEvent(data, 'item', item.id, event, { now });
  return item;
}

const itemCommands: RootBindings = {
  CreateItem: creates<object>('items.write', (call) => {
    refuseNullTaxClass(call);
    return call.write((data) => raise(data, createItem(data, call.draft, call.now), 'created', call.now));
  }),
  ChangeItem: changes<{ itemId: number }>('items.write', (call) => {
    refuseNullTaxClass(call);
    return call.write((data) => {
      const item = updateItem(data, call.draft.itemId, without(call.draft, 'itemId'), call.now);
      return raise(data, item, 'changed', call.now);
    });
  }),
  UnassignChildItemFromParent: acts<{ itemId: number; childItemId: number }>(
    'items.write',
    (data, { draft, now }) => {
      unassignChild(data, draft.itemId, draft.childItemId, now);
    },
  ),
  AddItemSupplier: creates<{ itemId: number; itemSupplier: SupplierDraft }>('items.write', async (call) => {
    const { itemId, itemSupplier } = call.draft;
    checkSupplierTexts(itemSupplier, 'itemSupplier.');
    await call.write((data) => {
      addSupplier(data, itemId, itemSupplier, call.now);
    });
    return { itemId };
  }),
  UpdateItemSalesChannels: acts<ChannelSwitch>('items.write', (data, { draft, now }) => {
    switchChannels(
      data,
      {
        itemIds: draft.itemKeys,
        activate: draft.activateSalesChannels ?? [],
        deactivate: draft.deactivateSalesChannels ?? [],
        withChildren: draft.applyToChildItems === true,
      },
      now,
    );
  }),
  DuplicateItems: creates<Duplication>('items.write', async (call) => {
    const { duplicateItemId, duplicatesToCreate, executeItemCreatedWorkflowOnCreation, options } = call.draft;
    const items = await call.write((data) => {
      const made = duplicateItem(data, duplicateItemId, duplicatesToCreate, options, call.now);
      if (executeItemCreatedWorkflowOnCreation)
        for (const item of made) raise(data, item, 'created', call.now);
      return made;
    });
    return { createdItems: items.map(({ id }) => id) };
  }),
  CopyItemdetails: creates<DetailCopy>('items.write', async (call) => {
    const { copyDetailsFromItemId, copyDetailsIntoItemIds, copyOptions } = call.draft;
    const options = { details: {}, texts: {}, suppliers: {}, ...copyOptions };
    call.assume('copy-list-action');
    const items = await call.write((data) =>
      copyDetails(data, copyDetailsFromItemId, copyDetailsIntoItemIds, options, call.now),
    );
    return { itemId: items.map(({ id }) => id) };
  }),
};

interface CategoryRemoval {
  categoryId: number;
  moveChildrenTargetId?: number | null;
}

const categoryCommands: RootBindings = {
  CreateCategory: creates<object>('items.write', (call) =>
    call.write((data) => createCategory(data, call.draft)),
  ),
  UpdateCategory: changes<{ categoryId: number }>('items.write', (call) =>
    call.write((data) => updateCategory(data, call.draft.categoryId, without(call.draft, 'categoryId'))),
  ),
  DeleteCategory: acts<CategoryRemoval>('items.write', (data, { draft }) => {
    deleteCategory(data, draft.categoryId, draft.moveChildrenTargetId ?? undefined);
  }),
};

interface ProductGroupUpdate {
  productGroups: { productGroupId: number; name: string }[];
}

const addProductGroups = acts<{ names: string[] }>('items.write', (data, { draft, now }) => {
  for (const name of draft.names) createRecord(data, 'productGroup', { name }, now);
});

const productGroupCommands: RootBindings = {
  CreateProductGroup: creates<object>('items.write', (call) =>
    call.write((data) => createRecord(data, 'productGroup', call.draft, call.now)),
  ),
  AddProductGroups: addProductGroups,
  CreateProductGroups: addProductGroups,
  UpdateProductGroups: acts<ProductGroupUpdate>('items.write', (data, { draft, now }) => {
    for (const { productGroupId, name } of draft.productGroups)
      updateRecord(data, 'productGroup', productGroupId, { name }, now);
  }),
  DeleteProductGroups: acts<{ ids: number[] }>('items.write', (data, { draft }) => {
    for (const id of draft.ids) data.delete('productGroup', id);
  }),
  CreateShippingClass: creates<object>('items.write', (call) =>
    call.write((data) => createRecord(data, 'shippingClass', call.draft, call.now)),
  ),
};

/** Commands for items, their parts, categories and product groups. */
export const itemMutations: RootBindings = {
  ...itemCommands,
  ...itemPartMutations,
  ...categoryCommands,
  ...productGroupCommands,
};
