import { typeView, type TypeViews } from '../../../wire/graphql/type-views.ts';
import type { PickList, PickListPosition } from '../schema/logistics.ts';

/** Pick lists as 2.1 and later show them. */
export const laterDeliveryViewsGraphql: TypeViews = {
  PickList: typeView<'PickList', PickList>({
    pickListNumber: 'number',
    positions: (pickList, { data }) => [...data.of('pickListPosition').where('pickListId', pickList.id)],
  }),
  PickListPosition: typeView<'PickListPosition', PickListPosition>({
    positionId: 'id',
    itemNumber: (position, { data }) => data.of('item').get(position.itemId)?.sku,
    binLocationId: 'storageLocationId',
    binLocationName: ({ storageLocationId }, { data }) =>
      storageLocationId === undefined ? undefined : data.of('storageLocation').get(storageLocationId)?.name,
    positionStatus: 'status',
    processingTimestamp: 'createdAt',
  }),
};
