import { withoutNulls } from '../../../store/values/merge.ts';
import { isOpen } from '../../stock/rules/stock.ts';
import { marked } from '../../../wire/rest/bindings.ts';
import type { Handler } from '../../../wire/rest/call.ts';
import { act, create, pageOfRows } from '../../../wire/rest/handlers.ts';
import { cancelReservation, deliver, positionsOf, type DeliverDraft } from '../operations/delivery.ts';
import { reassign, reserveOrders } from '../operations/reserve.ts';
import type { PickListPosition } from '../schema/logistics.ts';

type ReserveDraft = Parameters<typeof reserveOrders>[1];
type ReassignDraft = Parameters<typeof reassign>[1];

/** Reserves stock for sales orders; v1 requires none of the lists. */
export const reserved = create((data, draft, call) => {
  const given: Partial<ReserveDraft> = withoutNulls(draft);
  return reserveOrders(data, { salesOrders: [], deliverySources: [], ...given }, call.now);
});

/** Reserves stock for lines of sales orders again. */
export const reassigned = create((data, draft, call) => {
  const given: Partial<ReassignDraft> = withoutNulls(draft);
  return reassign(data, { salesOrderPositions: [], deliverySources: [], ...given }, call.now);
});

/** Delivers what pick lists hold. */
export const delivered = marked(
  ['quantities-add-up', 'delivery-blocks'],
  create((data, draft, call) => {
    const given: Partial<DeliverDraft> = withoutNulls(draft);
    return {
      splitOrders: [],
      newOrders: [],
      newPicklists: [],
      newFulfillmentOrders: [],
      ...deliver(data, { pickListIds: [], packages: [], isPartialDelivery: false, ...given }, call.now),
    };
  }),
);

/** Gives up what pick lists hold back. */
export const reservationCancelled = act((data, call) => {
  cancelReservation(data, call.draft['pickListIds'] as number[]);
});

/** The reservations of open pick lists, list by list and order by order. */
export const reservations: Handler = (call) => {
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
