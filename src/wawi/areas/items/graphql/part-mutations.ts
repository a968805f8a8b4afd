import { without } from '../../../store/values/merge.ts';
import { invalid } from '../../../store/errors.ts';
import type { CommandBinding, CommandCall, RootBindings } from '../../../wire/graphql/call.ts';
import { acts, changes, creates } from '../../../wire/graphql/commands.ts';
import { raiseEvent } from '../../system/operations/workflows.ts';
import {
  addVariation,
  addVariationValue,
  removeVariation,
  removeVariationValue,
  variationOfValue,
} from '../operations/item-parts.ts';
import { createRecord } from '../operations/records.ts';
import { updateSupplier } from '../operations/suppliers.ts';
import { switchChannels } from '../operations/sales-channels.ts';
import { changeStockItem, convertToStockItem, createStockItem } from '../operations/stock-items.ts';

/**
 * Null neither clears the tax class nor means the default one (GraphQL 2.1 and 2.2, ChangeItem, CreateItem,
 * CreateStockItem: "omit").
 * @throws DomainError `invalid`
 */
export function refuseNullTaxClass({ args }: Pick<CommandCall, 'args'>): void {
  const { taxClassId } = args['request'] as { taxClassId?: unknown };
  if (taxClassId === null)
    throw invalid('taxClassId', 'The taxClassId is null; leave the field out or name a tax class.');
}

const variationCommands: RootBindings = {
  AddItemVariation: creates<{ itemId: number; variation: object }>('items.write', async (call) => {
    const { itemId, variation } = call.draft;
    const { id } = await call.write((data) => addVariation(data, itemId, variation, call.now));
    return { variationId: id };
  }),
  AddItemVariationValue: creates<{ itemId: number; variationId: number; variationValue: object }>(
    'items.write',
    async (call) => {
      const { itemId, variationId, variationValue } = call.draft;
      const { id } = await call.write((data) =>
        addVariationValue(data, itemId, variationId, variationValue, call.now),
      );
      return { variationValueId: id };
    },
  ),
  DeleteItemVariation: changes<{ itemId: number; variationId: number }>('items.write', async (call) => {
    const { itemId, variationId } = call.draft;
    await call.write((data) => {
      removeVariation(data, itemId, variationId, call.now);
    });
    return { variationId };
  }),
  DeleteItemVariationValue: changes<{ itemId: number; variationValueId: number }>(
    'items.write',
    async (call) => {
      const { itemId, variationValueId } = call.draft;
      await call.write((data) => {
        const { id } = variationOfValue(data.get('item', itemId), variationValueId);
        removeVariationValue(data, itemId, id, variationValueId, call.now);
      });
      return { variationValueId };
    },
  ),
};

/** @param active which way a channel of an item is switched */
function channelSwitch(active: boolean): CommandBinding {
  return acts<{ itemId: number; salesChannelId: string }>('items.write', (data, { draft, now }) => {
    const channels = [draft.salesChannelId];
    const [activate, deactivate] = active ? [channels, []] : [[], channels];
    switchChannels(data, { itemIds: [draft.itemId], activate, deactivate, withChildren: false }, now);
  });
}

const stockItemCommands: RootBindings = {
  CreateStockItem: creates<object>('items.write', async (call) => {
    refuseNullTaxClass(call);
    const { id } = await call.write((data) => {
      const item = createStockItem(data, call.draft, call.now);
      raiseEvent(data, 'item', item.id, 'created', { now: call.now });
      return item;
    });
    return { itemId: id };
  }),
  ChangeStockItem: changes<{ itemId: number }>('items.write', async (call) => {
    const { itemId } = call.draft;
    await call.write((data) => changeStockItem(data, itemId, without(call.draft, 'itemId'), call.now));
    return { itemId };
  }),
  ConvertStandardItemToStockItem: acts<{ itemId: number }>('items.write', (data, { draft, now }) => {
    convertToStockItem(data, draft.itemId, without(draft, 'itemId'), now);
  }),
};

const supplierCommands: RootBindings = {
  CreateSupplier: creates<object>('suppliers.write', (call) =>
    call.write((data) => createRecord(data, 'supplier', call.draft, call.now)),
  ),
  UpdateSupplier: changes<{ supplierId: number }>('suppliers.write', (call) => {
    const { supplierId } = call.draft;
    const change = without(call.draft, 'supplierId');
    return call.write((data) => updateSupplier(data, supplierId, change, call.now));
  }),
};

/** Commands for suppliers and for single parts of items: variations, sales channels, stock management. */
export const itemPartMutations: RootBindings = {
  ...variationCommands,
  ...stockItemCommands,
  ...supplierCommands,
  ActivateSalesChannelForItem: channelSwitch(true),
  DeactivateSalesChannelForItem: channelSwitch(false),
};
