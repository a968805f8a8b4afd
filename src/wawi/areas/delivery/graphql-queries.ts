import { list, one } from '../../wire/graphql/bindings.ts';
import { textArgument } from '../../wire/graphql/arguments.ts';
import type { RootBindings } from '../../wire/graphql/call.ts';
import { packageBy, packageOrderData } from './operations/packages.ts';

const orderData = one('deliveries.read', (call) =>
  packageOrderData(call.data, packageBy(call.data, textArgument(call.args, 'packageId') ?? '').id),
);

/** Pick lists and packages. */
export const deliveryQueries: RootBindings = {
  QueryPicklists: list('picklists.read', 'pickList'),
  QueryOrderData: orderData,
  GetOrderData: orderData,
};
