import { cancelReservation, deliver, positionsOf, type DeliverDraft } from '../operations/delivery.ts';
import { withoutNulls } from '../../../store/values/merge.ts';
import { reassign, reserveOrders } from '../operations/reserve.ts';
import { isOpen } from '../../stock/rules/stock.ts';
import type { PickListPosition } from '../schema/logistics.ts';
import { marked } from '../../../wire/rest/assuming.ts';
import type { Bindings, Handler } from '../../../wire/rest/call.ts';
import { act, create, one, pageOfRows } from '../../../wire/rest/handlers.ts';
import {
  deliveryNotes,
  packageChanged,
  packages,
  packagesAdded,
  workflowTriggered,
} from './delivery-notes.ts';
import { outputHandlers } from '../../system/rest/outputs.ts';
import {
  pickListCreated,
  pickListPositionDeleted,
  pickListPositions,
  pickLists,
  positionPicked,
  reservationChanged,
} from './pick-lists.ts';

const output = outputHandlers('deliveryNote');

/** What open pick lists hold back, list by list and order by order. */
const reservations: Handler = (call) => {
  const page = pageOfRows(call, [...call.data.of('pickList').values()].filter(isOpen));
  const items = page.items.map((list) => {
    const orders = new Map<number, PickListPosition[]>();
    for (const position of positionsOf(call.data, list.id).filter(isOpen))
      orders.set(position.salesOrderId, [...(orders.get(position.salesOrderId) ?? []), position]);
    return {
      ...list,
      sessionId: 0,
      orders: [...orders].map(([salesOrderId, positions]) => ({ salesOrderId, reservations: positions })),
    };
  });
  return { value: { ...page, items } };
};

/** Reserving stock for sales orders, picking and delivering it. */
export const deliveryBindingsV2: Bindings = {
  'POST /delivery/reserve': create((data, draft, call) =>
    reserveOrders(data, withoutNulls(draft) as unknown as Parameters<typeof reserveOrders>[1], call.now),
  ),
  'POST /delivery/reassign': create((data, draft, call) =>
    reassign(data, withoutNulls(draft) as unknown as Parameters<typeof reassign>[1], call.now),
  ),
  'POST /delivery/deliver': marked(
    ['quantities-add-up'],
    create((data, draft, call) => ({
      splitOrders: [],
      newOrders: [],
      newPicklists: [],
      newFulfillmentOrders: [],
      ...deliver(data, withoutNulls(draft) as unknown as DeliverDraft, call.now),
    })),
  ),
  'POST /delivery/cancel-reservation': act((data, call) => {
    cancelReservation(data, call.draft['pickListIds'] as number[]);
  }),
  'GET /delivery/reservations': reservations,
  'GET /wms/{warehouseId}/picklists': pickLists,
  'POST /wms/{warehouseId}/picklists': pickListCreated,
  'GET /wms/{warehouseId}/picklists/{picklistId}': pickListPositions,
  'DELETE /wms/{warehouseId}/picklists/{picklistId}/positions/{picklistPositionId}': pickListPositionDeleted,
  'PATCH /wms/{warehouseId}/picklists/{picklistId}/positions/{picklistPositionId}/change-reservation':
    reservationChanged,
  'PATCH /wms/{warehouseId}/picklists/{picklistId}/positions/{picklistPositionId}/pick-position':
    positionPicked,
  'GET /delivery-notes': deliveryNotes,
  'GET /delivery-notes/{deliveryNoteId}': one('deliveryNote'),
  'GET /delivery-notes/{deliveryNoteId}/packages': packages,
  'POST /delivery-notes/{deliveryNoteId}/packages': packagesAdded,
  'PATCH /delivery-notes/packages/{packageId}': packageChanged,
  'POST /delivery-notes/{deliveryNoteId}/workflow/{workflowEventId}': workflowTriggered,
  'POST /delivery-notes/{deliveryNoteId}/output/mail': output.mail,
  'POST /delivery-notes/{deliveryNoteId}/output/pdf': output.pdf,
  'POST /delivery-notes/{deliveryNoteId}/output/print': output.print,
};
