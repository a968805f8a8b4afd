import type { Item } from '../schema/items.ts';
import { createItem, updateItem } from '../operations/items.ts';
import { raiseEvent } from '../../system/operations/workflows.ts';
import { invalid } from '../../../store/errors.ts';
import type { TenantData } from '../../../store/tenant-data.ts';
import type { Draft } from '../../../wire/views/draft-reader.ts';
import type { Call, Handler } from '../../../wire/rest/call.ts';
import { create, update } from '../../../wire/rest/handlers.ts';

/** Creates an item and starts the workflows of that event unless the request forbids it. */
export const itemCreation: Handler = create((data, draft, call) => {
  const item = createItem(data, draft, call.now);
  raise(data, item, 'created', call);
  return item;
});

/** Changes the item that the path names, and starts workflows as {@link itemCreation} does. */
export const itemChange: Handler = update(changeAndRaise);

/** Changes an item from a request, and starts the workflows of that event unless the request forbids it. */
export function changeAndRaise(data: TenantData, id: number, draft: Draft, call: Call): Item {
  const { id: named, ...fields } = draft;
  if (named !== undefined && named !== id)
    throw invalid('id', `The body names the item ${String(named)}, the path the item ${id}; send the same.`);
  const item = updateItem(data, id, fields, call.now);
  raise(data, item, 'changed', call);
  return item;
}

/** Starts the workflows of an item's event unless the request forbids it. */
export function raise(data: TenantData, item: Item, event: 'created' | 'changed', call: Call): void {
  raiseEvent(data, 'item', item.id, event, {
    now: call.now,
    disableAutomaticWorkflows: call.query['disableAutomaticWorkflows'] as boolean | undefined,
  });
}
