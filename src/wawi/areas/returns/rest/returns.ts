import { marked } from '../../../wire/rest/bindings.ts';
import { all, create, one, page, part } from '../../../wire/rest/handlers.ts';
import type { BindingsV1, BindingsV2 } from '../../../wire/rest/call.ts';
import { createReturn, type ReturnDraft } from '../operations/returns.ts';
import type { Return } from '../schema/returns.ts';

const returns = page('return', {
  filters: {
    returnNumber: 'number',
    customerId: 'customerId',
    salesOrderId: 'salesOrderId',
    returnStateId: 'stateId',
    // 5 and 6: returns of fulfilment and marketplaces, which Wawi does not manage itself.
    IsExisting: (row: Return, existing: boolean) => (row.origin !== 5 && row.origin !== 6) === existing,
  },
});

const returnCreated = marked(
  ['return-quantity'],
  create((data, draft, call) => createReturn(data, draft as unknown as ReturnDraft, call.now)),
);

const returnLines = part('return', (row) =>
  row.lineItems.map((line) => ({ ...line, returnId: row.id, salesOrderId: row.salesOrderId })),
);

const returnPackages = part('return', (row) => row.packages.map((one) => ({ ...one, returnId: row.id })));

/** Returns in v1. */
export const returnBindingsV1: BindingsV1 = {
  'GET /returns': returns,
  'POST /returns': returnCreated,
  'GET /returns/{returnId}': one('return'),
  'GET /returns/{returnId}/lineitems': returnLines,
  'GET /returns/{returnId}/packages': returnPackages,
  'GET /returnReasons': all('returnReason'),
  'GET /returnStates': all('returnState'),
};

/** Returns in v2. */
export const returnBindingsV2: BindingsV2 = {
  'GET /returns': returns,
  'POST /returns': returnCreated,
  'GET /returns/{returnId}': one('return'),
  'GET /returns/{returnId}/line-items': returnLines,
  'GET /returns/{returnId}/packages': returnPackages,
  'GET /return-reasons': all('returnReason'),
  'GET /return-states': all('returnState'),
};
