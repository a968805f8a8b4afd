import type { PickListPosition } from '../schema/logistics.ts';
import {
  changeReservation,
  createPickListFrom,
  openPositionAt,
  pickListAt,
  pickPosition,
  removePosition,
  type PickDraft,
} from '../operations/pick-lists.ts';
import { withoutNulls } from '../../../store/values/merge.ts';
import type { TenantData } from '../../../store/tenant-data.ts';
import type { Call, Handler } from '../../../wire/rest/call.ts';
import { act, create, pageOfRows } from '../../../wire/rest/handlers.ts';

const idIn = (call: Call, name: string): number => call.params[name] as number;

/** The pick lists of a warehouse. */
export const pickLists: Handler = (call) => {
  const warehouse = call.data.get('warehouse', idIn(call, 'warehouseId'));
  return { value: pageOfRows(call, [...call.data.of('pickList').where('warehouseId', warehouse.id)]) };
};

export const pickListCreated = create((data, draft, call) =>
  createPickListFrom(data, idIn(call, 'warehouseId'), draft['templateId'] as number, call.now),
);

/** The positions of a pick list; its head is in the warehouse's list. */
export const pickListPositions: Handler = (call) => {
  const list = pickListAt(call.data, idIn(call, 'warehouseId'), idIn(call, 'picklistId'));
  return { value: [...call.data.of('pickListPosition').where('pickListId', list.id)] };
};

export const pickListPositionDeleted = act((data, call) => {
  removePosition(data, positionAt(data, call));
});

export const reservationChanged = create((data, draft, call) =>
  changeReservation(data, positionAt(data, call), (draft['storageLocationList'] as number[] | null) ?? []),
);

export const positionPicked = create((data, draft, call) =>
  pickPosition(data, positionAt(data, call), withoutNulls(draft) as PickDraft, call.now),
);

function positionAt(data: TenantData, call: Call): PickListPosition {
  return openPositionAt(
    data,
    idIn(call, 'warehouseId'),
    idIn(call, 'picklistId'),
    idIn(call, 'picklistPositionId'),
  );
}
