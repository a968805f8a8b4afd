import { byKey, list, one, rows } from '../../wire/graphql/bindings.ts';
import { requiredKey, textArgument } from '../../wire/graphql/arguments.ts';
import type { RootBindings } from '../../wire/graphql/call.ts';
import { notFound } from '../../store/errors.ts';
import { packageBy, packageOrderData } from './operations/packages.ts';

const orderData = one('deliveries.read', (call) =>
  packageOrderData(call.data, packageBy(call.data, textArgument(call.args, 'packageId') ?? '').id),
);

/** Pick lists, delivery notes and packages. */
export const deliveryQueries: RootBindings = {
  QueryPicklists: list('picklists.read', 'pickList'),
  QueryOrderData: orderData,
  GetOrderData: orderData,
  GetDeliveryNoteById: byKey('deliverynotes.read', 'deliveryNote', 'deliveryNoteId'),
  QueryDeliveryNotesBySalesOrderId: rows('deliverynotes.read', ({ data }, args) => {
    const orderId = requiredKey(args, 'salesOrderId', 'VerkaufAuftragKey');
    if (!data.of('salesOrder').has(orderId)) throw notFound('sales order', orderId);
    return data.of('deliveryNote').where('salesOrderId', orderId);
  }),
  QueryDeliveryNoteLineItemsByDeliveryNoteId: rows('deliverynotes.read', ({ data }, args) => {
    const deliveryNoteId = requiredKey(args, 'deliveryNoteId', 'LieferscheinKey');
    return data.get('deliveryNote', deliveryNoteId).lineItems.map((line) => ({ ...line, deliveryNoteId }));
  }),
};
