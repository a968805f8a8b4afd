import type { RootBindings } from '../../wire/graphql/call.ts';
import { changes } from '../../wire/graphql/commands.ts';
import { convertToStandardItem, type StandardItemConversion } from './operations/standard-items.ts';

/** Commands for stock and warehouses. */
export const stockMutations: RootBindings = {
  ConvertStockItemToStandardItem: changes<StandardItemConversion>('items.write', async (call) => {
    const { itemId } = call.draft;
    const stockWrittenOff = await call.write((data) =>
      convertToStandardItem(data, call.draft, call.now, call.actor),
    );
    return { itemId, stockWrittenOff };
  }),
};
