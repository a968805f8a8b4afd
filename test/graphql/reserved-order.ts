import { packKey } from '../../src/wawi/contract/keys.ts';
import type { GraphqlClient } from './graphql-client.ts';

export interface ReservedOrder {
  picklistId: string;
  /** Of the pick list, for the order's first line. */
  positionId: string;
}

/** Puts five pieces of the first item into the first warehouse and reserves them for an order. */
export async function reservedOrder(client: GraphqlClient, orderId: string): Promise<ReservedOrder> {
  await client.rest('POST', '/stocks', {
    itemId: packKey('ArtikelKey', 1),
    warehouseId: packKey('WarenlagerKey', 1),
    quantity: 5,
  });
  const { picklists } = await client.rest<{ picklists: { picklistId: string }[] }>(
    'POST',
    '/delivery/reserve',
    {
      salesOrders: [{ salesOrderId: orderId }],
      deliverySources: [{ type: 0, id: 1, priority: 1 }],
      picklistReserveOptions: { picklistPerOrder: true },
    },
  );
  const { picklistId } = picklists[0]!;
  const { QueryPicklists: lists } = await client.data<{
    QueryPicklists: { nodes: { positions: { positionId: string }[] }[] };
  }>(`{ QueryPicklists(where: {id: {eq: "${picklistId}"}}) { nodes { positions { positionId } } } }`);
  return { picklistId, positionId: lists.nodes[0]!.positions[0]!.positionId };
}
